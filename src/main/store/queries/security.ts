import type { SecurityProfile } from '@shared/ocpp/securityProfile'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'
import { isOfStation } from './renewals'

export interface SecurityRow {
  readonly station_id: number
  readonly profile: SecurityProfile
  readonly password: string | null
  readonly password_at: number | null
  readonly next_password: string | null
  readonly next_password_at: number | null
  /** The profile that counts beside the other one while the station is on its way to it. */
  readonly coming_profile: SecurityProfile | null
}

export function allSecurity(db: ReadDb): SecurityRow[] {
  return all(db, 'SELECT * FROM station_security')
}

export function saveSecurity(db: WriteDb, row: SecurityRow): void {
  run(
    db,
    `INSERT INTO station_security
       (station_id, profile, password, password_at, next_password, next_password_at, coming_profile)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET profile = excluded.profile, password = excluded.password,
       password_at = excluded.password_at, next_password = excluded.next_password,
       next_password_at = excluded.next_password_at, coming_profile = excluded.coming_profile`,
    row.station_id,
    row.profile,
    row.password,
    row.password_at,
    row.next_password,
    row.next_password_at,
    row.coming_profile,
  )
}

/** The certificate of this site with that serial number, lower-case hex. */
export function issuedBySerial(
  db: ReadDb,
  serialNumber: string,
): { stationId: number; stationIdentity: string; pem: string } | undefined {
  return one(
    db,
    `SELECT certificate.station_id AS stationId, station.identity AS stationIdentity, certificate.pem AS pem
     FROM certificate JOIN station ON station.id = certificate.station_id WHERE certificate.serial_number = ?`,
    serialNumber,
  )
}

/** Whether the station has a certificate to prove itself with here, that it took and that has not ended. */
export function hasCertificate(db: ReadDb, stationId: number, now: number): boolean {
  return (
    one(
      db,
      `SELECT 1 FROM certificate JOIN certificate_request AS request ON request.id = certificate.request_id
       WHERE certificate.station_id = ? AND certificate.delivery = 'accepted' AND certificate.revoked_at IS NULL
         AND certificate.not_after > ? AND ${isOfStation('request')}`,
      stationId,
      now,
    ) !== undefined
  )
}
