export { BarFigure } from './BarFigure'
export { TimeFigure } from './TimeFigure'
