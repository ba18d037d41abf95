import { all, one, type ReadDb } from '../handles'

/** An event as it came, with its answer. */
export interface RawEventRow {
  readonly id: number
  readonly station_id: number
  readonly protocol: string
  readonly action: string
  readonly received_at: number
  readonly seq_no: number | null
  readonly frame: string
  readonly reply: string | null
  readonly problem: string | null
}

const COLUMNS = `raw_event.id, station_id, protocol, action, received_at, seq_no, frame, reply, problem`
const MEMBERS = `(session_event.session_id = ?1
  OR session_event.session_id IN (SELECT session_id FROM settlement WHERE joined_to = ?1))`

/** The events of a session and of those joined to it, newest first; one more than `limit` when there are more. */
export function eventsOfSessionPage(
  db: ReadDb,
  sessionId: number,
  before: number | null,
  limit: number,
): { rows: RawEventRow[]; total: number } {
  const rows = all<RawEventRow>(
    db,
    `SELECT ${COLUMNS} FROM session_event JOIN raw_event ON raw_event.id = session_event.raw_event_id
     WHERE ${MEMBERS} AND session_event.raw_event_id < ?2 ORDER BY session_event.raw_event_id DESC LIMIT ?3`,
    sessionId,
    before ?? Number.MAX_SAFE_INTEGER,
    limit + 1,
  )
  const total = one<{ n: number }>(db, `SELECT count(*) AS n FROM session_event WHERE ${MEMBERS}`, sessionId)
  return { rows, total: total?.n ?? 0 }
}

/** Events with a problem, newest first; one more than `limit` when there are more. */
export function notUnderstoodPage(
  db: ReadDb,
  stationId: number | null,
  before: number | null,
  limit: number,
): { rows: RawEventRow[]; total: number } {
  const rows = all<RawEventRow>(
    db,
    `SELECT ${COLUMNS} FROM raw_event INDEXED BY raw_event_problem
     WHERE problem IS NOT NULL AND (?1 IS NULL OR station_id = ?1) AND id < ?2 ORDER BY id DESC LIMIT ?3`,
    stationId,
    before ?? Number.MAX_SAFE_INTEGER,
    limit + 1,
  )
  const total = one<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM raw_event INDEXED BY raw_event_problem
     WHERE problem IS NOT NULL AND (?1 IS NULL OR station_id = ?1)`,
    stationId,
  )
  return { rows, total: total?.n ?? 0 }
}
