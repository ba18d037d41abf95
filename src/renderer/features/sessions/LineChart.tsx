import { ChartFrame } from './ChartFrame'
import { linePath, type Point } from './chartScale'

interface LineChartProps {
  readonly points: readonly Point[]
  /** What the line says, in a sentence; the numbers themselves stand in the table below. */
  readonly summary: string
  readonly formatValue: (value: number) => string
  readonly formatTime: (at: number) => string
}

/** A line over time, from 0 up. */
export function LineChart({ points, ...frame }: LineChartProps) {
  const max = Math.max(0, ...points.map(({ value }) => value ?? 0))
  return (
    <ChartFrame {...frame} max={max} from={points[0]?.at ?? 0} to={points[points.length - 1]?.at ?? 0}>
      {({ top, width, height }) => (
        <path className="line" stroke="var(--ch-palette-status-active)" d={linePath(points, top, width, height)} />
      )}
    </ChartFrame>
  )
}
