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
  /** The issuing CA that signed it. */
  authority_id: number | null
}

/** What has not become of a certificate yet when it is signed. */
type LaterColumns =
  | 'delivery_detail'
  | 'settled_at'
  | 'seen_at'
  | 'revoked_at'
  | 'revocation_reason'
  | 'revoked_by'
  | 'authority_id'

/** Enters a certificate; the chain tells which issuing CA has signed it, unless it had room for the leaf only. */
export function insertCertificate(db: WriteDb, row: Omit<CertificateRow, 'id' | LaterColumns>): number {
  return run(
    db,
    `INSERT INTO certificate (station_id, request_id, serial_number, spki_sha256, pem, chain_pem, not_after, issued_at,
       delivery, delivery_at, authority_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
       coalesce((SELECT id FROM authority WHERE role = 'issuing' AND instr(?, rtrim(certificate_pem, char(10))) > 0),
         (SELECT id FROM authority WHERE role = 'issuing' AND state = 'current')))`,
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
    row.chain_pem,
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

const ASKED_AS = "coalesce(request.certificate_type, 'ChargingStationCertificate')"

/**
 * The newest certificate of a type that this site signed for a station before the one with number `before`. A request
 * without a type means the station's own (A02.FR.14).
 */
export function certificateBefore(
  db: ReadDb,
  stationId: number,
  type: string | null,
  before: number,
): CertificateRow | undefined {
  return one(
    db,
    `SELECT certificate.* FROM certificate JOIN certificate_request AS request ON request.id = certificate.request_id
       WHERE certificate.station_id = ?1 AND certificate.id < ?2
         AND ${ASKED_AS} = coalesce(?3, 'ChargingStationCertificate') ORDER BY certificate.id DESC LIMIT 1`,
    stationId,
    before,
    type,
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

/** Identities of stations that have this very key in a certificate; `except` is the number of one that is left out. */
export function stationsWithKey(db: ReadDb, spkiSha256: string, except: number | null): string[] {
  return all<{ identity: string }>(
    db,
    `SELECT DISTINCT station.identity FROM certificate JOIN station ON station.id = certificate.station_id
       WHERE certificate.spki_sha256 = ? AND station.id IS NOT ? ORDER BY station.identity`,
    spkiSha256,
    except,
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
