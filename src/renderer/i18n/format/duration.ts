/** The words for a span of time: a key of `common:span` and what stands in it. */
export type SpanWords =
  | { readonly key: 'minutes' | 'days'; readonly count: number }
  | { readonly key: 'hours'; readonly hours: number; readonly minutes: string }

/** A span of milliseconds: under an hour in minutes, under two days as hours and minutes, from then on in days. Negative spans count as none. */
export function spanWords(ms: number): SpanWords {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 60) return { key: 'minutes', count: minutes }
  if (minutes >= 48 * 60) return { key: 'days', count: Math.floor(minutes / 1440) }
  return { key: 'hours', hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') }
}
