import { dateTimeFormat } from './intl'

/** A time of day, in minutes after midnight. */
export function timeOfDay(locale: string, minutes: number): string {
  return dateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format((minutes % 1_440) * 60_000)
}

/** The short name of a day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayName(locale: string, day: number): string {
  // 1970-01-05 was a Monday.
  return dateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format((3 + day) * 86_400_000)
}
