import type { CertificateRequest, RequestOwner, Severity } from '@shared/contract/requests'
import { all, one, type ReadDb, run, type SqlValue, type WriteDb } from '../handles'
import type { DeliveryState } from './certificates'

export type RequestStatus = CertificateRequest['status']

/** Whose request it is. */
export type OwnerRef = Pick<RequestOwner, 'kind' | 'id'>

export interface RequestRow {
  id: number
  /** Of the two one is null: a station asks, or a device. */
  station_id: number | null
  device_id: number | null
  device_name: string | null
  request_key: string
  csr: string
  certificate_type: string | null
  /** The station's own number of the newest asking; null before 2.1. */
  station_request_id: number | null
  /** JSON of the root that it is to stand under; null where the request names none. */
  asked_root: string | null
  subject: string | null
  status: RequestStatus
  severity: Severity
  transport: 'ws' | 'wss'
  protocol: string
  remote_address: string
  authenticated: 0 | 1
  by_certificate: 0 | 1
  possession: 0 | 1
  received_at: number
  last_received_at: number
  times: number
  /** The approval of the first of two people. */
  first_at: number | null
  first_by: string | null
  first_reason: string | null
  decided_at: number | null
  decided_by: string | null
  reason: string | null
}

export interface RequestViewRow extends RequestRow {
  owner_name: string
  delivery: DeliveryState | null
  delivery_at: number | null
  delivery_detail: string | null
  settled_at: number | null
  revoked_at: number | null
}

const VIEW = `SELECT certificate_request.*, coalesce(station.identity, certificate_request.device_name) AS owner_name,
  certificate.delivery, certificate.delivery_at, certificate.delivery_detail, certificate.settled_at,
  certificate.revoked_at
  FROM certificate_request LEFT JOIN station ON station.id = certificate_request.station_id
  LEFT JOIN certificate ON certificate.id =
    (SELECT max(id) FROM certificate WHERE request_id = certificate_request.id AND certificate_request.status = 'approved')`

export function requestById(db: ReadDb, id: number): RequestViewRow | undefined {
  return one(db, `${VIEW} WHERE certificate_request.id = ?`, id)
}

const OWN = { station: 'station_id', device: 'device_id' } as const

/** Who asked. Every row has one of the two. */
export function ownerOf({ station_id, device_id }: Pick<RequestRow, 'station_id' | 'device_id'>): OwnerRef {
  return station_id === null ? { kind: 'device', id: device_id ?? 0 } : { kind: 'station', id: station_id }
}

export function requestByKey(db: ReadDb, owner: OwnerRef, requestKey: string): RequestRow | undefined {
  return one(
    db,
    `SELECT * FROM certificate_request WHERE ${OWN[owner.kind]} = ? AND request_key = ?`,
    owner.id,
    requestKey,
  )
}

/** Other owners that asked to have this very key certified, by kind and name. */
export function othersWithRequest(
  db: ReadDb,
  requestKey: string,
  { kind, id }: OwnerRef,
): { kind: OwnerRef['kind']; name: string }[] {
  return all(
    db,
    `SELECT DISTINCT iif(station_id IS NULL, 'device', 'station') AS kind, coalesce(station.identity, device_name) AS name
       FROM certificate_request LEFT JOIN station ON station.id = station_id
       WHERE request_key = ? AND ${OWN[kind]} IS NOT ? ORDER BY kind, name`,
    requestKey,
    id,
  )
}

export function countPending(db: ReadDb): number {
  return one<{ n: number }>(db, "SELECT count(*) AS n FROM certificate_request WHERE status = 'pending'")?.n ?? 0
}

export function countOfOwner(db: ReadDb, { kind, id }: OwnerRef, status: RequestStatus): number {
  const sql = `SELECT count(*) AS n FROM certificate_request WHERE ${OWN[kind]} = ? AND status = ?`
  return one<{ n: number }>(db, sql, id, status)?.n ?? 0
}

/** The requests of an owner that wait, with their weight, in order. */
export function pendingOf(db: ReadDb, { kind, id }: OwnerRef): RequestViewRow[] {
  const own = `certificate_request.${OWN[kind]}`
  return all(db, `${VIEW} WHERE ${own} = ? AND status = 'pending' ORDER BY certificate_request.id`, id)
}

const GREEN = "status = 'pending' AND severity = 'ok'"

/** The pending requests with nothing but good findings: how many, and the newest of them. */
export function countGreen(db: ReadDb): { n: number; newest: number | null } {
  const sql = `SELECT count(*) AS n, max(id) AS newest FROM certificate_request WHERE ${GREEN}`
  return one(db, sql) ?? { n: 0, newest: null }
}

/** Their numbers, up to one of them, oldest first. */
export function greenUpTo(db: ReadDb, id: number): number[] {
  return all<{ id: number }>(db, `SELECT id FROM certificate_request WHERE ${GREEN} AND id <= ? ORDER BY id`, id).map(
    (row) => row.id,
  )
}

export function countHalfApproved(db: ReadDb): number {
  const sql = "SELECT count(*) AS n FROM certificate_request WHERE status = 'pending' AND first_at IS NOT NULL"
  return one<{ n: number }>(db, sql)?.n ?? 0
}

