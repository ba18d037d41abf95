import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { ChargingState, SessionState } from '@shared/ocpp/session'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

export interface SessionRow {
  id: number
  station_id: number
  transaction_id: string
  evse_id: number | null
  connector_id: number | null
  token: string | null
  token_type: string | null
  token_seq: number | null
  token_at: number | null
  authorization: AuthorizationStatus | null
  state: SessionState
  charging_state: ChargingState | null
  charging_state_seq: number | null
  charging_state_at: number | null
  started_at: number | null
  ended_at: number | null
  meter_start_wh: number | null
  meter_start_at: number | null
  meter_last_wh: number | null
  meter_last_at: number | null
  power_w: number | null
  power_at: number | null
  power_seq: number | null
  stop_reason: string | null
  doubts: string
  seq_first: number | null
  seq_last: number | null
  seq_apart: 0 | 1
  updated_at: number
}

export function sessionByTransaction(db: ReadDb, stationId: number, transactionId: string): SessionRow | undefined {
  return one(db, 'SELECT * FROM session WHERE station_id = ? AND transaction_id = ?', stationId, transactionId)
}

/**
 * Takes the next session number; the row is filled in by `saveSession` in the same job. Without a transaction id (1.6
 * leaves the numbering to the server) the number becomes the transaction id, past any that the station has used by
 * itself: a late stop of a transaction from another server may have taken it.
 */
export function insertSession(db: WriteDb, stationId: number, transactionId: string | null, at: number): number {
  // AUTOINCREMENT's own record of the highest number ever given, so that none is given twice.
  let id = (one<{ seq: number }>(db, "SELECT seq FROM sqlite_sequence WHERE name = 'session'")?.seq ?? 0) + 1
  if (transactionId === null) while (sessionByTransaction(db, stationId, String(id))) id += 1
  run(
    db,
    `INSERT INTO session (id, station_id, transaction_id, state, doubts, seq_apart, updated_at)
     VALUES (?, ?, ?, 'running', '[]', 0, ?)`,
    id,
    stationId,
    transactionId ?? String(id),
    at,
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
  'seq_last',
  'updated_at',
] as const satisfies readonly (keyof SessionRow)[]

/** The rest of what the events of a session fill in; `id` and what never changes are left out. */
const OUTLINE = [
  'evse_id',
  'connector_id',
  'token',
  'token_type',
  'token_seq',
  'token_at',
  'authorization',
  'state',
  'started_at',
  'ended_at',
  'meter_start_wh',
  'meter_start_at',
  'stop_reason',
  'doubts',
  'seq_first',
  'seq_apart',
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

/**
 * Keeps one reading a moment. A second one for the same moment adds what the first did not have; where both have a
 * value the higher one stays, so that the order of arrival makes no difference.
 */
export function upsertReading(
  db: WriteDb,
  sessionId: number,
  reading: { at: number; energyWh: number | null; powerW: number | null },
): void {
  run(
    db,
    `INSERT INTO reading (session_id, at, energy_wh, power_w) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET energy_wh = max(coalesce(excluded.energy_wh, energy_wh), coalesce(energy_wh, excluded.energy_wh)),
       power_w = max(coalesce(excluded.power_w, power_w), coalesce(power_w, excluded.power_w))`,
    sessionId,
    reading.at,
    reading.energyWh,
    reading.powerW,
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
