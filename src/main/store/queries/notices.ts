import type { Notice } from '@shared/contract/notices'
import type { NoticeTopic } from '@shared/ocpp/notice'
import { all, one, type ReadDb, run, type SqlValue, type WriteDb } from '../handles'
import { likeAnywhere } from './page'

export interface NoticeRow {
  readonly id: number
  readonly station_id: number
  readonly station_identity: string
  readonly received_at: number
  readonly topic: NoticeTopic
  readonly action: string
  readonly request_id: number | null
  readonly payload: string
}

/** A notice as it is written down; `payload` is JSON. */
export type NewNotice = Omit<NoticeRow, 'id' | 'station_identity'>

export function insertNotice(db: WriteDb, notice: NewNotice): number {
  return run(
    db,
    'INSERT INTO notice (station_id, received_at, topic, action, request_id, payload) VALUES (?, ?, ?, ?, ?, ?)',
    notice.station_id,
    notice.received_at,
    notice.topic,
    notice.action,
    notice.request_id,
    notice.payload,
  ).id
}

/** Forgets all but the newest `keep` notices of a station about one topic. */
export function trimNotices(db: WriteDb, stationId: number, topic: NoticeTopic, keep: number): void {
  run(
    db,
    `DELETE FROM notice WHERE station_id = ?1 AND topic = ?2 AND id <= (
       SELECT id FROM notice WHERE station_id = ?1 AND topic = ?2 ORDER BY id DESC LIMIT 1 OFFSET ?3)`,
    stationId,
    topic,
    keep,
  )
}

/**
 * Forgets the oldest of the notices of a station about one topic that have more than `large` bytes, until the others of
 * them have room in so many; one stays always.
 */
export function makeRoomForLarge(
  db: WriteDb,
  { stationId, topic, large, room }: { stationId: number; topic: NoticeTopic; large: number; room: number },
): void {
  run(
    db,
    `WITH large AS (
       SELECT id, row_number() OVER newest AS place, sum(octet_length(payload)) OVER newest AS bytes FROM notice
       WHERE station_id = ?1 AND topic = ?2 AND octet_length(payload) > ?3 WINDOW newest AS (ORDER BY id DESC))
     DELETE FROM notice WHERE id IN (SELECT id FROM large WHERE bytes > ?4 AND place > 1)`,
    stationId,
    topic,
    large,
    room,
  )
}

/** Forgets all but the newest of each station about each topic, as many as `keptOf` says. */
export function trimAllNotices(db: WriteDb, keptOf: (topic: NoticeTopic) => number): void {
  const told = all<{ station_id: number; topic: NoticeTopic }>(db, 'SELECT DISTINCT station_id, topic FROM notice')
  for (const { station_id: stationId, topic } of told) trimNotices(db, stationId, topic, keptOf(topic))
}

/** Forgets what came before this time. */
export function forgetNoticesBefore(db: WriteDb, at: number): void {
  run(db, 'DELETE FROM notice WHERE received_at < ?', at)
}

export interface NoticeFilter {
  /** Null for all stations, and for all topics. */
  readonly stationId: number | null
  readonly topic: NoticeTopic | null
  /** Empty for all. */
  readonly search: string
  readonly before: number | null
  readonly limit: number
}

/** The texts of a search with just the conditions it has, so that each uses the index that fits. */
function searchSql(byStation: boolean, byTopic: boolean, byText: boolean) {
  const conditions = [
    ...(byStation ? ['station_id = ?'] : []),
    ...(byTopic ? ['topic = ?'] : []),
    ...(byText ? ["(action LIKE ? ESCAPE '\\' OR payload LIKE ? ESCAPE '\\')"] : []),
  ]
  return {
    // The page is chosen by number alone: what the rows hold is read for those that are shown.
    rows: `SELECT notice.*, station.identity AS station_identity
       FROM (SELECT id FROM notice WHERE ${[...conditions, 'id < ?'].join(' AND ')} ORDER BY id DESC LIMIT ?) AS chosen
       JOIN notice ON notice.id = chosen.id JOIN station ON station.id = notice.station_id ORDER BY notice.id DESC`,
    total: `SELECT count(*) AS n FROM notice${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`,
  }
}

const SEARCHES = [false, true].map((byStation) =>
  [false, true].map((byTopic) => [false, true].map((byText) => searchSql(byStation, byTopic, byText))),
)

/** Newest first; one row more than `limit` when there are more. */
export function findNotices(db: ReadDb, filter: NoticeFilter): { rows: NoticeRow[]; total: number } {
  const { stationId, topic, search } = filter
  const sql = SEARCHES[Number(stationId !== null)]?.[Number(topic !== null)]?.[Number(search !== '')]
  if (!sql) return { rows: [], total: 0 }
  const words = search === '' ? [] : [likeAnywhere(search), likeAnywhere(search)]
  const values: SqlValue[] = [stationId, topic].filter((value) => value !== null)
  values.push(...words)
  return {
    rows: all<NoticeRow>(db, sql.rows, ...values, filter.before ?? Number.MAX_SAFE_INTEGER, filter.limit + 1),
    total: one<{ n: number }>(db, sql.total, ...values)?.n ?? 0,
  }
}

export function noticeById(db: ReadDb, id: number): NoticeRow | undefined {
  return one(
    db,
    'SELECT notice.*, station.identity AS station_identity FROM notice JOIN station ON station.id = station_id WHERE notice.id = ?',
    id,
  )
}

export function toNotice(row: NoticeRow): Notice {
  return {
    id: row.id,
    stationId: row.station_id,
    stationIdentity: row.station_identity,
    receivedAt: row.received_at,
    topic: row.topic,
    action: row.action,
    requestId: row.request_id,
    payload: JSON.parse(row.payload) as Record<string, unknown>,
  }
}
