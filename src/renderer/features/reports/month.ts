import { dateTimeFormat } from '@renderer/i18n/format/intl'
import { GROUPINGS, type Grouping } from '@shared/contract/reports'

/** The month of a moment by this computer's clock, `2026-03`. */
export function monthOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`
}

/** A month some months later. */
export function laterMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

/** Months to choose from, the newest first: the last three years up to `now` (ms), as far as to the one that is shown. */
export function monthsAround(shown: string, now: number): string[] {
  const latest = [monthOf(now), shown].sort().at(-1) ?? shown
  const earliest = [laterMonth(monthOf(now), -36), shown].sort()[0] ?? shown
  const months = [latest]
  for (let month = latest; month > earliest; ) {
    month = laterMonth(month, -1)
    months.push(month)
  }
  return months
}

/** A month in words: “March 2026”. */
export function monthWords(month: string, locale: string): string {
  const format = dateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(Date.parse(`${month}-01T00:00:00Z`))
}

/** What the contract takes for a month; what is typed may be none (yet). */
const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/

export const isMonth = (text: string | undefined): text is string => text !== undefined && MONTH.test(text)

export const isGrouping = (text: string | undefined): text is Grouping => GROUPINGS.some((by) => by === text)

/** Where a report is shown; with a key, one of its lines beside it. */
export function reportPath(month: string, by: Grouping, key?: string): string {
  return `/reports/month/${month}/${by}${key === undefined ? '' : `/${encodeURIComponent(key)}`}`
}

/** Where its statements are printed: all, or one. */
export function statementsPath(month: string, by: Grouping, key?: string): string {
  return `/reports/statements/${month}/${by}${key === undefined ? '' : `/${encodeURIComponent(key)}`}`
}
