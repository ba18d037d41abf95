import type { CertificateRequest, Severity } from '@shared/contract/requests'
import { all, one, type ReadDb, run, type SqlValue, type WriteDb } from '../handles'
import type { DeliveryState } from './certificates'

export type RequestStatus = CertificateRequest['status']

export interface RequestRow {
  id: number
  station_id: number
  request_key: string
  csr: string
  certificate_type: string | null
  /** The station's own number of the newest asking; null before 2.1. */
  station_request_id: number | null
  subject: string | null
  status: RequestStatus
  severity: Severity
  transport: 'ws' | 'wss'
  protocol: string
  remote_address: string
  authenticated: 0 | 1
  possession: 0 | 1
  received_at: number
  last_received_at: number
  times: number
  decided_at: number | null
  decided_by: string | null
  reason: string | null
}

export interface RequestViewRow extends RequestRow {
  station_identity: string
  delivery: DeliveryState | null
  delivery_at: number | null
  delivery_detail: string | null
}

const VIEW = `SELECT certificate_request.*, station.identity AS station_identity, certificate.delivery,
  certificate.delivery_at, certificate.delivery_detail
  FROM certificate_request JOIN station ON station.id = certificate_request.station_id
  LEFT JOIN certificate ON certificate.id =
    (SELECT max(id) FROM certificate WHERE request_id = certificate_request.id AND certificate_request.status = 'approved')`

export function requestById(db: ReadDb, id: number): RequestViewRow | undefined {
  return one(db, `${VIEW} WHERE certificate_request.id = ?`, id)
}

export function requestByKey(db: ReadDb, stationId: number, requestKey: string): RequestRow | undefined {
  return one(db, 'SELECT * FROM certificate_request WHERE station_id = ? AND request_key = ?', stationId, requestKey)
}

const OPEN = `certificate_request.status IN ('pending', 'unreadable')
  OR (certificate_request.status = 'approved' AND certificate.revoked_at IS NULL AND (certificate.delivery IN ('waiting', 'sent', 'unanswered')
    OR (certificate.delivery = 'refused' AND certificate.settled_at IS NULL)))`

/** What waits for the manager, what could not be read, and what was approved and not accepted yet; oldest first. */
export function openRequests(db: ReadDb): RequestViewRow[] {
  return all(db, `${VIEW} WHERE ${OPEN} ORDER BY certificate_request.id`)
}

export function openRequestById(db: ReadDb, id: number): RequestViewRow | undefined {
  return one(db, `${VIEW} WHERE certificate_request.id = ? AND (${OPEN})`, id)
}

export function countPending(db: ReadDb): number {
  return one<{ n: number }>(db, "SELECT count(*) AS n FROM certificate_request WHERE status = 'pending'")?.n ?? 0
}

export function countOfStation(db: ReadDb, stationId: number, status: RequestStatus): number {
  return (
    one<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM certificate_request WHERE station_id = ? AND status = ?',
      stationId,
      status,
    )?.n ?? 0
  )
}

export function pendingOfStation(db: ReadDb, stationId: number): RequestRow[] {
  return all(db, "SELECT * FROM certificate_request WHERE station_id = ? AND status = 'pending' ORDER BY id", stationId)
}

export function setSeverity(db: WriteDb, id: number, severity: Severity): void {
  run(db, "UPDATE certificate_request SET severity = ? WHERE id = ? AND status = 'pending'", severity, id)
}

export type FreshRequest = Omit<RequestRow, 'id' | 'times' | 'decided_at' | 'decided_by' | 'reason'>

export function insertRequest(db: WriteDb, row: FreshRequest): number {
  const columns = Object.keys(row)
  const values = Object.values(row) as SqlValue[]
  return run(
    db,
    `INSERT INTO certificate_request (${columns.join(', ')}, times) VALUES (${columns.map(() => '?').join(', ')}, 1)`,
    ...values,
  ).id
}

/** The same key came again: counted, and nothing else about it changes but the number that its answer must bear. */
export function countRepeat(db: WriteDb, id: number, at: number, stationRequestId: number | null): void {
  run(
    db,
    'UPDATE certificate_request SET times = times + 1, last_received_at = ?, station_request_id = ? WHERE id = ?',
    at,
    stationRequestId,
    id,
  )
}

/** A decided request waits again: its station wants a new certificate for the same key. */
export function askAgain(db: WriteDb, id: number): void {
  run(
    db,
    "UPDATE certificate_request SET status = 'pending', decided_at = NULL, decided_by = NULL, reason = NULL WHERE id = ?",
    id,
  )
}

/** The same key came again in a request of another text: the newer text is what the manager decides about. */
export function replaceText(db: WriteDb, id: number, row: FreshRequest): void {
  run(
    db,
    `UPDATE certificate_request SET csr = ?, certificate_type = ?, subject = ?, severity = ?, transport = ?, protocol = ?,
       remote_address = ?, authenticated = ?, possession = ? WHERE id = ?`,
    row.csr,
    row.certificate_type,
    row.subject,
    row.severity,
    row.transport,
    row.protocol,
    row.remote_address,
    row.authenticated,
    row.possession,
    id,
  )
}

export function decideRequest(
  db: WriteDb,
  id: number,
  decision: { status: 'approved' | 'rejected'; severity: Severity; at: number; by: string; reason: string },
): void {
  run(
    db,
    'UPDATE certificate_request SET status = ?, severity = ?, decided_at = ?, decided_by = ?, reason = ? WHERE id = ?',
    decision.status,
    decision.severity,
    decision.at,
    decision.by,
    decision.reason,
    id,
  )
}

export function reopenRequest(db: WriteDb, id: number): boolean {
  return (
    run(
      db,
      `UPDATE certificate_request SET status = CASE WHEN subject IS NULL THEN 'unreadable' ELSE 'pending' END, decided_at = NULL, decided_by = NULL, reason = NULL
       WHERE id = ? AND status = 'rejected'`,
      id,
    ).changes > 0
  )
}

/** Forgets all but the newest unreadable texts of a station: each different piece of garbage is a row of its own. */
export function trimUnreadable(db: WriteDb, stationId: number, keep: number): void {
  run(
    db,
    `DELETE FROM certificate_request WHERE id IN (SELECT id FROM certificate_request
       WHERE station_id = ? AND status = 'unreadable' ORDER BY last_received_at DESC, id DESC LIMIT -1 OFFSET ?)`,
    stationId,
    keep,
  )
}

export interface RequestFilter {
  readonly status: RequestStatus | null
  readonly stationId: number | null
  readonly before: number | null
  readonly limit: number
}

const FILTER = '(?1 IS NULL OR certificate_request.status = ?1) AND (?2 IS NULL OR certificate_request.station_id = ?2)'

/** Newest first; one row more than `limit` when there are more. */
export function findRequests(db: ReadDb, filter: RequestFilter): { rows: RequestViewRow[]; total: number } {
  const rows = all<RequestViewRow>(
    db,
    `${VIEW} WHERE ${FILTER} AND certificate_request.id < ?3 ORDER BY certificate_request.id DESC LIMIT ?4`,
    filter.status,
    filter.stationId,
    filter.before ?? Number.MAX_SAFE_INTEGER,
    filter.limit + 1,
  )
  const total = one<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM certificate_request WHERE ${FILTER}`,
    filter.status,
    filter.stationId,
  )
  return { rows, total: total?.n ?? 0 }
}
