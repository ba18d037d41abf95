import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../lazyPart'
import type { BarsOverTimeProps } from './BarsOverTime'
import { ChartFigure } from './ChartFigure'
import { ValueTable } from './ValueTable'

const BarsOverTime = lazyPart<BarsOverTimeProps>(() => import('./BarsOverTime'))

interface BarFigureProps extends Omit<BarsOverTimeProps, 'height' | 'divisor'> {
  readonly title: string
  /** What the bars say, in a sentence, for those who can't see them. */
  readonly summary: string
  readonly divisor?: number
  readonly height?: number
  /** At the end of the title's row. */
  readonly aside?: ReactNode
}

/** Bars over time with their table. */
export function BarFigure({ title, summary, divisor = 1, height = 200, aside, ...chart }: BarFigureProps) {
  const { t } = useTranslation('charts')
  const rows = () =>
    chart.bars.map(({ at, value }) => ({ key: at, cells: [chart.formatTime(at, false), chart.formatValue(value)] }))
  return (
    <ChartFigure
      title={title}
      summary={summary}
      height={height}
      aside={aside}
      below={<ValueTable head={[t('time'), chart.name]} rows={rows} count={chart.bars.length} />}
    >
      <BarsOverTime {...chart} divisor={divisor} height={height} />
    </ChartFigure>
  )
}
