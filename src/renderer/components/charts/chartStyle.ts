import type { ChartColour } from '@renderer/app/theme/tokens'

/** The colour of a line or a bar; it follows the theme by itself. */
export const colourOf = (colour: ChartColour) => `var(--ch-palette-chart-${colour})`

/** How every chart looks here: quiet axes, figures in columns, a focus that is seen. Twice &: the library has its own. */
export const chartStyle = {
  '&& .MuiChartsAxis-line': { stroke: 'var(--ch-palette-divider)' },
  '&& .MuiChartsAxis-tick': { stroke: 'var(--ch-palette-divider)' },
  '&& .MuiChartsGrid-line': { stroke: 'var(--ch-palette-divider)', strokeDasharray: '2 4' },
  '&& .MuiChartsAxis-tickLabel': { fill: 'var(--ch-palette-text-secondary)', fontVariantNumeric: 'tabular-nums' },
  '&& .MuiChartsAxis-label': { fill: 'var(--ch-palette-text-secondary)' },
  '&& .MuiChartsBrushOverlay-rect': {
    fill: 'var(--ch-palette-primary-main)',
    stroke: 'var(--ch-palette-primary-main)',
  },
  // The library takes the outline away from what it gives the focus to.
  '&:has(:focus-visible)': { outline: '2px solid var(--ch-palette-primary-main)', outlineOffset: 2, borderRadius: 1 },
} as const

export const axisText = { fontSize: 12, fontFamily: 'inherit' } as const
