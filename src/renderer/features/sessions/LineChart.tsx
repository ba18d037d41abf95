import Box from '@mui/material/Box'
import { linePath, type Point, roundTicks } from './chartScale'

interface LineChartProps {
  points: readonly Point[]
  /** What the line says, in a sentence; the numbers themselves stand in the table below. */
  summary: string
  formatValue: (value: number) => string
  formatTime: (at: number) => string
}

const WIDTH = 520
const HEIGHT = 132
const LEFT = 64
const TOP = 8
const BOTTOM = 22
const PLOT = { width: WIDTH - LEFT - 12, height: HEIGHT - TOP - BOTTOM }

/** A line over time, from 0 up. Drawn as one picture: its sentence is what a screen reader says. */
export function LineChart({ points, summary, formatValue, formatTime }: LineChartProps) {
  const ticks = roundTicks(Math.max(0, ...points.map(({ value }) => value ?? 0)), 3)
  const top = ticks[ticks.length - 1] ?? 1
  const y = (value: number) => TOP + PLOT.height - (value / top) * PLOT.height
  const first = points[0]
  const last = points[points.length - 1]
  return (
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
        '& .line': { stroke: 'var(--ch-palette-status-active)', strokeWidth: 2, fill: 'none', strokeLinejoin: 'round' },
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
      <path
        className="line"
        transform={`translate(${LEFT} ${TOP})`}
        d={linePath(points, top, PLOT.width, PLOT.height)}
        strokeLinecap="round"
      />
      {first && (
        <text x={LEFT} y={HEIGHT - 6}>
          {formatTime(first.at)}
        </text>
      )}
      {last && last.at !== first?.at && (
        <text x={WIDTH - 12} y={HEIGHT - 6} textAnchor="end">
          {formatTime(last.at)}
        </text>
      )}
    </Box>
  )
}
