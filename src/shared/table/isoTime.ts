/**
 * A moment as ISO 8601 with the zone of this computer, milliseconds included: `2026-03-29T03:30:00.000+02:00`. The hour
 * on the clock is what people compare, and the zone keeps it unmistakable in the night when clocks change.
 * @param offsetMinutes how far local time is ahead of UTC at that moment; this computer's when left out
 */
export function isoTime(at: number, offsetMinutes = -new Date(at).getTimezoneOffset()): string {
  const local = new Date(at + offsetMinutes * 60_000).toISOString().slice(0, -1)
  if (offsetMinutes === 0) return `${local}Z`
  const ahead = Math.abs(offsetMinutes)
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0')
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(ahead / 60)}:${two(ahead % 60)}`
}
