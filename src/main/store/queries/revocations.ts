import type { RevocationReason } from '@shared/contract/certificates'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'
import type { CertificateRow } from './certificates'

/** Revokes a certificate. @returns false when it is revoked already */
export function markRevoked(
  db: WriteDb,
  id: number,
  { at, reason, by }: { readonly at: number; readonly reason: RevocationReason; readonly by: string },
): boolean {
  return (
    run(
      db,
      'UPDATE certificate SET revoked_at = ?, revocation_reason = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL',
      at,
      reason,
      by,
      id,
    ).changes > 0
  )
}

/** Its station was seen with it for the first time, so it has got it, whatever became of its answer. */
export function markSeen(db: WriteDb, id: number, at: number): void {
  run(
    db,
    `UPDATE certificate SET seen_at = ?1, delivery = 'accepted',
       delivery_at = CASE delivery WHEN 'accepted' THEN delivery_at ELSE ?1 END WHERE id = ?2 AND seen_at IS NULL`,
    at,
    id,
  )
}

export function certificateBySerial(db: ReadDb, serialNumber: string): CertificateRow | undefined {
  return one(db, 'SELECT * FROM certificate WHERE serial_number = ?', serialNumber)
}

/** The request asked for the same kind of certificate as the one with number ?3. */
const SAME_KIND = `coalesce(request.certificate_type, 'ChargingStationCertificate') = (
           SELECT coalesce(certificate_type, 'ChargingStationCertificate') FROM certificate_request WHERE id = ?3)`

/** The station's certificates of the same kind from before this one that still count at `at`, oldest first. */
export function supersededBy(db: ReadDb, certificate: CertificateRow, at: number): CertificateRow[] {
  return all(
    db,
    `SELECT certificate.* FROM certificate
       JOIN certificate_request AS request ON request.id = certificate.request_id
       WHERE certificate.station_id = ?1 AND certificate.id < ?2 AND certificate.revoked_at IS NULL
         AND certificate.not_after >= ?4 AND ${SAME_KIND}
       ORDER BY certificate.id`,
    certificate.station_id,
    certificate.id,
    certificate.request_id,
    at,
  )
}

/** How many certificates of a station besides this one, and of its kind, count at `at`. */
export function countOthers(db: ReadDb, { id, station_id, request_id }: CertificateRow, at: number): number {
  return (
    one<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM certificate JOIN certificate_request AS request ON request.id = certificate.request_id
         WHERE certificate.station_id = ?1 AND certificate.id <> ?2 AND certificate.revoked_at IS NULL
           AND certificate.not_after >= ?4 AND certificate.delivery = 'accepted'
           AND ${SAME_KIND}`,
      station_id,
      id,
      request_id,
      at,
    )?.n ?? 0
  )
}

/**
 * When the certificate of a station or device with this serial number was revoked; null if it was not. Two spellings of
 * the number in lower-case hex, with the zeros in front and without: either may be the one on record.
 */
export function revokedAt(db: ReadDb, [whole, short]: readonly [string, string]): number | null {
  const sql = `SELECT max(revoked_at) AS at FROM (
    SELECT revoked_at FROM certificate WHERE serial_number IN (?1, ?2)
    UNION ALL SELECT revoked_at FROM device_certificate WHERE serial_number IN (?1, ?2))`
  return one<{ at: number | null }>(db, sql, whole, short)?.at ?? null
}

/** A revoked certificate as a list tells of it. Times in milliseconds. */
export interface RevokedRow {
  serial_number: string
  revoked_at: number
  revocation_reason: RevocationReason
  not_after: number
}

const REVOKED = 'serial_number, revoked_at, revocation_reason, not_after'

/** Everything that an issuing CA signed and that was ever revoked, in the order of its end. */
export function revokedCertificates(db: ReadDb, issuerId: number): RevokedRow[] {
  return all(
    db,
    `SELECT ${REVOKED} FROM certificate WHERE revoked_at IS NOT NULL AND authority_id = ?1
     UNION ALL
     SELECT ${REVOKED} FROM device_certificate WHERE revoked_at IS NOT NULL AND authority_id = ?1
     ORDER BY revoked_at`,
    issuerId,
  )
}

/**
 * Identities of the stations in whose certificate this key was revoked. One that only gave way to a newer certificate
 * does not count: the key was never in doubt.
 */
export function stationsWithRevokedKey(db: ReadDb, spkiSha256: string): string[] {
  return all<{ identity: string }>(
    db,
    `SELECT DISTINCT station.identity FROM certificate JOIN station ON station.id = certificate.station_id
       WHERE spki_sha256 = ? AND revoked_at IS NOT NULL AND revocation_reason <> 'superseded' ORDER BY station.identity`,
    spkiSha256,
  ).map((row) => row.identity)
}
