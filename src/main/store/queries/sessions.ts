import type { Session } from '@shared/contract/sessions'
import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import { ID_TOKEN_TYPES } from '@shared/ocpp/idToken'
import type { ChargingState, SessionDoubt, SessionState } from '@shared/ocpp/session'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'
import { likeAnywhere } from './page'

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

interface SessionViewRow extends SessionRow {
  station_identity: string
  holder: string | null
  card_label: string | null
}

// A 1.6 token has no type, so it belongs to whichever card has its number.
const VIEW = `SELECT session.*, station.identity AS station_identity, card.holder, card.label AS card_label
  FROM session JOIN station ON station.id = session.station_id
  LEFT JOIN card ON card.id = (SELECT min(id) FROM card
    WHERE card.token = session.token AND (session.token_type = '' OR card.token_type = session.token_type))`

function toSession(row: SessionViewRow): Session {
  const energyWh =
    row.meter_start_wh === null || row.meter_last_wh === null ? null : row.meter_last_wh - row.meter_start_wh
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
    endedAt: row.ended_at,
    energyWh: energyWh !== null && energyWh < 0 ? null : energyWh,
    powerW: row.state === 'ended' ? null : row.power_w,
    meterStartWh: row.meter_start_wh,
    meterLastWh: row.meter_last_wh,
    stopReason: row.stop_reason,
    doubts: JSON.parse(row.doubts) as SessionDoubt[],
    updatedAt: row.updated_at,
  }
}

export function runningSessions(db: ReadDb): Session[] {
  return all<SessionViewRow>(db, `${VIEW} WHERE session.state = 'running' ORDER BY session.id`).map(toSession)
}

export function sessionById(db: ReadDb, id: number): Session | undefined {
  const row = one<SessionViewRow>(db, `${VIEW} WHERE session.id = ?`, id)
  return row && toSession(row)
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

export interface SessionFilter {
  readonly stationId: number | null
  readonly state: SessionState | null
  readonly search: string
  readonly before: number | null
  readonly limit: number
}

const FILTER = `(?1 IS NULL OR session.station_id = ?1) AND (?2 IS NULL OR session.state = ?2) AND (?3 = '%%'
  OR station.identity LIKE ?3 ESCAPE '\\' OR session.token LIKE ?3 ESCAPE '\\' OR card.holder LIKE ?3 ESCAPE '\\'
  OR card.label LIKE ?3 ESCAPE '\\')`

/** The ledger, newest first; one row more than `limit` when there are more. */
export function findSessions(db: ReadDb, filter: SessionFilter): { rows: Session[]; total: number } {
  const search = likeAnywhere(filter.search)
  const before = filter.before ?? Number.MAX_SAFE_INTEGER
  const rows = all<SessionViewRow>(
    db,
    `${VIEW} WHERE ${FILTER} AND session.id < ?4 ORDER BY session.id DESC LIMIT ?5`,
    filter.stationId,
    filter.state,
    search,
    before,
    filter.limit + 1,
  ).map(toSession)
  const total = one<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM (${VIEW} WHERE ${FILTER})`,
    filter.stationId,
    filter.state,
    search,
  )
  return { rows, total: total?.n ?? 0 }
}

/** Power now, energy and sessions since `midnight`: what the overview shows on top. */
export function figuresSince(db: ReadDb, midnight: number): { powerW: number; energyWh: number; sessions: number } {
  const power = one<{ w: number | null }>(db, "SELECT sum(power_w) AS w FROM session WHERE state = 'running'")
  const energy = one<{ wh: number | null }>(
    db,
    // What a session delivered before midnight belongs to the day before.
    `SELECT sum(max(0, meter_last_wh - coalesce(
       (SELECT energy_wh FROM reading WHERE session_id = session.id AND at < ?1 AND energy_wh IS NOT NULL
        ORDER BY at DESC LIMIT 1), meter_start_wh))) AS wh
     FROM (SELECT * FROM session WHERE state = 'ended' AND meter_last_at >= ?1
       UNION ALL SELECT * FROM session WHERE state = 'running' AND meter_last_at >= ?1) AS session`,
    midnight,
  )
  const started = one<{ n: number }>(db, 'SELECT count(*) AS n FROM session WHERE started_at >= ?', midnight)
  return { powerW: power?.w ?? 0, energyWh: energy?.wh ?? 0, sessions: started?.n ?? 0 }
}
