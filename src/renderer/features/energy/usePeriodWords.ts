import { useFormat } from '@renderer/i18n/useFormat'
import { useTranslation } from 'react-i18next'
import type { EnergyPeriod, PeriodUnit } from './energyPeriod'

/** How a period and its bars are named. */
export function usePeriodWords(unit: PeriodUnit) {
  const { t } = useTranslation('energy')
  const format = useFormat()
  const short = format.dates(
    unit === 'day'
      ? { hour: 'numeric' }
      : unit === 'week'
        ? { weekday: 'short', day: 'numeric' }
        : unit === 'month'
          ? { day: 'numeric' }
          : { month: 'short' },
  )
  const long = format.dates(unit === 'year' ? { month: 'long', year: 'numeric' } : { dateStyle: 'full' })
  const names = {
    day: format.dates({ dateStyle: 'full' }),
    week: format.dates({ dateStyle: 'medium' }),
    month: format.dates({ month: 'long', year: 'numeric' }),
    year: format.dates({ year: 'numeric' }),
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
