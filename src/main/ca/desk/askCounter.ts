import type { OwnerRef } from '../owner'
import type { DeskLimits } from './limits'

/** Says whether one more request of an owner is still looked at, and counts it. */
export type MayAsk = (owner: OwnerRef, now: number) => boolean

/** Counts what every owner asks in a stretch of time, in memory. */
export function createAskCounter(
  limits: Pick<DeskLimits, 'askedPerOwner' | 'askedWithinMs' | 'ownersCounted'>,
): MayAsk {
  const counted = new Map<string, { since: number; times: number }>()
  return ({ kind, id }, now) => {
    const key = `${kind} ${id}`
    const known = counted.get(key)
    // A clock that was set back begins anew, too.
    const goesOn = known !== undefined && now >= known.since && now - known.since < limits.askedWithinMs
    const entry = goesOn ? known : { since: now, times: 0 }
    entry.times += 1
    if (!goesOn) {
      counted.delete(key)
      counted.set(key, entry)
      const [oldest] = counted.keys()
      if (counted.size > limits.ownersCounted && oldest !== undefined) counted.delete(oldest)
    }
    return entry.times <= limits.askedPerOwner
  }
}
