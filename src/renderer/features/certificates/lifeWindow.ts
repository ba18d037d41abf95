import type { CalendarEntry } from '@shared/contract/certificates'

/** The part of time that life lines are drawn in. Milliseconds. */
export interface LifeWindow {
  readonly from: number
  readonly to: number
}

const YEAR = 365 * 86_400_000

/**
 * What has to be seen: from a tenth before now up to a little after the last certificate of a station ends, a year at
 * least. Authorities live so much longer that the stations' lines would be dots beside theirs: their lines go on beyond.
 */
export function lifeWindow(entries: readonly CalendarEntry[], now: number): LifeWindow {
  const stations = entries.filter(({ role }) => role === 'station')
  const told = stations.length > 0 ? stations : entries
  const last = Math.max(now + YEAR, ...told.map(({ notAfter }) => notAfter))
  const first = Math.min(now, ...stations.map(({ notBefore }) => notBefore ?? now))
  const length = last - Math.max(first, now - 2 * YEAR)
  return { from: Math.max(first, now - 2 * YEAR) - 0.03 * length, to: last + 0.05 * length }
}

/** Where a moment lies in the window, 0 to 1; beyond it at its edge. */
export function shareIn({ from, to }: LifeWindow, at: number): number {
  return Math.min(Math.max((at - from) / (to - from), 0), 1)
}

/** The months or years to mark, so that there are no more than some six of them. */
export function lifeMarks({ from, to }: LifeWindow): number[] {
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find((each) => (to - from) / (each * YEAR) <= 0.58) ?? 240
  const begin = new Date(from)
  const marks: number[] = []
  for (let place = 0; ; place += 1) {
    const first = Math.ceil((begin.getMonth() + 1) / months) * months
    const at = new Date(begin.getFullYear(), first + place * months, 1).getTime()
    if (at > to) return marks
    if (at >= from) marks.push(at)
  }
}

/** When something is done about a certificate by itself; null when nothing is, or when it was done. */
export function renewalAt({ plan }: CalendarEntry): number | null {
  if (plan.kind === 'will-ask') return plan.at
  if (plan.kind === 'asked') return plan.againAt
  return plan.kind === 'needs-root-key' ? plan.from : null
}
