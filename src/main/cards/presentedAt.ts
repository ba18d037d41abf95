import { createBreather } from '../breather'
import type { ReadDb } from '../store/handles'
import type { OfStationsFilter } from '../store/queries/ofStations'
import {
  type AuthorizationRow,
  beforePresented,
  countPresentedAt,
  newestPresented,
  presentedAtOf,
} from '../store/queries/presented'

/** Numbers of presented cards that are looked at in one go: a few milliseconds. */
const NUMBERS_A_PART = 2_000

/** What was presented at one station, out of what was presented at all of them. */
export interface PresentedAt {
  /**
   * Newest first; one row more than `limit` when there are more. The log of all stations is gone through in parts, and
   * others have their turns in between; once `signal` is aborted it ends with what it has.
   */
  find(
    filter: OfStationsFilter & { readonly stationId: number },
    signal?: AbortSignal,
  ): Promise<{ rows: AuthorizationRow[]; total: number }>
}

/**
 * Remembers how many it has counted: what is in the log stays until the oldest of it is forgotten, so that only what came
 * since is looked at again.
 */
export function createPresentedAt(read: ReadDb): PresentedAt {
  const counted = new Map<number, { readonly from: number; readonly upTo: number; readonly cards: number }>()

  const countAll = async (stationId: number, breathe: () => Promise<void>, signal: AbortSignal | undefined) => {
    const newest = newestPresented(read)
    const from = beforePresented(read)
    const known = counted.get(stationId)
    let { upTo, cards } = known?.from === from ? known : { upTo: from, cards: 0 }
    while (upTo < newest && !signal?.aborted) {
      const part = { after: upTo, upTo: Math.min(upTo + NUMBERS_A_PART, newest) }
      cards += countPresentedAt(read, stationId, part)
      upTo = part.upTo
      await breathe()
    }
    counted.set(stationId, { from, upTo, cards })
    return cards
  }

  return {
    async find({ stationId, before, limit }, signal) {
      const breathe = createBreather()
      const rows: AuthorizationRow[] = []
      let upTo = Math.min((before ?? Number.MAX_SAFE_INTEGER) - 1, newestPresented(read))
      const oldest = beforePresented(read)
      while (upTo > oldest && rows.length <= limit && !signal?.aborted) {
        const part = { after: Math.max(upTo - NUMBERS_A_PART, oldest), upTo }
        rows.push(...presentedAtOf(read, stationId, part, limit + 1 - rows.length))
        upTo = part.after
        await breathe()
      }
      return { rows, total: await countAll(stationId, breathe, signal) }
    },
  }
}
