import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { roundTicks } from './chartScale'

/** The room for lines inside a frame, in units of the picture; its upper left corner is the origin of what is drawn. */
export interface Plot {
  readonly width: number
  readonly height: number
  /** The values at the upper and at the lower edge. */
  readonly top: number
  readonly bottom: number
}

interface ChartFrameProps {
  /** The largest value that is shown. */
  readonly max: number
  /** The smallest, where that is below 0. */
  readonly min?: number
  /** The times at both ends. */
  readonly from: number
  readonly to: number
  /** What the lines say, in a sentence: it is what a screen reader says. The numbers themselves stand beside. */
  readonly summary: string
  readonly formatValue: (value: number) => string
  readonly formatTime: (at: number) => string
  readonly children: (plot: Plot) => ReactNode
}

const WIDTH = 520
const HEIGHT = 140
const LEFT = 64
const RIGHT = 12
const TOP = 8
const BOTTOM = 22

/** A grid from 0 up (or from below) over time, with its numbers, for lines to be drawn into. One picture. */
export function ChartFrame({ max, min = 0, from, to, summary, formatValue, formatTime, children }: ChartFrameProps) {
  // Without any value above it, 0 is all there is to mark.
  const ticks = max > 0 || min < 0 ? roundTicks(max, 3, min) : [0]
  const bottom = ticks[0] ?? 0
  const plot: Plot = {
    width: WIDTH - LEFT - RIGHT,
    height: HEIGHT - TOP - BOTTOM,
    top: ticks[ticks.length - 1] || (bottom < 0 ? 0 : 1),
    bottom,
  }
  const y = (value: number) => TOP + plot.height - ((value - bottom) / (plot.top - bottom)) * plot.height
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
        '& .line': { strokeWidth: 2, fill: 'none', strokeLinejoin: 'round', strokeLinecap: 'round' },
      }}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {formatValue(tick)}
          </text>
        </g>
      ))}
      <g transform={`translate(${LEFT} ${TOP})`}>{children(plot)}</g>
      <text x={LEFT} y={HEIGHT - 6}>
        {formatTime(from)}
      </text>
      {to > from && (
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
          {formatTime(to)}
        </text>
      )}
    </Box>
  )
}
