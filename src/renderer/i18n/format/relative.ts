const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The words for a distance in time: a key of `common:time` and its count. */
export interface RelativeWords {
  readonly key: 'justNow' | 'secondsAgo' | 'minutesAgo' | 'hoursAgo' | 'daysAgo' | 'inMinutes' | 'inHours' | 'inDays'
  readonly count: number
}

/** How far `at` is from `now`. Less than 10 s, and clocks that run up to a minute ahead, count as “just now”. */
export function relativeWords(at: number, now: number): RelativeWords {
  const past = now - at
  if (past < -DAY) return { key: 'inDays', count: Math.round(-past / DAY) }
  if (past < -HOUR) return { key: 'inHours', count: Math.round(-past / HOUR) }
  if (past < -MINUTE) return { key: 'inMinutes', count: Math.round(-past / MINUTE) }
  if (past < 10 * SECOND) return { key: 'justNow', count: 0 }
  if (past < MINUTE) return { key: 'secondsAgo', count: Math.floor(past / SECOND / 10) * 10 }
  if (past < HOUR) return { key: 'minutesAgo', count: Math.floor(past / MINUTE) }
  if (past < DAY) return { key: 'hoursAgo', count: Math.floor(past / HOUR) }
  return { key: 'daysAgo', count: Math.floor(past / DAY) }
}
