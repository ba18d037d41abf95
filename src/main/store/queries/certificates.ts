import type { RevocationReason } from '@shared/contract/certificates'
import type { Delivery } from '@shared/contract/requests'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'
import { findOfStations, type OfStationsFilter, ofStations } from './ofStations'

export type DeliveryState = Delivery['state']

export interface CertificateRow {
  id: number
  station_id: number
  request_id: number
  serial_number: string
  spki_sha256: string
  pem: string
  chain_pem: string
  not_after: number
  issued_at: number
  delivery: DeliveryState
  delivery_at: number
  delivery_detail: string | null
  settled_at: number | null
  /** When its station first proved itself with it. */
  seen_at: number | null
  revoked_at: number | null
  revocation_reason: RevocationReason | null
  revoked_by: string | null
}

/** What has not become of a certificate yet when it is signed. */
type LaterColumns = 'delivery_detail' | 'settled_at' | 'seen_at' | 'revoked_at' | 'revocation_reason' | 'revoked_by'

export function insertCertificate(db: WriteDb, row: Omit<CertificateRow, 'id' | LaterColumns>): number {
  return run(
    db,
    `INSERT INTO certificate (station_id, request_id, serial_number, spki_sha256, pem, chain_pem, not_after, issued_at,
       delivery, delivery_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.station_id,
    row.request_id,
    row.serial_number,
    row.spki_sha256,
    row.pem,
    row.chain_pem,
    row.not_after,
    row.issued_at,
    row.delivery,
    row.delivery_at,
  ).id
}

export function setDelivery(db: WriteDb, id: number, state: DeliveryState, at: number, detail: string | null): void {
  run(
    db,
    'UPDATE certificate SET delivery = ?, delivery_at = ?, delivery_detail = ?, settled_at = NULL WHERE id = ?',
    state,
    at,
    detail,
    id,
  )
}

/** Takes note of a refusal. @returns false when there is none to take note of */
export function settleRefusal(db: WriteDb, requestId: number, at: number): boolean {
  const settled = run(
    db,
    "UPDATE certificate SET settled_at = ? WHERE request_id = ? AND delivery = 'refused' AND settled_at IS NULL",
    at,
    requestId,
  )
  return settled.changes > 0
}

export function certificateById(db: ReadDb, id: number): CertificateRow | undefined {
  return one(db, 'SELECT * FROM certificate WHERE id = ?', id)
}

/** The newest certificate that was signed for a request. */
export function certificateOfRequest(db: ReadDb, requestId: number): CertificateRow | undefined {
  return one(db, 'SELECT * FROM certificate WHERE request_id = ? ORDER BY id DESC LIMIT 1', requestId)
}

/** The newest certificate that this site signed for a station before the one with number `before`. */
export function certificateBefore(db: ReadDb, stationId: number, before: number): CertificateRow | undefined {
  return one(
    db,
    'SELECT * FROM certificate WHERE station_id = ? AND id < ? ORDER BY id DESC LIMIT 1',
    stationId,
    before,
  )
}

const UNDELIVERED = "delivery IN ('waiting', 'sent', 'unanswered') AND revoked_at IS NULL"

/** Certificates of a station that it has not answered to, oldest first. */
export function undeliveredOf(db: ReadDb, stationId: number): CertificateRow[] {
  return all(db, `SELECT * FROM certificate WHERE station_id = ? AND ${UNDELIVERED} ORDER BY id`, stationId)
}

/** The stations that have certificates to get. */
export function stationsToDeliverTo(db: ReadDb): number[] {
  return all<{ id: number }>(db, `SELECT DISTINCT station_id AS id FROM certificate WHERE ${UNDELIVERED}`).map(
    (row) => row.id,
  )
}

/** Identities of other stations that have this very key in a certificate or in a request of their own. */
export function otherStationsWithKey(db: ReadDb, stationId: number, spkiSha256: string): string[] {
  return all<{ identity: string }>(
    db,
    `SELECT DISTINCT station.identity FROM station WHERE id <> ?1 AND (
       EXISTS (SELECT 1 FROM certificate WHERE spki_sha256 = ?2 AND station_id = station.id)
       OR EXISTS (SELECT 1 FROM certificate_request WHERE request_key = ?2 AND station_id = station.id))
     ORDER BY station.identity`,
    stationId,
    spkiSha256,
  ).map((row) => row.identity)
}

export interface CertificateViewRow extends CertificateRow {
  station_identity: string
}

const CERTIFICATES = ofStations('certificate')

export function certificateViewById(db: ReadDb, id: number): CertificateViewRow | undefined {
  return one(
    db,
    `SELECT certificate.*, station.identity AS station_identity FROM certificate
       JOIN station ON station.id = certificate.station_id WHERE certificate.id = ?`,
    id,
  )
}

/** Newest first; one row more than `limit` when there are more. */
export function findCertificates(db: ReadDb, filter: OfStationsFilter): { rows: CertificateViewRow[]; total: number } {
  return findOfStations(db, CERTIFICATES, filter)
}
