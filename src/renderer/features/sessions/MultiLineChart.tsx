import Box from '@mui/material/Box'
import { linePath, type Point, roundTicks } from './chartScale'

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

const WIDTH = 520
const HEIGHT = 148
const LEFT = 64
const TOP = 8
const BOTTOM = 22
const PLOT = { width: WIDTH - LEFT - 12, height: HEIGHT - TOP - BOTTOM }

/** Lines are told apart by their strokes as well as by their colours. */
const STROKES = ['', '8 4', '2 4', '12 4 2 4', '4 8', '1 6']
const COLOURS = ['status.active', 'status.good', 'status.attention', 'text.secondary'].map(
  (name) => `var(--ch-palette-${name.replace('.', '-')})`,
)

/** Several lines over the same time, from 0 up; drawn as one picture with a legend. */
export function MultiLineChart({ lines, summary, formatValue, formatTime }: MultiLineChartProps) {
  const times = lines.flatMap(({ points }) => points.map(({ at }) => at))
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const ticks = roundTicks(Math.max(0, ...values), 3)
  const top = ticks[ticks.length - 1] ?? 1
  const y = (value: number) => TOP + PLOT.height - (value / top) * PLOT.height
  const look = (index: number) => ({
    stroke: COLOURS[index % COLOURS.length] ?? 'currentColor',
    strokeDasharray: STROKES[index % STROKES.length],
  })
  return (
    <div>
      <Box
        component="svg"
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        sx={{
          width: '100%',
          height: 'auto',
          display: 'block',
          '& text': { fontSize: 11, fill: 'var(--ch-palette-text-secondary)', fontVariantNumeric: 'tabular-nums' },
          '& .grid': { stroke: 'var(--ch-palette-divider)', strokeWidth: 1 },
          '& .line': { strokeWidth: 2, fill: 'none', strokeLinejoin: 'round' },
        }}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={LEFT} x2={WIDTH - 12} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {formatValue(tick)}
            </text>
          </g>
        ))}
        {lines.map(({ name, points }, index) => (
          <path
            key={name}
            className="line"
            transform={`translate(${LEFT} ${TOP})`}
            // Empty ends make every line as long as the picture.
            d={linePath([{ at: from, value: null }, ...points, { at: to, value: null }], top, PLOT.width, PLOT.height)}
            strokeLinecap="round"
            {...look(index)}
          />
        ))}
        {lines.map(({ name, points }, index) =>
          // A line of one value has no length.
          points.length === 1 && points[0]?.value != null ? (
            <circle
              key={name}
              cx={LEFT + (to > from ? ((points[0].at - from) / (to - from)) * PLOT.width : 0)}
              cy={y(Math.max(points[0].value, 0))}
              r="3"
              fill={look(index).stroke}
            />
          ) : null,
        )}
        <text x={LEFT} y={HEIGHT - 6}>
          {formatTime(from)}
        </text>
        {to > from && (
          <text x={WIDTH - 12} y={HEIGHT - 6} textAnchor="end">
            {formatTime(to)}
          </text>
        )}
      </Box>
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
