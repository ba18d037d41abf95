import type { KnownSession } from './sessionRow'

/**
 * Most sessions that are remembered: several times the EVSEs of a site. When there are more, all are let go and read
 * again as they are needed.
 */
export const KNOWN_SESSIONS_MAX = 1_000

/** The sessions that events went to lately, so that the next event need not read its session. */
export interface KnownSessions {
  /**
   * Takes a session out, for a job that changes it. Whatever becomes of the job, what is remembered is never behind the
   * database: a job that is undone or run again, and another one in the same transaction, reads it there.
   */
  take(stationId: number, transactionId: string): KnownSession | undefined
  /** Puts back what a job made of a session, once that is committed, in the order of the jobs. */
  put(session: KnownSession): void
}

export function createKnownSessions(): KnownSessions {
  const known = new Map<string, KnownSession>()
  const key = (stationId: number, transactionId: string) => `${stationId} ${transactionId}`
  return {
    take(stationId, transactionId) {
      const name = key(stationId, transactionId)
      const session = known.get(name)
      if (session) known.delete(name)
      return session
    },
    put(session) {
      if (known.size >= KNOWN_SESSIONS_MAX) known.clear()
      known.set(key(session.stationId, session.transactionId), session)
    },
  }
}
