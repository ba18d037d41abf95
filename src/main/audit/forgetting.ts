import { setTimeout as wait } from 'node:timers/promises'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { type BoundedLog, forgetOldest, isOutOfBounds } from '../store/queries/forgetting'

/** How much is kept of what tells of people and grows for ever, by name. The ledger and the list of changes stay whole. */
export interface RetentionLimits {
  /** Days after which it is forgotten that a card was presented. */
  readonly presentedDays: number
  /** Most presented cards that are kept: a charger may present cards all day long. */
  readonly presentedCards: number
  /** Days after which a security event is forgotten. */
  readonly securityDays: number
  readonly securityEvents: number
  /** How often it is looked for what is too old, in milliseconds. */
  readonly everyMs: number
  /** Rows that are forgotten in one go, and how long everybody else has the database in between, in milliseconds. */
  readonly rowsAtOnce: number
  readonly pauseMs: number
}

export const RETENTION_LIMITS: RetentionLimits = {
  presentedDays: 400,
  presentedCards: 5_000_000,
  securityDays: 400,
  securityEvents: 500_000,
  everyMs: 3_600_000,
  rowsAtOnce: 20,
  pauseMs: 100,
}

const DAY_MS = 86_400_000

/** Forgets what is too old, a little at a time: chargers are not held up by it. */
export interface Forgetting {
  /** Resolves when nothing is out of bounds any more, or when it was closed. */
  sweep(): Promise<void>
  close(): Promise<void>
}

export function createForgetting(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<RetentionLimits>
}): Forgetting {
  const { store, clock, changes, onFailure } = deps
  const limits = { ...RETENTION_LIMITS, ...deps.limits }
  const closing = new AbortController()
  let underWay: Promise<void> | null = null

  const boundsOf = (log: BoundedLog) => {
    const [days, most] =
      log === 'presented' ? [limits.presentedDays, limits.presentedCards] : [limits.securityDays, limits.securityEvents]
    return { before: clock() - days * DAY_MS, most }
  }

  const sweepLog = async (log: BoundedLog) => {
    const bounds = boundsOf(log)
    if (!isOutOfBounds(store.read, log, bounds)) return
    for (let goesOn = true; goesOn && !closing.signal.aborted; ) {
      goesOn = await store.writer.write((db) => forgetOldest(db, log, bounds, limits.rowsAtOnce))
      if (goesOn) await wait(limits.pauseMs, undefined, { signal: closing.signal }).catch(() => {})
    }
    // Of all stations: lists that show what is gone look again.
    changes.emit('event', 0)
  }
  const sweepAll = async () => {
    await sweepLog('presented')
    await sweepLog('security')
  }
  const sweep = () => {
    underWay ??= sweepAll().finally(() => {
      underWay = null
    })
    return underWay
  }

  const timer = setInterval(() => void sweep().catch(onFailure), limits.everyMs)
  timer.unref()

  return {
    sweep,
    async close() {
      clearInterval(timer)
      closing.abort()
      await underWay?.catch(() => {})
    },
  }
}
