import { use, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  formatDate,
  formatDateTime,
  formatEnergy,
  formatPower,
  formatPreciseTime,
  formatSize,
  formatTime,
  relativeWords,
  spanWords,
} from './format'
import { dateTimeFormat, numberFormat } from './format/intl'
import { TimeZoneContext } from './timeZone'

/**
 * The formats of i18n/format in the language on screen, with times in the zone that counts there. `relative` gives “12 min ago” for a
 * `now` of the caller, `dates` another way of writing times.
 */
export function useFormat() {
  const { t, i18n } = useTranslation('common')
  const locale = i18n.language
  const timeZone = use(TimeZoneContext)
  return useMemo(
    () => ({
      energy: (wattHours: number) => formatEnergy(wattHours, locale),
      power: (watts: number) => formatPower(watts, locale),
      size: (bytes: number) => formatSize(bytes, locale),
      number: (value: number) => numberFormat(locale, {}).format(value),
      dateTime: (at: number) => formatDateTime(at, locale, timeZone),
      date: (at: number) => formatDate(at, locale, timeZone),
      time: (at: number) => formatTime(at, locale, timeZone),
      preciseTime: (at: number) => formatPreciseTime(at, locale, timeZone),
      dates: (options: Intl.DateTimeFormatOptions) => dateTimeFormat(locale, { ...options, timeZone }),
      duration: (ms: number) => {
        const span = spanWords(ms)
        if (span.key === 'minutes' && span.count === 0) return t('span.underMinute')
        if (span.key === 'hours') return t('span.hours', { hours: span.hours, minutes: span.minutes })
        return t(`span.${span.key}`, { count: span.count })
      },
      relative: (at: number, now: number) => {
        const { key, count } = relativeWords(at, now)
        return t(`time.${key}`, { count })
      },
    }),
    [t, locale, timeZone],
  )
}
