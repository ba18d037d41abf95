import type { Span } from '@shared/zone'

/** What a meter showed, in milliwatt-hours. */
export interface Register {
  readonly at: number
  readonly mwh: number
}

/** What is known of a session's meter around the moments at which it is split. */
export interface Meter {
  readonly first: Register
  readonly last: Register
  /**
   * The last reading at or before a moment, with the highest register up to there, and the first one after it, which is
   * no lower; null where there is none. So what it counted never goes down: stations round a little differently at times.
   */
  around(at: number): { readonly before: Register | null; readonly after: Register | null }
}

/** How a session was split: by readings of its meter, or by time where they lie too far apart. */
export type SplitBy = 'readings' | 'time'

/** Readings that lie further apart than this say too little about a moment between them, in milliseconds. */
export const READINGS_APART_MS = 15 * 60_000

/**
 * The energy of a session in each part of its time. Between two readings it is spread evenly; where they lie further
 * apart than `READINGS_APART_MS`, or the meter is of no use, that is said. The parts always add up to the whole, and what
 * lies before a moment does not depend on the other moments: so the months of a session fit together.
 * @param energyMwh milliwatt-hours of the whole session, as the ledger has them
 * @param moments inside the session's time, in their order
 * @param meter null when it has none, or one that does not count up
 * @returns one more part than there are moments, in milliwatt-hours
 */
export function splitEnergy(
  energyMwh: number,
  session: Span,
  moments: readonly number[],
  meter: Meter | null,
): { parts: number[]; by: SplitBy } {
  let by: SplitBy = 'readings'
  const upTo = moments.map((moment) => {
    const share = meter === null ? null : meteredShare(meter, session, moment)
    if (share === null || share.isFarApart) by = 'time'
    const { part, of } = share ?? { part: BigInt(moment - session.from), of: BigInt(session.to - session.from) }
    const upToHere = Number((BigInt(energyMwh) * part) / of)
    return Math.min(Math.max(upToHere, 0), energyMwh)
  })
  const parts = [...upTo, energyMwh].map((until, place) => until - (upTo[place - 1] ?? 0))
  return { parts, by }
}

/** How much of what the meter counted it had counted at a moment. */
function meteredShare({ first, last, around }: Meter, session: Span, moment: number) {
  if (last.mwh <= first.mwh) return null
  const known = around(moment)
  // Before the first reading and after the last one nothing was counted; times outside of the session are as its ends.
  const before = known.before ?? { at: session.from, mwh: first.mwh }
  const after = known.after ?? { at: session.to, mwh: last.mwh }
  const [from, to] = [Math.max(before.at, session.from), Math.min(after.at, session.to)]
  const wide = BigInt(Math.max(to - from, 1))
  const into = BigInt(Math.min(Math.max(moment - from, 0), Math.max(to - from, 0)))
  const counted = BigInt(after.mwh - before.mwh)
  return {
    part: BigInt(before.mwh - first.mwh) * wide + counted * into,
    of: BigInt(last.mwh - first.mwh) * wide,
    isFarApart: after.mwh > before.mwh && moment > from && moment < to && to - from > READINGS_APART_MS,
  }
}
