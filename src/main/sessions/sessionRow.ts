import { ID_TOKEN_TYPES } from '@shared/ocpp/idToken'
import type { SessionDoubt, SettlementKind } from '@shared/ocpp/session'
import { writtenToken } from '../cards/present'
import type { WriteDb } from '../store/handles'
import {
  type SessionOutline,
  type SessionProgress,
  type SessionRow,
  saveProgress,
  saveSession,
} from '../store/queries/sessions'
import type { SessionFacts } from './applyEvent'
import { doubtsOf } from './doubts'
import { type Interpreted, NOTHING, stateOf } from './sessionState'

/** What the manager set a session to. */
export interface Settled {
  readonly kind: SettlementKind
  readonly energyWh: number | null
  readonly endedAt: number | null
}

/** A session of the ledger as its last event left it. */
export interface KnownSession extends Interpreted {
  readonly id: number
  readonly stationId: number
  readonly transactionId: string
  readonly superseded: boolean
  readonly settled: Settled | null
}

/** A session of which nothing is known yet. */
export function newSession(id: number, stationId: number, transactionId: string): KnownSession {
  return { ...NOTHING, id, stationId, transactionId, superseded: false, settled: null }
}

/** The name of a 1.6 transaction whose charge point never got its number, with the time of its stop. */
export function orphanName(transactionId: number, timestamp: string): string {
  return `${transactionId}@${timestamp}`
}

export function isOrphan(transactionId: string): boolean {
  return /^(?:-\d+|0)@/.test(transactionId)
}

/** A session as the database holds it. */
export function toKnown(row: SessionRow): KnownSession {
  const { seq_first: first, seq_last: last } = row
  return {
    id: row.id,
    stationId: row.station_id,
    transactionId: row.transaction_id,
    facts: toFacts(row),
    run: first === null || last === null ? null : { first, last },
    apart: row.seq_apart === 1,
    placeConflict: row.place_conflict === 1,
    superseded: row.superseded === 1,
    settled: row.settled && {
      kind: row.settled,
      energyWh: row.settled_energy_wh,
      endedAt: row.settled_ended_at,
    },
  }
}

function toFacts(row: SessionRow): SessionFacts {
  return {
    evseId: row.evse_id,
    evseSeq: row.evse_seq,
    evseAt: row.evse_at,
    connectorId: row.connector_id,
    connectorSeq: row.connector_seq,
    connectorAt: row.connector_at,
    token:
      row.token === null
        ? null
        : { value: row.token, type: ID_TOKEN_TYPES.find((type) => type === row.token_type) ?? null },
    tokenSeq: row.token_seq,
    tokenAt: row.token_at,
    authorization: row.authorization,
    cards: row.cards,
    chargingState: row.charging_state,
    chargingStateSeq: row.charging_state_seq,
    chargingStateAt: row.charging_state_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    ends: row.ends,
    meterStartWh: row.meter_start_wh,
    meterStartAt: row.meter_start_at,
    meterLastWh: row.meter_last_wh,
    meterLastAt: row.meter_last_at,
    meterFell: row.meter_fell === 1,
    powerW: row.power_w,
    powerAt: row.power_at,
    powerSeq: row.power_seq,
    stopReason: row.stop_reason,
    stopSeq: row.stop_seq,
    stopAt: row.stop_at,
    receivedFirst: row.received_first,
    receivedLast: row.received_last,
    lagMin: row.lag_min,
    lagMax: row.lag_max,
  }
}

/** Facts that most events of a running session leave as they are. */
const OUTLINE = [
  'evseId',
  'evseSeq',
  'evseAt',
  'connectorId',
  'connectorSeq',
  'connectorAt',
  'token',
  'tokenSeq',
  'tokenAt',
  'authorization',
  'cards',
  'startedAt',
  'endedAt',
  'ends',
  'meterStartWh',
  'meterStartAt',
  'meterFell',
  'stopReason',
  'stopSeq',
  'stopAt',
  'receivedFirst',
] as const satisfies readonly (keyof SessionFacts)[]

