import { BarChart } from '@mui/x-charts/BarChart'
import type { ChartColour } from '@renderer/app/theme/tokens'
import { useTranslation } from 'react-i18next'
import { axisText, colourOf } from './chartStyle'
import { axisWords, TICKS } from './ticks'

export interface Bar {
  readonly at: number
  readonly value: number
}

export interface BarsOverTimeProps {
  readonly name: string
  readonly colour: ChartColour
  readonly bars: readonly Bar[]
  /** What the bars stand for, beside their axis: hours, days. */
  readonly timeLabel: string
  /** How a bar is named: short under it, in full where there is room. */
  readonly formatTime: (at: number, isShort: boolean) => string
  readonly valueLabel: string
  readonly divisor: number
  readonly formatValue: (value: number) => string
  readonly height: number
  /** Drawn beside other things, with fewer names. */
  readonly narrow?: boolean
}

/** Most names under the bars of a wide picture, and of a narrow one. */
const NAMES = { wide: 8, narrow: 4 } as const

/** A bar a stretch of time, as the library draws them; by arrow keys from one to the next. */
export default function BarsOverTime(props: BarsOverTimeProps) {
  const { name, colour, bars, timeLabel, formatTime, valueLabel, divisor, formatValue, height, narrow } = props
  const { t, i18n } = useTranslation('charts')
  return (
    <BarChart
      height={height}
      skipAnimation
      hideLegend
      borderRadius={3}
      grid={{ horizontal: true }}
      margin={{ left: 0, right: 4, top: 10, bottom: 0 }}
      xAxis={[
        {
          id: 'time',
          scaleType: 'band',
          data: bars.map(({ at }) => at),
          label: timeLabel,
          categoryGapRatio: 0.25,
          disableTicks: true,
          // As many names as there is room for, at even distances.
          tickLabelInterval: (_: number, index) =>
            index % Math.ceil(bars.length / NAMES[narrow ? 'narrow' : 'wide']) === 0,
          tickLabelStyle: axisText,
          labelStyle: axisText,
          valueFormatter: (at: number, { location }) => formatTime(at, location === 'tick'),
        },
      ]}
      yAxis={[
        {
          id: 'value',
          label: valueLabel,
          width: 'auto',
          min: 0,
          // Without anything yet there is still an axis.
          max: bars.every(({ value }) => value <= 0) ? divisor : undefined,
          tickNumber: TICKS,
          tickLabelStyle: axisText,
          labelStyle: axisText,
          valueFormatter: axisWords(divisor, i18n.language),
        },
      ]}
      series={[
        {
          id: 'bars',
          label: name,
          color: colourOf(colour),
          data: bars.map(({ value }) => value),
          valueFormatter: (value: number | null) => (value === null ? t('noValue') : formatValue(value)),
        },
      ]}
    />
  )
}
