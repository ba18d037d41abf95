import type { Session } from '@shared/contract/sessions'
import { AppError } from '@shared/errors'
import type { AuthorizationDecision } from '../cards/authorize'
import { decide, notePresented } from '../cards/present'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import { findSessions, type SessionFilter } from '../store/queries/ledger'
import { toPage } from '../store/queries/page'
import { appendRawEvent, earlierReply, placeTakenApart, type RawEvent } from '../store/queries/rawEvents'
import { figuresSince } from '../store/queries/sessionFigures'
import { insertSession, readingsOf, sessionByTransaction, upsertReading } from '../store/queries/sessions'
import { runningSessions, sessionById } from '../store/queries/sessionView'
import { applyEvent, NO_SESSION, type SessionEvent, withDoubt } from './applyEvent'
import { createKnownSessions, type KnownSession } from './knownSessions'
import { placing } from './seqRun'
import { save, toKnown } from './sessionRow'

/** What the domain made of an event; the adapter words the answer from it. */
export interface Recorded {
  /** Number of the session: 1.6's transactionId. */
  readonly sessionId: number
  /** What the site says to the card of the event; null when it names none. */
  readonly decision: AuthorizationDecision | null
}

/** Most readings given out for one session's picture. */
export const READINGS_SHOWN = 1_000

/** The ledger: sessions and the raw events behind them. */
export interface Sessions {
  /**
   * Appends an event and applies it, in one transaction; resolves with the answer once it is on disk. The same content
   * again gets the same answer and changes nothing (E13, 1.6 errata §3.18).
   * @param word builds the version's answer; called inside the transaction, so it must be pure
   */
  record<Reply extends object>(raw: RawEvent, event: SessionEvent, word: (recorded: Recorded) => Reply): Promise<Reply>
  /** Appends an event that belongs to no session: it is kept and changes nothing else. */
  keep(raw: RawEvent, reply: object | null, problem: string | null): Promise<void>
  running(): Session[]
  get(sessionId: number): { session: Session; readings: ReturnType<typeof readingsOf> }
  view(sessionId: number): Session | undefined
  find(filter: SessionFilter): { entries: Session[]; next: number | null; total: number }
  figuresSince(midnight: number): ReturnType<typeof figuresSince>
}

export interface SessionsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
}

export function createSessions({ store, clock, changes }: SessionsDeps): Sessions {
  const { read, writer } = store
  const known = createKnownSessions()

  /** The event's session as its last event left it; undefined when there is none yet. */
  const findSession = (db: WriteDb, { stationId, transactionId }: RawEvent): KnownSession | undefined => {
    if (transactionId === null) return undefined
    const remembered = known.take(stationId, transactionId)
    if (remembered) return remembered
    const row = sessionByTransaction(db, stationId, transactionId)
    return row && toKnown(row)
  }

  /** Whether another event has the place of this one, and what its session's places are with it. */
  const takePlace = (db: WriteDb, session: KnownSession, { stationId, transactionId, seqNo }: RawEvent) => {
    const { run, apart } = session
    if (transactionId === null || seqNo === null) return { taken: false, isApart: false, run, apart }
    const place = placing(run, seqNo)
    const taken = place.kind === 'inside' || (apart && placeTakenApart(db, stationId, transactionId, seqNo))
    const isApart = place.kind === 'apart'
    return { taken, isApart, run: place.kind === 'next' ? place.run : run, apart: apart || isApart }
  }

  return {
    async record<Reply extends object>(raw: RawEvent, event: SessionEvent, word: (recorded: Recorded) => Reply) {
      const { stationId } = raw
      const repeated = (earlier: string) => ({ reply: JSON.parse(earlier) as Reply, session: null, noted: [] })
      const { reply, session, noted } = await writer.write((db) => {
        const now = clock()
        const found = findSession(db, raw)
        // What belongs to a session that is there is appended at once, and turns out to be a repetition in doing so.
        // Otherwise a repetition must not open a session.
        const earlier = found ? null : earlierReply(db, stationId, raw.contentKey)?.reply
        if (earlier) return repeated(earlier)
        const before = found ?? {
          id: insertSession(db, stationId, raw.transactionId, now),
          facts: NO_SESSION,
          run: null,
          apart: false,
        }
        const place = takePlace(db, before, raw)
        // E01.FR.11, C12.FR.03: the card inside a transaction event is checked again, whatever was said before.
        const decision = event.token && decide(db, event.token, now)
        const reply = word({ sessionId: before.id, decision })
        // 1.6 leaves the numbering to the server: from here on the event has its transaction's number too.
        const transactionId = raw.transactionId ?? String(before.id)
        const entered = { reply: JSON.stringify(reply), problem: null, apart: place.isApart }
        if (!appendRawEvent(db, { ...raw, transactionId }, entered)) {
          return repeated(earlierReply(db, stationId, raw.contentKey)?.reply ?? entered.reply)
        }
        const noted =
          event.token && decision ? notePresented(db, [{ stationId, token: event.token, decision, at: now }]) : []
        const applied = applyEvent(before.facts, event, decision?.status ?? null)
        const facts = place.taken ? withDoubt(applied, 'conflict') : applied
        const session: KnownSession = { id: before.id, facts, run: place.run, apart: place.apart }
        save(db, found, session, now)
        for (const reading of event.readings) upsertReading(db, session.id, reading)
        return { reply, session, noted }
      })
      if (session) {
        // Few events come after the end.
        if (session.facts.state === 'running') known.put(stationId, raw.transactionId ?? String(session.id), session)
        changes.emit('session', session.id)
        // The log of presented cards has one line more.
        if (event.token) changes.emit('event', stationId)
      }
      for (const id of noted) changes.emit('unknownCard', id)
      return reply
    },

    async keep(raw, reply, problem) {
      await writer.write((db) =>
        appendRawEvent(db, raw, { reply: reply && JSON.stringify(reply), problem, apart: false }),
      )
    },

    running: () => runningSessions(read),
    get(sessionId) {
      const session = sessionById(read, sessionId)
      if (!session) throw new AppError('UNKNOWN_SESSION')
      return { session, readings: readingsOf(read, sessionId, READINGS_SHOWN) }
    },
    view: (sessionId) => sessionById(read, sessionId),
    find(filter) {
      const { rows, total } = findSessions(read, filter)
      return toPage(rows, filter.limit, total, (session) => session)
    },
    figuresSince: (midnight) => figuresSince(read, midnight),
  }
}
