import { dateTimeFormat } from './intl'

/** Date and time to the second, in the reader's time zone unless another is given. */
export function formatDateTime(at: number, locale: string, timeZone?: string): string {
  return dateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(at)
}

/** Date only. */
export function formatDate(at: number, locale: string, timeZone?: string): string {
  return dateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at)
}

/** Time of day to the millisecond. */
export function formatPreciseTime(at: number, locale: string, timeZone?: string): string {
  return dateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
    timeZone,
  }).format(at)
}

/** Time of day to the minute. */
export function formatTime(at: number, locale: string, timeZone?: string): string {
  return dateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at)
}
