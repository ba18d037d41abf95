/** A time zone, as calendars need it. Times are milliseconds since 1970 UTC; local times are the same of the wall clock. */
export interface Zone {
  /** Its IANA name, such as `Europe/Berlin`. */
  readonly name: string
  /** How far local time is ahead of UTC at a moment, in milliseconds. */
  offsetAt(at: number): number
}

/** From a moment on, and before another one. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The zone of this computer. */
export function thisComputersZone(): Zone {
  return {
    // Not before it is wanted: all calendars and zones are read for it.
    get name() {
      return new Intl.DateTimeFormat().resolvedOptions().timeZone
    },
    offsetAt: (at) => -new Date(at).getTimezoneOffset() * MINUTE_MS,
  }
}

/**
 * The moment at which the clocks show a local time: the first one where they show it twice, and where they leap over it
 * the moment of the leap.
 */
export function instantOf(zone: Zone, local: number): number {
  const earlier = zone.offsetAt(local - DAY_MS)
  const later = zone.offsetAt(local + DAY_MS)
  if (earlier === later) return local - earlier
  if (zone.offsetAt(local - earlier) === earlier) return local - earlier
  if (zone.offsetAt(local - later) === later) return local - later
  return changeBetween(zone, local - DAY_MS, local + DAY_MS) ?? local - later
}

/** The first moment after `from`, and up to `to`, with another offset than at `from`; null when there is none. */
export function changeBetween(zone: Zone, from: number, to: number): number | null {
  const before = zone.offsetAt(from)
  if (zone.offsetAt(to) === before) return null
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (zone.offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}

/** Midnight at which a local day begins. @param day `2026-03-29` */
export function dayBegins(zone: Zone, day: string): number {
  return instantOf(zone, Date.parse(`${day}T00:00:00Z`))
}

/** The local day of a moment, as `2026-03-29`. */
export function dayOf(zone: Zone, at: number): string {
  return new Date(at + zone.offsetAt(at)).toISOString().slice(0, 10)
}

/** A month of the zone's calendar, from midnight to midnight, however long its days are. @param month `2026-03` */
export function monthSpan(zone: Zone, month: string): Span {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return {
    from: instantOf(zone, Date.UTC(year, number - 1, 1)),
    to: instantOf(zone, Date.UTC(year, number, 1)),
  }
}
