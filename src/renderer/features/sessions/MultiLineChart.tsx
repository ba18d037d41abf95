import Box from '@mui/material/Box'
import { ChartFrame } from './ChartFrame'
import { linePath, type Point } from './chartScale'

export interface Line {
  readonly name: string
  readonly points: readonly Point[]
}

interface MultiLineChartProps {
  readonly lines: readonly Line[]
  /** What the lines say, in a sentence; the numbers themselves stand beside it. */
  readonly summary: string
  readonly formatValue: (value: number) => string
  readonly formatTime: (at: number) => string
}

/** Lines are told apart by their strokes as well as by their colours. */
const STROKES = ['', '8 4', '2 4', '12 4 2 4', '4 8', '1 6']
const COLOURS = ['status.active', 'status.good', 'status.attention', 'text.secondary'].map(
  (name) => `var(--ch-palette-${name.replace('.', '-')})`,
)
const look = (index: number) => ({
  stroke: COLOURS[index % COLOURS.length] ?? 'currentColor',
  strokeDasharray: STROKES[index % STROKES.length],
})

/** Several lines over the same time, from 0 up, or from below where a value is; with a legend when there is more than one. */
export function MultiLineChart({ lines, ...frame }: MultiLineChartProps) {
  const times = lines.flatMap(({ points }) => points.map(({ at }) => at))
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  return (
    <div>
      <ChartFrame {...frame} max={Math.max(0, ...values)} min={Math.min(0, ...values)} from={from} to={to}>
        {({ top, bottom, width, height }) =>
          lines.map(({ name, points }, index) => (
            <g key={name}>
              <path
                className="line"
                // Empty ends make every line as long as the picture.
                d={linePath(
                  [{ at: from, value: null }, ...points, { at: to, value: null }],
                  top,
                  width,
                  height,
                  bottom,
                )}
                {...look(index)}
              />
              {
                // A line of one value has no length.
                points.length === 1 && points[0]?.value != null && (
                  <circle
                    cx={to > from ? ((points[0].at - from) / (to - from)) * width : 0}
                    cy={height - ((points[0].value - bottom) / (top - bottom)) * height}
                    r="3"
                    fill={look(index).stroke}
                  />
                )
              }
            </g>
          ))
        }
      </ChartFrame>
      {lines.length > 1 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 4 }}>
          {lines.map(({ name }, index) => (
            <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'center', gap: 2, typography: 'body2' }}>
              <svg width="24" height="8" aria-hidden="true">
                <line x1="0" x2="24" y1="4" y2="4" strokeWidth="2" {...look(index)} />
              </svg>
              {name}
            </Box>
          ))}
        </Box>
      )}
    </div>
  )
}