/** Whether what changed of a session is no more than what changes with every event. */
export function wentOn(before: KnownSession, after: KnownSession): boolean {
  return (
    before.run?.first === after.run?.first &&
    before.apart === after.apart &&
    before.placeConflict === after.placeConflict &&
    before.superseded === after.superseded &&
    before.settled === after.settled &&
    OUTLINE.every((fact) => before.facts[fact] === after.facts[fact])
  )
}

/** Saves a session; `before` is what the database holds of it, null when nothing of its facts. */
export function save(db: WriteDb, before: KnownSession | null, after: KnownSession): void {
  const progress = toProgress(after)
  // Nearly always nothing but times and readings, which raise no doubt; a clock that shows to be off does.
  const onlyProgress = before !== null && wentOn(before, after) && sameDoubts(doubts(before), doubts(after))
  if (onlyProgress) saveProgress(db, progress)
  else saveSession(db, { ...progress, ...toOutline(after) })
}

function sameDoubts(a: readonly SessionDoubt[], b: readonly SessionDoubt[]): boolean {
  return a.length === b.length && a.every((doubt, place) => doubt === b[place])
}

function doubts(session: KnownSession): SessionDoubt[] {
  const { superseded, transactionId } = session
  return doubtsOf(session, { superseded, orphanStop: isOrphan(transactionId) })
}

function toProgress({ id, facts, run }: KnownSession): SessionProgress {
  return {
    id,
    charging_state: facts.chargingState,
    charging_state_seq: facts.chargingStateSeq,
    charging_state_at: facts.chargingStateAt,
    meter_last_wh: facts.meterLastWh,
    meter_last_at: facts.meterLastAt,
    power_w: facts.powerW,
    power_at: facts.powerAt,
    power_seq: facts.powerSeq,
    received_last: facts.receivedLast,
    lag_min: facts.lagMin,
    lag_max: facts.lagMax,
    seq_last: run?.last ?? null,
    updated_at: facts.receivedLast ?? 0,
  }
}

function toOutline(session: KnownSession): SessionOutline {
  const { facts, run, apart, placeConflict, superseded, settled } = session
  const found = doubts(session)
  const over = stateOf(facts) === 'ended' || superseded
  return {
    evse_id: facts.evseId,
    evse_seq: facts.evseSeq,
    evse_at: facts.evseAt,
    connector_id: facts.connectorId,
    connector_seq: facts.connectorSeq,
    connector_at: facts.connectorAt,
    token: facts.token && writtenToken(facts.token),
    token_type: facts.token && (facts.token.type ?? ''),
    token_seq: facts.tokenSeq,
    token_at: facts.tokenAt,
    authorization: facts.authorization,
    cards: facts.cards,
    // A session that was settled is over, whether its end ever came or not.
    state: settled ? 'ended' : stateOf(facts),
    started_at: facts.startedAt,
    ended_at: facts.endedAt,
    ends: facts.ends,
    meter_start_wh: facts.meterStartWh,
    meter_start_at: facts.meterStartAt,
    meter_fell: facts.meterFell ? 1 : 0,
    stop_reason: facts.stopReason,
    stop_seq: facts.stopSeq,
    stop_at: facts.stopAt,
    received_first: facts.receivedFirst,
    doubts: JSON.stringify(found),
    seq_first: run?.first ?? null,
    seq_apart: apart ? 1 : 0,
    place_conflict: placeConflict ? 1 : 0,
    superseded: superseded ? 1 : 0,
    unsettled: over && settled === null && found.length > 0 ? 1 : 0,
    settled: settled?.kind ?? null,
    settled_energy_wh: settled?.energyWh ?? null,
    settled_ended_at: settled?.endedAt ?? null,
  }
}
