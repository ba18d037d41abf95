import type { RevocationReason } from '@shared/contract/certificates'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

/** A certificate of a device, with the name that the device has now. */
export interface DeviceCertificateRow {
  id: number
  device_id: number
  client_id: string
  request_id: number
  /** The issuing CA that signed it. */
  authority_id: number
  serial_number: string
  spki_sha256: string
  pem: string
  chain_pem: string
  not_after: number
  issued_at: number
  revoked_at: number | null
  revocation_reason: RevocationReason | null
  revoked_by: string | null
}

type Fresh = Omit<
  DeviceCertificateRow,
  'id' | 'client_id' | 'authority_id' | 'revoked_at' | 'revocation_reason' | 'revoked_by'
>

/** Enters a certificate; the chain tells which issuing CA has signed it. */
export function insertDeviceCertificate(db: WriteDb, row: Fresh): number {
  return run(
    db,
    `INSERT INTO device_certificate (device_id, request_id, serial_number, spki_sha256, pem, chain_pem, not_after,
       issued_at, authority_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?,
       (SELECT id FROM authority WHERE role = 'issuing' AND instr(?, rtrim(certificate_pem, char(10))) > 0))`,
    row.device_id,
    row.request_id,
    row.serial_number,
    row.spki_sha256,
    row.pem,
    row.chain_pem,
    row.not_after,
    row.issued_at,
    row.chain_pem,
  ).id
}

const VIEW = `SELECT device_certificate.*, device.client_id FROM device_certificate
    JOIN device ON device.id = device_certificate.device_id`

/** `serialNumber` in lower-case hex. */
export function deviceCertificateBySerial(db: ReadDb, serialNumber: string): DeviceCertificateRow | undefined {
  return one(db, `${VIEW} WHERE serial_number = ?`, serialNumber)
}

/** Those of a device that count at `at`, newest first. */
export function deviceCertificates(db: ReadDb, deviceId: number, at: number): DeviceCertificateRow[] {
  return all(
    db,
    `${VIEW} WHERE device_id = ? AND revoked_at IS NULL AND not_after > ? ORDER BY device_certificate.id DESC`,
    deviceId,
    at,
  )
}

/** The newest certificate of a device, whatever became of it; with a key, the newest for that key. */
export function newestDeviceCertificate(
  db: ReadDb,
  deviceId: number,
  spkiSha256: string | null,
): DeviceCertificateRow | undefined {
  return one(
    db,
    `${VIEW} WHERE device_id = ?1 AND (?2 IS NULL OR spki_sha256 = ?2) ORDER BY device_certificate.id DESC LIMIT 1`,
    deviceId,
    spkiSha256,
  )
}

/** Revokes a certificate. @returns false when it is revoked already */
export function markDeviceCertificateRevoked(
  db: WriteDb,
  id: number,
  { at, reason, by }: { readonly at: number; readonly reason: RevocationReason; readonly by: string },
): boolean {
  return (
    run(
      db,
      `UPDATE device_certificate SET revoked_at = ?, revocation_reason = ?, revoked_by = ?
         WHERE id = ? AND revoked_at IS NULL`,
      at,
      reason,
      by,
      id,
    ).changes > 0
  )
}

/** Names of devices other than this one that were certified for this very key. */
export function devicesWithKey(db: ReadDb, deviceId: number | null, spkiSha256: string): string[] {
  return all<{ client_id: string }>(
    db,
    `SELECT DISTINCT device.client_id FROM device_certificate JOIN device ON device.id = device_certificate.device_id
       WHERE spki_sha256 = ?1 AND (?2 IS NULL OR device_id <> ?2) ORDER BY device.client_id`,
    spkiSha256,
    deviceId,
  ).map((row) => row.client_id)
}

/** Names of devices in whose certificate this key was revoked; one that only gave way to a newer does not count. */
export function devicesWithRevokedKey(db: ReadDb, spkiSha256: string): string[] {
  return all<{ client_id: string }>(
    db,
    `SELECT DISTINCT device.client_id FROM device_certificate JOIN device ON device.id = device_certificate.device_id
       WHERE spki_sha256 = ? AND revoked_at IS NOT NULL
         AND revocation_reason NOT IN ('superseded', 'cessationOfOperation') ORDER BY device.client_id`,
    spkiSha256,
  ).map((row) => row.client_id)
}
