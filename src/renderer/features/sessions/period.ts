/** The periods that are asked for most, and dates of one's own. */
export const PERIODS = ['any', 'today', 'last-7-days', 'this-month', 'last-month', 'this-year', 'own'] as const
export type Period = (typeof PERIODS)[number]

/** From this moment on, and before that one; undefined where it is open. */
export interface TimeSpan {
  readonly from?: number
  readonly to?: number
}

/** Local midnights, so that a day is a day also when clocks change. `first` and `last` are dates, `2026-01-31`. */
export function spanOf(period: Period, now: number, first = '', last = ''): TimeSpan {
  const today = new Date(now)
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()]
  const midnight = (y: number, m: number, d: number) => new Date(y, m, d).getTime()
  switch (period) {
    case 'any':
      return {}
    case 'today':
      return { from: midnight(year, month, day) }
    case 'last-7-days':
      return { from: midnight(year, month, day - 6) }
    case 'this-month':
      return { from: midnight(year, month, 1) }
    case 'last-month':
      return { from: midnight(year, month - 1, 1), to: midnight(year, month, 1) }
    case 'this-year':
      return { from: midnight(year, 0, 1) }
    case 'own':
      return { ...dated('from', first, 0), ...dated('to', last, 1) }
  }
}

/** The beginning of a date, `later` days after it; nothing for what is no date (yet). */
function dated(name: keyof TimeSpan, text: string, later: number): TimeSpan {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return {}
  const at = new Date(Number(year), Number(month) - 1, Number(day) + later)
  // A year that is still being typed (0002) is left alone by the constructor's rule for two-digit years.
  return Number(year) < 1970 ? {} : { [name]: at.getTime() }
}
