import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { ChargingState, SessionState, SettlementKind } from '@shared/ocpp/session'
import { all, inRows, one, type ReadDb, run, type SqlValue, type WriteDb } from '../handles'

export interface SessionRow {
  id: number
  station_id: number
  transaction_id: string
  evse_id: number | null
  evse_seq: number | null
  evse_at: number | null
  connector_id: number | null
  connector_seq: number | null
  connector_at: number | null
  token: string | null
  token_type: string | null
  token_seq: number | null
  token_at: number | null
  authorization: AuthorizationStatus | null
  /** JSON, see `namedCards`. */
  cards: string
  state: SessionState
  charging_state: ChargingState | null
  charging_state_seq: number | null
  charging_state_at: number | null
  started_at: number | null
  ended_at: number | null
  ends: number
  meter_start_wh: number | null
  meter_start_at: number | null
  meter_last_wh: number | null
  meter_last_at: number | null
  meter_fell: 0 | 1
  power_w: number | null
  power_at: number | null
  power_seq: number | null
  stop_reason: string | null
  stop_seq: number | null
  stop_at: number | null
  received_first: number | null
  received_last: number | null
  lag_min: number | null
  lag_max: number | null
  doubts: string
  seq_first: number | null
  seq_last: number | null
  seq_apart: 0 | 1
  place_conflict: 0 | 1
  superseded: 0 | 1
  unsettled: 0 | 1
  settled: SettlementKind | null
  settled_energy_wh: number | null
  settled_ended_at: number | null
  updated_at: number
}

export function sessionByTransaction(db: ReadDb, stationId: number, transactionId: string): SessionRow | undefined {
  return one(db, 'SELECT * FROM session WHERE station_id = ? AND transaction_id = ?', stationId, transactionId)
}

export function sessionRowById(db: ReadDb, id: number): SessionRow | undefined {
  return one(db, 'SELECT * FROM session WHERE id = ?', id)
}

/**
 * Takes the next session number; the row is filled in by `saveSession`. Without a transaction id (1.6 leaves the
 * numbering to the server) the number becomes the transaction id, past any that the station has used by itself: a late
 * stop of a transaction from another server may have taken it.
 * @param waits whether an event of this transaction id is there that has no session yet
 */
export function insertSession(
  db: WriteDb,
  stationId: number,
  transactionId: string | null,
  waits: (transactionId: string) => boolean = () => false,
): number {
  // AUTOINCREMENT's own record of the highest number ever given, so that none is given twice.
  let id = (one<{ seq: number }>(db, "SELECT seq FROM sqlite_sequence WHERE name = 'session'")?.seq ?? 0) + 1
  if (transactionId === null) while (waits(String(id)) || sessionByTransaction(db, stationId, String(id))) id += 1
  run(
    db,
    `INSERT INTO session (id, station_id, transaction_id, state, doubts, seq_apart, updated_at)
     VALUES (?, ?, ?, 'running', '[]', 0, 0)`,
    id,
    stationId,
    transactionId ?? String(id),
  )
  return id
}

/** What changes with every event of a running session. */
const PROGRESS = [
  'charging_state',
  'charging_state_seq',
  'charging_state_at',
  'meter_last_wh',
  'meter_last_at',
  'power_w',
  'power_at',
  'power_seq',
  'received_last',
  'lag_min',
  'lag_max',
  'seq_last',
  'updated_at',
] as const satisfies readonly (keyof SessionRow)[]

/** The rest of what the events of a session fill in; `id` and what never changes are left out. */
const OUTLINE = [
  'evse_id',
  'evse_seq',
  'evse_at',
  'connector_id',
  'connector_seq',
  'connector_at',
  'token',
  'token_type',
  'token_seq',
  'token_at',
  'authorization',
  'cards',
  'state',
  'started_at',
  'ended_at',
  'ends',
  'meter_start_wh',
  'meter_start_at',
  'meter_fell',
  'stop_reason',
  'stop_seq',
  'stop_at',
  'received_first',
  'doubts',
  'seq_first',
  'seq_apart',
  'place_conflict',
  'superseded',
  'unsettled',
  'settled',
  'settled_energy_wh',
  'settled_ended_at',
] as const satisfies readonly (keyof SessionRow)[]

const update = (columns: readonly string[]) =>
  `UPDATE session SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`
const SAVE_PROGRESS = update(PROGRESS)
const SAVE_ALL = update([...PROGRESS, ...OUTLINE])

export type SessionProgress = Pick<SessionRow, 'id' | (typeof PROGRESS)[number]>
export type SessionOutline = Pick<SessionRow, (typeof OUTLINE)[number]>

/** Saves what changes with every event; columns of no index, so that it is the row alone that is written. */
export function saveProgress(db: WriteDb, progress: SessionProgress): void {
  run(db, SAVE_PROGRESS, ...PROGRESS.map((column) => progress[column]), progress.id)
}

export function saveSession(db: WriteDb, row: SessionProgress & SessionOutline): void {
  run(db, SAVE_ALL, ...PROGRESS.map((column) => row[column]), ...OUTLINE.map((column) => row[column]), row.id)
}

