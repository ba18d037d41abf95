import { ID_TOKEN_TYPES } from '@shared/ocpp/idToken'
import type { SessionDoubt } from '@shared/ocpp/session'
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
import type { KnownSession } from './knownSessions'

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

/** A session as the database holds it. */
export function toKnown(row: SessionRow): KnownSession {
  const { id, seq_first: first, seq_last: last } = row
  const run = first === null || last === null ? null : { first, last }
  return { id, facts: toFacts(row), run, apart: row.seq_apart === 1 }
}

/** Facts that most events of a session leave as they are. */
const OUTLINE = [
  'state',
  'evseId',
  'connectorId',
  'token',
  'tokenSeq',
  'tokenAt',
  'authorization',
  'startedAt',
  'endedAt',
  'meterStartWh',
  'meterStartAt',
  'stopReason',
] as const satisfies readonly (keyof SessionFacts)[]

/** Whether an event changed no more of a session than every event does. */
function wentOn(before: KnownSession, after: KnownSession): boolean {
  return (
    before.run?.first === after.run?.first &&
    before.apart === after.apart &&
    OUTLINE.every((fact) => before.facts[fact] === after.facts[fact]) &&
    before.facts.doubts.join() === after.facts.doubts.join()
  )
}

/** Saves a session; `before` is what the database holds of it, undefined when it is new. */
export function save(db: WriteDb, before: KnownSession | undefined, after: KnownSession, now: number): void {
  const progress = { ...toProgress(after), updated_at: now }
  if (before && wentOn(before, after)) saveProgress(db, progress)
  else saveSession(db, { ...progress, ...toOutline(after) })
}

function toProgress({ id, facts, run }: KnownSession): Omit<SessionProgress, 'updated_at'> {
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
    seq_last: run?.last ?? null,
  }
}

function toOutline({ facts, run, apart }: KnownSession): SessionOutline {
  return {
    evse_id: facts.evseId,
    connector_id: facts.connectorId,
    token: facts.token && writtenToken(facts.token),
    token_type: facts.token && (facts.token.type ?? ''),
    token_seq: facts.tokenSeq,
    token_at: facts.tokenAt,
    authorization: facts.authorization,
    state: facts.state,
    started_at: facts.startedAt,
    ended_at: facts.endedAt,
    meter_start_wh: facts.meterStartWh,
    meter_start_at: facts.meterStartAt,
    stop_reason: facts.stopReason,
    doubts: JSON.stringify(facts.doubts),
    seq_first: run?.first ?? null,
    seq_apart: apart ? 1 : 0,
  }
}