/** The requests that were received last and could be read, newest first. */
export function newestReadable(db: ReadDb, limit: number): RequestViewRow[] {
  return all(
    db,
    `${VIEW} WHERE certificate_request.status <> 'unreadable' AND subject IS NOT NULL
       ORDER BY certificate_request.id DESC LIMIT ?`,
    limit,
  )
}

export function setSeverity(db: WriteDb, id: number, severity: Severity): void {
  run(db, "UPDATE certificate_request SET severity = ? WHERE id = ? AND status = 'pending'", severity, id)
}

type LaterColumns = 'times' | 'first_at' | 'first_by' | 'first_reason' | 'decided_at' | 'decided_by' | 'reason'
export type FreshRequest = Omit<RequestRow, 'id' | LaterColumns>

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

const UNDECIDED =
  'first_at = NULL, first_by = NULL, first_reason = NULL, decided_at = NULL, decided_by = NULL, reason = NULL'

/** A decided request waits again: its owner wants a new certificate for the same key. */
export function askAgain(db: WriteDb, id: number): void {
  run(db, `UPDATE certificate_request SET status = 'pending', ${UNDECIDED} WHERE id = ?`, id)
}

/** What is asked for now is what was asked for before. */
const AS_ASKED = '(csr = ?1 AND certificate_type IS ?2 AND asked_root IS ?3)'

/**
 * The same key came again in a request of another text: the newer text is what the manager decides about. An approval
 * that waits for the second person was of what was asked before, and counts no more if that was something else: neither
 * it nor its reason.
 */
export function replaceText(db: WriteDb, id: number, row: FreshRequest): void {
  run(
    db,
    `UPDATE certificate_request SET first_at = iif(${AS_ASKED}, first_at, NULL),
       first_by = iif(${AS_ASKED}, first_by, NULL), first_reason = iif(${AS_ASKED}, first_reason, NULL),
       csr = ?1, certificate_type = ?2, asked_root = ?3, subject = ?4, severity = ?5, transport = ?6, protocol = ?7, remote_address = ?8,
       authenticated = ?9, by_certificate = ?10, possession = ?11 WHERE id = ?12`,
    row.csr,
    row.certificate_type,
    row.asked_root,
    row.subject,
    row.severity,
    row.transport,
    row.protocol,
    row.remote_address,
    row.authenticated,
    row.by_certificate,
    row.possession,
    id,
  )
}

/** Keeps the approval of the first of two people. @returns false when it does not wait any more */
export function approveFirst(
  db: WriteDb,
  id: number,
  { at, by, reason }: { readonly at: number; readonly by: string; readonly reason: string },
): boolean {
  const sql =
    "UPDATE certificate_request SET first_at = ?, first_by = ?, first_reason = ? WHERE id = ? AND status = 'pending'"
  return run(db, sql, at, by, reason, id).changes > 0
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
  const status = "CASE WHEN subject IS NULL THEN 'unreadable' ELSE 'pending' END"
  const sql = `UPDATE certificate_request SET status = ${status}, ${UNDECIDED} WHERE id = ? AND status = 'rejected'`
  return run(db, sql, id).changes > 0
}

/** Those of an owner that were rejected for this reason wait again. @returns their numbers */
export function reopenRequestsOf(db: WriteDb, { kind, id }: OwnerRef, reason: string): number[] {
  const rows = all<{ id: number }>(
    db,
    `SELECT id FROM certificate_request WHERE ${OWN[kind]} = ? AND status = 'rejected' AND reason = ?`,
    id,
    reason,
  )
  return rows.map((row) => row.id).filter((requestId) => reopenRequest(db, requestId))
}

/** Forgets all but the newest unreadable texts of an owner: each different piece of garbage is a row of its own. */
export function trimUnreadable(db: WriteDb, { kind, id }: OwnerRef, keep: number): void {
  run(
    db,
    `DELETE FROM certificate_request WHERE id IN (SELECT id FROM certificate_request
       WHERE ${OWN[kind]} = ? AND status = 'unreadable' ORDER BY last_received_at DESC, id DESC LIMIT -1 OFFSET ?)`,
    id,
    keep,
  )
}

export interface RequestFilter {
  readonly status: RequestStatus | null
  readonly stationId: number | null
  readonly deviceId: number | null
  readonly before: number | null
  readonly limit: number
}

const FILTER = `(?1 IS NULL OR certificate_request.status = ?1) AND (?2 IS NULL OR certificate_request.station_id = ?2)
  AND (?3 IS NULL OR certificate_request.device_id = ?3)`

/** Newest first; one row more than `limit` when there are more. */
export function findRequests(db: ReadDb, filter: RequestFilter): { rows: RequestViewRow[]; total: number } {
  const rows = all<RequestViewRow>(
    db,
    `${VIEW} WHERE ${FILTER} AND certificate_request.id < ?4 ORDER BY certificate_request.id DESC LIMIT ?5`,
    filter.status,
    filter.stationId,
    filter.deviceId,
    filter.before ?? Number.MAX_SAFE_INTEGER,
    filter.limit + 1,
  )
  const total = one<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM certificate_request WHERE ${FILTER}`,
    filter.status,
    filter.stationId,
    filter.deviceId,
  )
  return { rows, total: total?.n ?? 0 }
}
