import { useFormat } from '@renderer/i18n/useFormat'
import { useTranslation } from 'react-i18next'
import type { EnergyPeriod, PeriodUnit } from './energyPeriod'

/** How a period and its bars are named. */
export function usePeriodWords(unit: PeriodUnit) {
  const { t, i18n } = useTranslation('energy')
  const format = useFormat()
  const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(i18n.language, options)
  const short = written(
    unit === 'day'
      ? { hour: 'numeric' }
      : unit === 'week'
        ? { weekday: 'short', day: 'numeric' }
        : unit === 'month'
          ? { day: 'numeric' }
          : { month: 'short' },
  )
  const long = written(unit === 'year' ? { month: 'long', year: 'numeric' } : { dateStyle: 'full' })
  const names = {
    day: written({ dateStyle: 'full' }),
    week: written({ dateStyle: 'medium' }),
    month: written({ month: 'long', year: 'numeric' }),
    year: written({ year: 'numeric' }),
  }
  return {
    bar: (at: number, isShort: boolean) => {
      if (isShort) return short.format(at)
      return unit === 'day' ? t('hour', { from: format.time(at), to: format.time(at + 3_600_000) }) : long.format(at)
    },
    period: ({ from, to }: EnergyPeriod) =>
      // The last day, not the midnight after it.
      unit === 'week' ? names.week.formatRange(from, to - 1) : names[unit].format(from),
  }
}
