import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** The days of the week, Monday first, as the language on screen calls them; 1 is Monday. */
export function useWeekdays() {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const names = (weekday: 'short' | 'long') => new Intl.DateTimeFormat(i18n.language, { weekday, timeZone: 'UTC' })
    const [short, long] = [names('short'), names('long')]
    // The fifth of January 2026 is a Monday.
    return [1, 2, 3, 4, 5, 6, 7].map((day) => {
      const at = Date.UTC(2026, 0, 4 + day)
      return { day, short: short.format(at), long: long.format(at) }
    })
  }, [i18n.language])
}
