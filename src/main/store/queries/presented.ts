import type { RefusalReason } from '@shared/contract/cardRules'
import type { AuthorizationRecord } from '@shared/contract/events'
import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import { ID_TOKEN_TYPES } from '@shared/ocpp/idToken'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'
import type { OfStationsFilter } from './ofStations'

/** One line of the log of presented cards, as it is written down. */
export interface AuthorizationEntry {
  readonly at: number
  readonly stationId: number
  readonly token: string
  readonly type: string
  readonly status: AuthorizationStatus
  /** Null when the status says it all. */
  readonly reason: RefusalReason | null
}

/** Most lines of one group; whoever reads up to a number counts on it. */
const GROUP_MAX = 4_000

const APPEND = `INSERT INTO presented (id, cards, at, station_id, entries)
  VALUES ((SELECT coalesce(max(id), 0) FROM presented) + ?, ?, ?, ?, ?)`

/** Appends lines in their order, all of them together: one text costs a sixth of as many rows. */
export function appendAuthorizations(db: WriteDb, entries: readonly AuthorizationEntry[]): void {
  for (let from = 0; from < entries.length; from += GROUP_MAX) appendGroup(db, entries.slice(from, from + GROUP_MAX))
}

function appendGroup(db: WriteDb, entries: readonly AuthorizationEntry[]): void {
  let at = 0
  let station = entries[0]?.stationId ?? null
  for (const entry of entries) {
    if (entry.at > at) at = entry.at
    if (entry.stationId !== station) station = null
  }
  const texts = entries.map(({ at: then, stationId, token, type, status, reason }) =>
    reason === null ? [at - then, stationId, token, type, status] : [at - then, stationId, token, type, status, reason],
  )
  run(db, APPEND, entries.length, entries.length, at, station, JSON.stringify(texts))
}

export interface AuthorizationRow {
  id: number
  at: number
  station_id: number
  station_identity: string
  token: string
  token_type: string
  status: AuthorizationStatus
  reason: string | null
}

export function toAuthorizationRecord(row: AuthorizationRow): AuthorizationRecord {
  return {
    id: row.id,
    at: row.at,
    stationId: row.station_id,
    stationIdentity: row.station_identity,
    token: row.token,
    tokenType: ID_TOKEN_TYPES.find((type) => type === row.token_type) ?? null,
    status: row.status,
    reason: row.reason === null ? null : (JSON.parse(row.reason) as RefusalReason),
  }
}

const ROW = `log.id, log.at, log.station_id, token, token_type, status, reason, station.identity AS station_identity
  FROM authorization_log AS log CROSS JOIN station ON station.id = log.station_id`

/** Groups come in their order, the station of each line is looked up, and only as many groups are read as are wanted. */
const ROWS = `SELECT ${ROW} WHERE group_id < ?1 + ${GROUP_MAX} AND log.id < ?1
  ORDER BY group_id DESC, log.id DESC LIMIT ?2`

/** Newest first; one row more than `limit` when there are more. */
export function findAuthorizations(
  db: ReadDb,
  { before, limit }: Pick<OfStationsFilter, 'before' | 'limit'>,
): { rows: AuthorizationRow[]; total: number } {
  return { rows: all(db, ROWS, before ?? Number.MAX_SAFE_INTEGER, limit + 1), total: allPresented(db) }
}

/** The number of the newest presented card; 0 before the first one. */
export function newestPresented(db: ReadDb): number {
  return one<{ id: number }>(db, 'SELECT coalesce(max(id), 0) AS id FROM presented')?.id ?? 0
}

/** The number before that of the oldest presented card that is kept. */
export function beforePresented(db: ReadDb): number {
  const sql = 'SELECT id - cards AS before FROM presented ORDER BY id LIMIT 1'
  return one<{ before: number }>(db, sql)?.before ?? 0
}

/** Cards are numbered without gaps, so that nobody needs to count a million of them. */
function allPresented(db: ReadDb): number {
  return newestPresented(db) - beforePresented(db)
}

/** Some of the numbers of presented cards: after one and up to another. */
export interface NumberRange {
  readonly after: number
  readonly upTo: number
}

const ROWS_AT = `SELECT ${ROW} WHERE group_id > ?2 AND group_id < ?3 + ${GROUP_MAX} AND log.id > ?2 AND log.id <= ?3
    AND (group_station IS NULL OR group_station = ?1) AND log.station_id = ?1
  ORDER BY group_id DESC, log.id DESC LIMIT ?4`

/** What was presented at a station, of a range, newest first. No index tells of stations: it looks at all of the range. */
export function presentedAtOf(
  db: ReadDb,
  stationId: number,
  { after, upTo }: NumberRange,
  limit: number,
): AuthorizationRow[] {
  return all(db, ROWS_AT, stationId, after, upTo, limit)
}

const COUNT_AT = `SELECT
    coalesce((SELECT sum(cards) FROM presented WHERE id > ?2 AND id <= ?3 AND station_id = ?1), 0)
    + (SELECT count(*) FROM authorization_log
       WHERE group_id > ?2 AND group_id <= ?3 AND group_station IS NULL AND station_id = ?1) AS n`

/** How many cards were presented at a station, in the groups whose last card is of a range. */
export function countPresentedAt(db: ReadDb, stationId: number, { after, upTo }: NumberRange): number {
  return one<{ n: number }>(db, COUNT_AT, stationId, after, upTo)?.n ?? 0
}
