import type { CallRefusal } from '@shared/ocpp/refusedCall'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { allRefusedCalls, deleteRefusedCall, type RefusedCallRow, saveRefusedCall } from '../store/queries/refusedCalls'

/** How much is kept of callers that are turned away. */
export interface RefusedCallLimits {
  /** Kinds of refused calls that are kept; for one more, the one that is longest gone is forgotten. */
  readonly kinds: number
  /** Kinds of one network address, which may be a router with a whole site behind it; what it tries beyond that is counted together, whatever it calls itself. */
  readonly kindsPerAddress: number
  /** How long a kind is kept after its last call, in milliseconds. */
  readonly keptMs: number
}

export const REFUSED_CALL_LIMITS: RefusedCallLimits = {
  kinds: 300,
  kindsPerAddress: 60,
  keptMs: 30 * 24 * 3_600_000,
}

/** A caller that was turned away. */
export interface RefusedCall {
  /** As it called itself; null where the call got no further than TLS. */
  readonly identity: string | null
  readonly remoteAddress: string
  readonly transport: 'ws' | 'wss' | 'mqtts'
  readonly reason: CallRefusal
  /** What the sentence about it needs. */
  readonly data: Readonly<Record<string, string>>
}

/** The calls of one kind: same caller, same reason. */
export interface RefusedCalls {
  /**
   * Takes note of a refused call; what is noted is written within the lazy delay.
   * @returns how often this kind has been seen
   */
  note(call: RefusedCall): number
  /** Newest first. */
  all(): RefusedCallRow[]
  /** Forgets the calls of a kind. @returns false when there are none */
  forget(kind: string): Promise<boolean>
}

export function createRefusedCalls(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly limits?: Partial<RefusedCallLimits>
}): RefusedCalls {
  const { store, clock, changes } = deps
  const limits = { ...REFUSED_CALL_LIMITS, ...deps.limits }
  /** The longest gone first: a kind that is seen again moves to the end. */
  const known = new Map(allRefusedCalls(store.read).map((row) => [row.kind, row]))

  /** Kinds to be written, and those to be deleted (null), since the last write. */
  let gathering: Map<string, RefusedCallRow | null> | null = null
  const writeSoon = (kind: string, row: RefusedCallRow | null) => {
    if (gathering) {
      gathering.set(kind, row)
      return
    }
    const list = new Map([[kind, row]])
    gathering = list
    store.writer.writeSoon(
      (db) => {
        for (const [name, entry] of list) {
          if (entry) saveRefusedCall(db, entry)
          else deleteRefusedCall(db, name)
        }
      },
      {
        onTurn: () => {
          gathering = null
        },
      },
    )
  }

  const drop = (kind: string) => {
    known.delete(kind)
    writeSoon(kind, null)
  }

  const makeRoom = (now: number) => {
    for (const [kind, row] of known) {
      if (row.last_at > now - limits.keptMs && known.size < limits.kinds) return
      drop(kind)
    }
  }

  const kindOf = ({ identity, remoteAddress, transport, reason }: RefusedCall) =>
    JSON.stringify([remoteAddress, transport, reason, identity?.toLowerCase() ?? null])

  const countOf = (remoteAddress: string) => {
    let count = 0
    for (const row of known.values()) if (row.remote_address === remoteAddress) count += 1
    return count
  }

  return {
    note(call) {
      const at = clock()
      const crowded = !known.has(kindOf(call)) && countOf(call.remoteAddress) >= limits.kindsPerAddress
      const told = crowded ? { ...call, identity: null } : call
      const kind = kindOf(told)
      const before = known.get(kind)
      known.delete(kind)
      if (!before) makeRoom(at)
      const row: RefusedCallRow = {
        kind,
        identity: told.identity,
        remote_address: told.remoteAddress,
        transport: told.transport,
        reason: told.reason,
        detail: JSON.stringify(told.data),
        times: (before?.times ?? 0) + 1,
        first_at: before?.first_at ?? at,
        last_at: at,
      }
      known.set(kind, row)
      writeSoon(kind, row)
      changes.emit('refusedCall', 0)
      return row.times
    },

    all: () => [...known.values()].reverse(),

    async forget(kind) {
      if (!known.delete(kind)) return false
      // Also what still waits to be written about it must not bring it back.
      if (gathering?.has(kind)) gathering.set(kind, null)
      await store.writer.write((db) => deleteRefusedCall(db, kind))
      changes.emit('refusedCall', 0)
      return true
    },
  }
}
