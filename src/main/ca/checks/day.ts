/** The day of a time in milliseconds, UTC, as ISO 8601 writes it. */
export function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
