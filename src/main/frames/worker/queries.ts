import { all, one, type ReadDb, type SqlValue } from '../../store/handles.ts'
import { likeAnywhere } from '../../store/queries/page.ts'
import { EXCERPT_LENGTH, type FoundFrame, type FrameFilter } from '../messages.ts'

const COLUMNS = `frame.id, at, station_id, direction, kind, message_id, action, counterpart, latency_ms, problem, detail,
  length, hidden, station.identity`
const FROM = 'FROM frame LEFT JOIN station ON station.id = frame.station_id'
const EXCERPT = `SELECT ${COLUMNS}, substr(text, 1, ${EXCERPT_LENGTH}) AS text ${FROM}`
const WHOLE = `SELECT ${COLUMNS}, text ${FROM}`

/** Conditions and their values. The texts are few: each combination of filters is prepared once. */
function conditions(filter: FrameFilter): { sql: string; values: SqlValue[] } {
  const sql: string[] = []
  const values: SqlValue[] = []
  const add = (condition: string, ...given: SqlValue[]) => {
    sql.push(` AND ${condition}`)
    values.push(...given)
  }
  if (filter.stationId !== undefined) add('station_id = ?', filter.stationId)
  if (filter.action !== undefined) add('action = ?', filter.action)
  if (filter.direction !== undefined) add('direction = ?', filter.direction)
  if (filter.problems) add('problem IS NOT NULL')
  if (filter.from !== undefined) add('at >= ?', filter.from)
  if (filter.to !== undefined) add('at < ?', filter.to)
  if (filter.search) {
    const like = likeAnywhere(filter.search)
    add("(text LIKE ? ESCAPE '\\' OR action LIKE ? ESCAPE '\\' OR detail LIKE ? ESCAPE '\\')", like, like, like)
  }
  return { sql: sql.join(''), values }
}

/** Newest first, below `before`, with the beginning of their texts. */
export function findFrames(db: ReadDb, filter: FrameFilter, before: number | null, limit: number): FoundFrame[] {
  const { sql, values } = conditions(filter)
  const below = before ?? Number.MAX_SAFE_INTEGER
  return all(db, `${EXCERPT} WHERE frame.id < ?${sql} ORDER BY frame.id DESC LIMIT ?`, below, ...values, limit)
}

/** The newest `limit` above `after`, newest first, and how many more there are. */
export function framesSince(
  db: ReadDb,
  filter: FrameFilter,
  after: number,
  limit: number,
): { frames: FoundFrame[]; skipped: number } {
  const { sql, values } = conditions(filter)
  const frames = all<FoundFrame>(
    db,
    `${EXCERPT} WHERE frame.id > ?${sql} ORDER BY frame.id DESC LIMIT ?`,
    after,
    ...values,
    limit,
  )
  if (frames.length < limit) return { frames, skipped: 0 }
  const count = one<{ n: number }>(db, `SELECT count(*) AS n FROM frame WHERE id > ?${sql}`, after, ...values)
  return { frames, skipped: (count?.n ?? 0) - frames.length }
}

/** Those of the given frames that have been answered or marked by now. */
export function settledFrames(db: ReadDb, ids: readonly number[]): FoundFrame[] {
  if (ids.length === 0) return []
  return all(
    db,
    `${EXCERPT} WHERE frame.id IN (SELECT value FROM json_each(?)) AND (latency_ms IS NOT NULL OR problem IS NOT NULL)`,
    JSON.stringify(ids),
  )
}

/** One whole frame. */
export function frameById(db: ReadDb, id: number): FoundFrame | undefined {
  return one(db, `${WHOLE} WHERE frame.id = ?`, id)
}

/** The id of the oldest of the newest `newest` frames up to `upTo`; null without any. */
export function firstOfNewest(db: ReadDb, filter: FrameFilter, upTo: number, newest: number): number | null {
  const { sql, values } = conditions(filter)
  const newestIds = `SELECT id FROM frame WHERE id <= ?${sql} ORDER BY id DESC LIMIT ?`
  return one<{ id: number | null }>(db, `SELECT min(id) AS id FROM (${newestIds})`, upTo, ...values, newest)?.id ?? null
}

/** Whole frames from `from` to `upTo`, oldest first. */
export function wholeFrames(db: ReadDb, filter: FrameFilter, from: number, upTo: number, limit: number): FoundFrame[] {
  const { sql, values } = conditions(filter)
  return all(
    db,
    `${WHOLE} WHERE frame.id >= ? AND frame.id <= ?${sql} ORDER BY frame.id LIMIT ?`,
    from,
    upTo,
    ...values,
    limit,
  )
}
