import { QUEUE_SECTIONS, type QueueSection } from '@shared/contract/requests'
import { all, one, type ReadDb } from '../handles'
import { type RequestViewRow, requestById } from './requests'

/** The newest certificate of an approved request, as long as it counts. The first condition is the one of the index. */
const certified = (condition: string) => `SELECT certificate.request_id AS id FROM certificate
  JOIN certificate_request AS request ON request.id = certificate.request_id
  WHERE certificate.delivery <> 'accepted' AND certificate.revoked_at IS NULL AND ${condition}
    AND request.status = 'approved' AND NOT EXISTS (SELECT 1 FROM certificate AS newer
      WHERE newer.request_id = certificate.request_id AND newer.id > certificate.id)`

/** The numbers of the requests in each part of the queue. */
const MEMBERS: Readonly<Record<QueueSection, string>> = {
  pending: "SELECT id FROM certificate_request WHERE status = 'pending'",
  unreadable: "SELECT id FROM certificate_request WHERE status = 'unreadable'",
  refused: certified("certificate.delivery = 'refused' AND certificate.settled_at IS NULL"),
  'on-the-way': certified("certificate.delivery IN ('waiting', 'sent', 'unanswered')"),
}

const texts = (section: QueueSection) => ({
  page: `${MEMBERS[section]} ORDER BY id LIMIT ? OFFSET ?`,
  count: `SELECT count(*) AS n FROM (${MEMBERS[section]})`,
  before: `SELECT count(*) AS n FROM (${MEMBERS[section]}) WHERE id < ?`,
})

/** Constants, so that each is prepared once. */
const SQL = {
  pending: texts('pending'),
  unreadable: texts('unreadable'),
  refused: texts('refused'),
  'on-the-way': texts('on-the-way'),
} as const satisfies Record<QueueSection, ReturnType<typeof texts>>

const count = (db: ReadDb, sql: string, ...values: number[]) => one<{ n: number }>(db, sql, ...values)?.n ?? 0

/** How many requests each part of the queue has. */
export function countSections(db: ReadDb): Record<QueueSection, number> {
  return {
    pending: count(db, SQL.pending.count),
    unreadable: count(db, SQL.unreadable.count),
    refused: count(db, SQL.refused.count),
    'on-the-way': count(db, SQL['on-the-way'].count),
  }
}

/** Numbers of the requests from place `offset` of the queue on. */
function idsFrom(db: ReadDb, counts: Record<QueueSection, number>, offset: number, limit: number): number[] {
  const ids: number[] = []
  let skip = offset
  for (const section of QUEUE_SECTIONS) {
    if (ids.length >= limit) break
    if (skip < counts[section]) {
      ids.push(...all<{ id: number }>(db, SQL[section].page, limit - ids.length, skip).map(({ id }) => id))
    }
    skip = Math.max(0, skip - counts[section])
  }
  return ids
}

const sum = (counts: Record<QueueSection, number>) =>
  QUEUE_SECTIONS.reduce((total, section) => total + counts[section], 0)

/** A piece of the queue. */
export function queueRows(
  db: ReadDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { rows: RequestViewRow[]; total: number } {
  const counts = countSections(db)
  const rows = idsFrom(db, counts, offset, limit).map((id) => requestById(db, id))
  return { rows: rows.filter((row) => row !== undefined), total: sum(counts) }
}

/** Which part of the queue a request stands in; null when it waits for nothing. */
function sectionOf(row: RequestViewRow): QueueSection | null {
  if (row.status === 'pending' || row.status === 'unreadable') return row.status
  if (row.status !== 'approved' || row.delivery === null || row.revoked_at !== null) return null
  if (row.delivery === 'accepted') return null
  if (row.delivery === 'refused') return row.settled_at === null ? 'refused' : null
  return 'on-the-way'
}

/** Where a request stands in the queue, and its neighbours there. */
export function placeInQueue(
  db: ReadDb,
  requestId: number,
): { index: number | null; previous: number | null; next: number | null } {
  const row = requestById(db, requestId)
  const own = row ? sectionOf(row) : null
  if (own === null) return { index: null, previous: null, next: null }
  const counts = countSections(db)
  const ahead = QUEUE_SECTIONS.slice(0, QUEUE_SECTIONS.indexOf(own)).reduce((n, section) => n + counts[section], 0)
  const index = ahead + count(db, SQL[own].before, requestId)
  const [first, second, third] = idsFrom(db, counts, Math.max(0, index - 1), 3)
  return index === 0
    ? { index, previous: null, next: second ?? null }
    : { index, previous: first ?? null, next: third ?? null }
}
