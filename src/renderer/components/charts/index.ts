export { BarFigure } from './BarFigure'
export { ChartFigure } from './ChartFigure'
export type { ChartLine, Point } from './lines'
export { TimeFigure } from './TimeFigure'
