import { all, type ReadDb, run, type WriteDb } from '../handles'

export interface ToleranceRow {
  readonly station_id: number
  readonly strict: 0 | 1
  /** A JSON list of quirks. */
  readonly refused: string
}

export interface QuirkRow {
  readonly station_id: number
  readonly quirk: string
  readonly place: string
  readonly times: number
  readonly first_at: number
  readonly last_at: number
}

export function allTolerances(db: ReadDb): ToleranceRow[] {
  return all(db, 'SELECT * FROM station_tolerance')
}

export function saveTolerance(db: WriteDb, row: ToleranceRow): void {
  run(
    db,
    `INSERT INTO station_tolerance (station_id, strict, refused) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET strict = excluded.strict, refused = excluded.refused`,
    row.station_id,
    row.strict,
    row.refused,
  )
}

export function allQuirks(db: ReadDb): QuirkRow[] {
  return all(db, 'SELECT * FROM station_quirk ORDER BY station_id, first_at')
}

/** Saves a departure as it was counted; of a station that is not on disk (nobody decided about it) nothing is kept. */
export function saveQuirk(db: WriteDb, row: QuirkRow): void {
  run(
    db,
    `INSERT INTO station_quirk (station_id, quirk, place, times, first_at, last_at)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM station WHERE id = ?1)
     ON CONFLICT DO UPDATE SET times = excluded.times, last_at = excluded.last_at`,
    row.station_id,
    row.quirk,
    row.place,
    row.times,
    row.first_at,
    row.last_at,
  )
}
