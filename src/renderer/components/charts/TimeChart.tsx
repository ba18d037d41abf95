import { ChartsBrushOverlay } from '@mui/x-charts/ChartsBrushOverlay'
import { useBrush, useDrawingArea, useXScale } from '@mui/x-charts/hooks'
import { LineChart } from '@mui/x-charts/LineChart'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { axisText, colourOf } from './chartStyle'
import { alignLines, type ChartLine, strokeOf } from './lines'
import { marked, type Span } from './span'
import { axisWords, TICKS } from './ticks'
import { useTimeWords } from './useTimeWords'

export interface TimeChartProps {
  readonly lines: readonly ChartLine[]
  readonly whole: Span
  readonly shown: Span
  readonly onShow: (span: Span) => void
  /** What the values are, with their unit, beside the axis. */
  readonly valueLabel: string
  /** Into so many parts the values are divided for the axis: 1000 for watts that are written as kilowatts. */
  readonly divisor: number
  readonly formatValue: (value: number) => string
  readonly height: number
}

/** Lines over time, as the library draws them: by arrow keys from value to value, by dragging closer. */
export default function TimeChart(props: TimeChartProps) {
  const { lines, whole, shown, onShow, valueLabel, divisor, formatValue, height } = props
  const { t, i18n } = useTranslation('charts')
  const words = useTimeWords(shown)
  const aligned = useMemo(() => alignLines(lines), [lines])
  const hasNegative = aligned.values.some((values) => values.some((value) => (value ?? 0) < 0))
  const hasHeight = aligned.values.some((values) => values.some((value) => (value ?? 0) !== 0))
  const strokes = Object.fromEntries(
    lines.map((_, index) => [
      `&& .MuiLineChart-line[data-series="${index}"]`,
      { strokeDasharray: strokeOf(index), strokeWidth: 2 },
    ]),
  )
  return (
    <LineChart
      height={height}
      skipAnimation
      hideLegend
      grid={{ horizontal: true }}
      margin={{ left: 0, right: 28, top: 10, bottom: 0 }}
      sx={[strokes, { '&& .MuiLineChart-area': { fillOpacity: 0.16 } }]}
      brushConfig={{ enabled: true }}
      xAxis={[
        {
          id: 'time',
          scaleType: 'time',
          data: aligned.times.map((at) => new Date(at)),
          min: new Date(shown.from),
          max: new Date(shown.to),
          label: t('timeAxis', { from: words.day(shown.from) }),
          tickNumber: 6,
          tickLabelStyle: axisText,
          labelStyle: axisText,
          valueFormatter: (at: Date, { location }) =>
            location === 'tick' ? words.tick(at.getTime()) : words.moment(at.getTime()),
        },
      ]}
      yAxis={[
        {
          id: 'value',
          label: valueLabel,
          width: 'auto',
          // From 0, so that twice as high is twice as much.
          min: hasNegative ? undefined : 0,
          // Nothing but 0 lies at the foot, too.
          max: hasHeight ? undefined : divisor,
          tickNumber: TICKS,
          tickLabelStyle: axisText,
          labelStyle: axisText,
          valueFormatter: axisWords(divisor, i18n.language),
        },
      ]}
      series={lines.map(({ name, colour, filled = false }, index) => ({
        id: String(index),
        label: name,
        color: colourOf(colour),
        data: aligned.values[index] ?? [],
        connectNulls: aligned.passes[index] ?? false,
        curve: 'linear',
        area: filled,
        // A line of one value has no length.
        showMark: aligned.times.length === 1,
        valueFormatter: (value: number | null) => (value === null ? t('noValue') : formatValue(value)),
      }))}
    >
      <ChartsBrushOverlay />
      <Marking whole={whole} onShow={onShow} />
    </LineChart>
  )
}

/** What is marked by dragging is shown when it is let go. */
function Marking({ whole, onShow }: Pick<TimeChartProps, 'whole' | 'onShow'>) {
  const brush = useBrush()
  const area = useDrawingArea()
  const scale = useXScale<'time'>('time')
  const last = useRef<ReturnType<typeof useBrush>>(null)
  useEffect(() => {
    const before = last.current
    last.current = brush
    if (brush !== null || before === null) return
    const at = (x: number) => scale.invert(Math.min(Math.max(x, area.left), area.left + area.width)).getTime()
    const span = marked(at(before.start.x), at(before.current.x), whole)
    if (span !== null) onShow(span)
  }, [brush, area, scale, whole, onShow])
  return null
}
