import { useFormat } from '@renderer/i18n/useFormat'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../lazyPart'
import { ChartFigure } from './ChartFigure'
import { LineLegend } from './LineLegend'
import { alignLines, type ChartLine } from './lines'
import type { Span } from './span'
import type { TimeChartProps } from './TimeChart'
import { ValueTable } from './ValueTable'
import { ZoomButtons } from './ZoomButtons'

const TimeChart = lazyPart<TimeChartProps>(() => import('./TimeChart'))

interface TimeFigureProps extends Pick<TimeChartProps, 'valueLabel' | 'formatValue'> {
  readonly title: string
  /** What the lines say, in a sentence, for those who can't see them. */
  readonly summary: string
  readonly lines: readonly ChartLine[]
  /** What there is to be seen; left out, from the first point to the last. */
  readonly span?: Span
  readonly divisor?: number
  readonly height?: number
  /** Whether a table of the same values stands below; where there is one beside anyway, it does not. */
  readonly withTable?: boolean
}

/** Lines over time with everything around them: what is shown can be chosen, and read as a table. */
export function TimeFigure({
  title,
  summary,
  lines,
  span,
  divisor = 1,
  height = 200,
  withTable = true,
  ...chart
}: TimeFigureProps) {
  const { t } = useTranslation('charts')
  const format = useFormat()
  const [chosen, setChosen] = useState<Span | null>(null)
  const whole = span ?? extentOf(lines)
  // What was chosen may have left what there is to be seen.
  const shown = chosen && chosen.from >= whole.from && chosen.to <= whole.to ? chosen : whole
  const choose = (next: Span) => setChosen(next.from <= whole.from && next.to >= whole.to ? null : next)
  const { times, values } = alignLines(lines)
  const rows = () =>
    times.map((at, place) => ({
      key: at,
      cells: [
        format.dateTime(at),
        ...values.map((line) => {
          const value = line[place] ?? null
          return value === null ? '' : chart.formatValue(value)
        }),
      ],
    }))
  return (
    <ChartFigure
      title={title}
      summary={summary}
      height={height}
      aside={<ZoomButtons whole={whole} shown={shown} onShow={choose} />}
      below={
        <>
          {lines.length > 1 && <LineLegend lines={lines} />}
          {withTable && (
            <ValueTable head={[t('time'), ...lines.map(({ name }) => name)]} rows={rows} count={times.length} />
          )}
        </>
      }
    >
      <TimeChart
        {...chart}
        lines={lines}
        whole={whole}
        shown={shown}
        onShow={choose}
        divisor={divisor}
        height={height}
      />
    </ChartFigure>
  )
}

/** From the first point of any line to the last; a single moment has a minute around it. */
function extentOf(lines: readonly ChartLine[]): Span {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { points } of lines) {
    for (const { at } of points) {
      from = Math.min(from, at)
      to = Math.max(to, at)
    }
  }
  if (from > to) return { from: 0, to: 1 }
  return from === to ? { from: from - 30_000, to: to + 30_000 } : { from, to }
}
