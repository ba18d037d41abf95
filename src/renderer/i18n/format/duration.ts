/** A span of milliseconds as hours and minutes: “1:05 h”; under an hour “12 min”; from two days on “3 d”. Negative spans count as none. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 60) return `${minutes} min`
  if (minutes >= 48 * 60) return `${Math.floor(minutes / 1440)} d`
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`
}
