import type { Session } from '@shared/contract/sessions'
import { ID_TOKEN_TYPES } from '@shared/ocpp/idToken'
import type { SessionDoubt } from '@shared/ocpp/session'
import { all, one, type ReadDb } from '../handles'
import type { SessionRow } from './sessions'

export interface SessionViewRow extends SessionRow {
  station_identity: string
  holder: string | null
  card_label: string | null
}

/** Joins a session's card: a 1.6 token has no type, so it belongs to whichever card has its number. */
export const OWN_CARD = `LEFT JOIN card ON card.id = (SELECT min(id) FROM card
    WHERE card.token = session.token AND (session.token_type = '' OR card.token_type = session.token_type))`

/**
 * Joins a session's station, and its card. CROSS: the sessions come first, in their order, whatever SQLite thinks of it.
 */
export const SHOWN_CARD = `CROSS JOIN station ON station.id = session.station_id ${OWN_CARD}`

const VIEW = `SELECT session.*, station.identity AS station_identity, card.holder, card.label AS card_label
  FROM session ${SHOWN_CARD}`

export function toSession(row: SessionViewRow): Session {
  return {
    id: row.id,
    stationId: row.station_id,
    stationIdentity: row.station_identity,
    transactionId: row.transaction_id,
    evseId: row.evse_id,
    connectorId: row.connector_id,
    token: row.token,
    tokenType: ID_TOKEN_TYPES.find((type) => type === row.token_type) ?? null,
    authorization: row.authorization,
    holder: row.holder ?? '',
    cardLabel: row.card_label ?? '',
    state: row.state,
    chargingState: row.charging_state,
    startedAt: row.started_at,
    endedAt: row.settled_ended_at ?? row.ended_at,
    energyWh: energyOf(row),
    powerW: row.state === 'ended' ? null : row.power_w,
    meterStartWh: row.meter_start_wh,
    meterLastWh: row.meter_last_wh,
    stopReason: row.stop_reason,
    doubts: JSON.parse(row.doubts) as SessionDoubt[],
    unsettled: row.unsettled === 1,
    settled: row.settled,
    receivedFirstAt: row.received_first,
    receivedLastAt: row.received_last,
    updatedAt: row.updated_at,
  }
}

const ENERGY = [
  'meter_start_at',
  'meter_start_wh',
  'meter_last_at',
  'meter_last_wh',
  'meter_fell',
  'started_at',
  'settled',
  'settled_energy_wh',
] as const satisfies readonly (keyof SessionRow)[]

/** What of a session says what it delivered. */
export type EnergyRow = Pick<SessionRow, (typeof ENERGY)[number]>

/** Its columns, for a SELECT. */
export const ENERGY_COLUMNS = ENERGY.map((column) => `session.${column}`).join(', ')

/**
 * What a session delivered, in watt-hours: as it was settled, else last register less first where the meter never fell.
 * Null where that is not clear.
 */
export function energyOf(row: EnergyRow): number | null {
  if (row.settled === 'joined') return 0
  if (row.settled_energy_wh !== null) return row.settled_energy_wh
  const { meter_start_wh: start, meter_last_wh: last } = row
  if (start === null || last === null) return null
  // One register of a session whose beginning nobody told says nothing about what it delivered.
  if (row.started_at === null && row.meter_start_at === row.meter_last_at && row.settled === null) return null
  // A meter that fell and was accepted as it is counts from its first register to its last.
  if (last < start || (row.meter_fell === 1 && row.settled === null)) return null
  return last - start
}

/** The sessions that still go on (`goesOn`). */
export function runningSessions(db: ReadDb): Session[] {
  const sql = `${VIEW} WHERE session.state = 'running' AND session.superseded = 0 ORDER BY session.id`
  return all<SessionViewRow>(db, sql).map(toSession)
}

export function sessionById(db: ReadDb, id: number): Session | undefined {
  // +: see ledgerKeys; this is asked for every session that changes while a screen watches.
  const row = one<SessionViewRow>(db, `${VIEW} WHERE session.id = +?`, id)
  return row && toSession(row)
}

const LISTED = `${VIEW} WHERE session.id IN (SELECT value FROM json_each(?))`

/** These sessions, in the order of `ids`. */
export function sessionsByIds(db: ReadDb, ids: readonly number[]): Session[] {
  const rows = all<SessionViewRow>(db, LISTED, JSON.stringify(ids)).map(toSession)
  const byId = new Map(rows.map((session) => [session.id, session]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The readings of a session in time order, in parts of at most `size`: each part is read when it is asked for. */
export function* readingsInParts(db: ReadDb, sessionId: number, size: number): Generator<ReadingView[], void, void> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const part = all<ReadingView>(
      db,
      `SELECT at, energy_wh AS energyWh, power_w AS powerW FROM reading
       WHERE session_id = +? AND at > +? ORDER BY at LIMIT 0 + ?`,
      sessionId,
      after,
      size,
    )
    if (part.length > 0) yield part
    const last = part.at(-1)
    if (!last || part.length < size) return
    after = last.at
  }
}

/** A reading as it is shown. */
interface ReadingView {
  readonly at: number
  readonly energyWh: number | null
  readonly powerW: number | null
}