/** One reading of a session; null where the station did not report that quantity. */
export interface ReadingRow {
  readonly sessionId: number
  readonly at: number
  readonly energyWh: number | null
  readonly powerW: number | null
}

const UPSERT_READINGS = inRows(
  4,
  (rows) =>
    `INSERT INTO reading (session_id, at, energy_wh, power_w) VALUES ${Array(rows).fill('(?, ?, ?, ?)').join(', ')}
     ON CONFLICT DO UPDATE
     SET energy_wh = max(coalesce(excluded.energy_wh, energy_wh), coalesce(energy_wh, excluded.energy_wh)),
       power_w = max(coalesce(excluded.power_w, power_w), coalesce(power_w, excluded.power_w))`,
)

/**
 * Keeps one reading a moment. A second one for the same moment adds what the first did not have; where both have a
 * value the higher one stays, so that the order of arrival makes no difference.
 */
export function upsertReadings(db: WriteDb, readings: readonly ReadingRow[]): void {
  const values: SqlValue[] = []
  for (const { sessionId, at, energyWh, powerW } of readings) values.push(sessionId, at, energyWh, powerW)
  UPSERT_READINGS(db, values)
}

/** The energy registers of a session, in time order. */
export function registersOf(db: ReadDb, sessionId: number): { at: number; energyWh: number }[] {
  return all(
    db,
    `SELECT at, energy_wh AS energyWh FROM reading WHERE session_id = ? AND energy_wh IS NOT NULL ORDER BY at`,
    sessionId,
  )
}

const ADD_EVENTS = inRows(
  2,
  (rows) =>
    `INSERT OR IGNORE INTO session_event (session_id, raw_event_id) VALUES ${Array(rows).fill('(?, ?)').join(', ')}`,
)

/** Notes which events sessions were made from. @param pairs session id and event id, one after the other */
export function addSessionEvents(db: WriteDb, pairs: number[]): void {
  ADD_EVENTS(db, pairs)
}

/** Forgets what was made of a session's events, so that it can be made again from them. */
export function forgetInterpretation(db: WriteDb, sessionId: number): void {
  run(db, 'DELETE FROM reading WHERE session_id = ?', sessionId)
  run(db, 'DELETE FROM session_place WHERE session_id = ?', sessionId)
}

/** @returns false when this place was noted already. */
export function addPlaceApart(db: WriteDb, sessionId: number, seqNo: number): boolean {
  return run(db, 'INSERT OR IGNORE INTO session_place (session_id, seq_no) VALUES (?, ?)', sessionId, seqNo).changes > 0
}

/** @returns false when this place was not noted. */
export function takePlaceApart(db: WriteDb, sessionId: number, seqNo: number): boolean {
  return run(db, 'DELETE FROM session_place WHERE session_id = ? AND seq_no = ?', sessionId, seqNo).changes > 0
}

/** The lowest places of a session that are apart from its run, in their order. */
export function placesApart(db: ReadDb, sessionId: number, limit: number): number[] {
  return all<{ seq_no: number }>(
    db,
    'SELECT seq_no FROM session_place WHERE session_id = ? ORDER BY seq_no LIMIT ?',
    sessionId,
    limit,
  ).map(({ seq_no }) => seq_no)
}

/** Whether the station has begun another session at this EVSE after `startedAt`. */
export function laterBegun(db: ReadDb, stationId: number, evseId: number, startedAt: number): boolean {
  return (
    one(
      db,
      'SELECT 1 FROM session WHERE station_id = ? AND evse_id = ? AND started_at > ? LIMIT 1',
      stationId,
      evseId,
      startedAt,
    ) !== undefined
  )
}

/** The sessions that still run at this EVSE and were begun before `startedAt`. */
export function runningBefore(db: ReadDb, stationId: number, evseId: number, startedAt: number): SessionRow[] {
  return all(
    db,
    `SELECT * FROM session INDEXED BY session_running_evse
     WHERE state = 'running' AND station_id = ? AND evse_id = ? AND started_at < ?`,
    stationId,
    evseId,
    startedAt,
  )
}

/** Sessions of a station that run and have no more than one event: their station may never have got their number. */
export function startsAlone(db: ReadDb, stationId: number): SessionRow[] {
  return all(
    db,
    `SELECT * FROM session INDEXED BY session_running_evse WHERE state = 'running' AND station_id = ?
       AND (SELECT count(*) FROM session_event WHERE session_id = session.id) = 1`,
    stationId,
  )
}

/** Readings in time order, at most `limit` (2 or more) of them, evenly thinned; always with the first and the last. */
export function readingsOf(
  db: ReadDb,
  sessionId: number,
  limit: number,
): { at: number; energyWh: number | null; powerW: number | null }[] {
  return all(
    db,
    `SELECT at, energy_wh AS energyWh, power_w AS powerW FROM
       (SELECT *, row_number() OVER (ORDER BY at) AS place, count(*) OVER () AS n FROM reading WHERE session_id = ?1)
     WHERE n <= ?2 OR place = n OR place % ((n + ?2 - 2) / (?2 - 1)) = 1 ORDER BY at`,
    sessionId,
    limit,
  )
}
