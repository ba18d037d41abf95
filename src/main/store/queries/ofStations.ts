import { all, one, type ReadDb } from '../handles'

/** Cursor and size of a page; `stationId` null means all stations. */
export interface OfStationsFilter {
  readonly stationId: number | null
  readonly before: number | null
  readonly limit: number
}

/** The SQL texts of a search through one table: constants of their file, so that each is prepared once. */
export interface OfStationsSql {
  readonly rows: string
  readonly total: string
}

/** The search through a table that has a station in every row. `table` is a name of ours, never input. */
export function ofStations(table: 'security_event' | 'certificate'): OfStationsSql {
  return {
    rows: `SELECT ${table}.*, station.identity AS station_identity FROM ${table}
       JOIN station ON station.id = ${table}.station_id
       WHERE (?1 IS NULL OR station_id = ?1) AND ${table}.id < ?2 ORDER BY ${table}.id DESC LIMIT ?3`,
    total: `SELECT count(*) AS n FROM ${table} WHERE ?1 IS NULL OR station_id = ?1`,
  }
}

/** Newest first; one row more than `limit` when there are more. */
export function findOfStations<Row>(
  db: ReadDb,
  sql: OfStationsSql,
  { stationId, before, limit }: OfStationsFilter,
): { rows: Row[]; total: number } {
  return {
    rows: all<Row>(db, sql.rows, stationId, before ?? Number.MAX_SAFE_INTEGER, limit + 1),
    total: one<{ n: number }>(db, sql.total, stationId)?.n ?? 0,
  }
}
