import type { Session } from '@shared/contract/sessions'
import { AppError } from '@shared/errors'
import { ID_TOKEN_TYPES } from '@shared/ocpp/idToken'
import type { SessionDoubt } from '@shared/ocpp/session'
import type { AuthorizationDecision } from '../cards/authorize'
import { decide, notePresented, writtenToken } from '../cards/present'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import { toPage } from '../store/queries/page'
import { appendRawEvent, earlierReply, placeTaken, type RawEvent } from '../store/queries/rawEvents'
import {
  figuresSince,
  findSessions,
  insertSession,
  readingsOf,
  runningSessions,
  type SessionFilter,
  type SessionRow,
  saveSession,
  sessionById,
  sessionByTransaction,
  upsertReading,
} from '../store/queries/sessions'
import { applyEvent, NO_SESSION, type SessionEvent, type SessionFacts, withDoubt } from './applyEvent'

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

  const apply = (db: WriteDb, raw: RawEvent, event: SessionEvent) => {
    const now = clock()
    const { stationId, transactionId, seqNo } = raw
    const row = transactionId === null ? undefined : sessionByTransaction(db, stationId, transactionId)
    const sessionId = row?.id ?? insertSession(db, stationId, transactionId, now)
    // E01.FR.11, C12.FR.03: the card inside a transaction event is checked again, whatever was said before.
    const decision = event.token && decide(db, event.token, now)
    const noted =
      event.token && decision ? notePresented(db, [{ stationId, token: event.token, decision, at: now }]) : []
    let facts = applyEvent(row ? toFacts(row) : NO_SESSION, event, decision?.status ?? null)
    if (transactionId !== null && seqNo !== null && placeTaken(db, stationId, transactionId, seqNo)) {
      facts = withDoubt(facts, 'conflict')
    }
    saveSession(db, { id: sessionId, updated_at: now, ...toColumns(facts) })
    for (const reading of event.readings) upsertReading(db, sessionId, reading)
    return { recorded: { sessionId, decision }, noted }
  }

  return {
    async record<Reply extends object>(raw: RawEvent, event: SessionEvent, word: (recorded: Recorded) => Reply) {
      const { reply, sessionId, noted } = await writer.write((db) => {
        const earlier = earlierReply(db, raw.stationId, raw.contentKey)
        if (earlier?.reply) return { reply: JSON.parse(earlier.reply) as Reply, sessionId: null, noted: [] }
        const { recorded, noted } = apply(db, raw, event)
        const reply = word(recorded)
        // 1.6 leaves the numbering to the server: from here on the event has its transaction's number too.
        const transactionId = raw.transactionId ?? String(recorded.sessionId)
        appendRawEvent(db, { ...raw, transactionId }, JSON.stringify(reply), null)
        return { reply, sessionId: recorded.sessionId, noted }
      })
      if (sessionId !== null) changes.emit('session', sessionId)
      for (const id of noted) changes.emit('unknownCard', id)
      return reply
    },

    async keep(raw, reply, problem) {
      await writer.write((db) => appendRawEvent(db, raw, reply && JSON.stringify(reply), problem))
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

function toFacts(row: SessionRow): SessionFacts {
  return {
    state: row.state,
    evseId: row.evse_id,
    connectorId: row.connector_id,
    token:
      row.token === null
        ? null
        : { value: row.token, type: ID_TOKEN_TYPES.find((type) => type === row.token_type) ?? null },
    tokenSeq: row.token_seq,
    tokenAt: row.token_at,
    authorization: row.authorization,
    chargingState: row.charging_state,
    chargingStateSeq: row.charging_state_seq,
    chargingStateAt: row.charging_state_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    meterStartWh: row.meter_start_wh,
    meterStartAt: row.meter_start_at,
    meterLastWh: row.meter_last_wh,
    meterLastAt: row.meter_last_at,
    powerW: row.power_w,
    powerAt: row.power_at,
    powerSeq: row.power_seq,
    stopReason: row.stop_reason,
    doubts: JSON.parse(row.doubts) as SessionDoubt[],
  }
}

function toColumns(facts: SessionFacts) {
  return {
    evse_id: facts.evseId,
    connector_id: facts.connectorId,
    token: facts.token && writtenToken(facts.token),
    token_type: facts.token && (facts.token.type ?? ''),
    token_seq: facts.tokenSeq,
    token_at: facts.tokenAt,
    authorization: facts.authorization,
    state: facts.state,
    charging_state: facts.chargingState,
    charging_state_seq: facts.chargingStateSeq,
    charging_state_at: facts.chargingStateAt,
    started_at: facts.startedAt,
    ended_at: facts.endedAt,
    meter_start_wh: facts.meterStartWh,
    meter_start_at: facts.meterStartAt,
    meter_last_wh: facts.meterLastWh,
    meter_last_at: facts.meterLastAt,
    power_w: facts.powerW,
    power_at: facts.powerAt,
    power_seq: facts.powerSeq,
    stop_reason: facts.stopReason,
    doubts: JSON.stringify(facts.doubts),
  }
}
