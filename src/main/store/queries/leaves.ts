import type { SignedStanding } from '@shared/contract/rollover'
import { all, one, type ReadDb } from '../handles'

/**
 * Certificates of stations and devices that count at `?2` and that an issuing CA has signed. One that its station refused
 * and came with all the same is not a refused one any more.
 */
const LEAVES = `SELECT id FROM certificate WHERE authority_id = ?1 AND revoked_at IS NULL AND not_after >= ?2
    AND delivery <> 'refused'
  UNION ALL SELECT id FROM device_certificate WHERE authority_id = ?1 AND revoked_at IS NULL AND not_after >= ?2`

/** How many certificates of an issuing CA count at `at` (ms). */
export function countLeaves(db: ReadDb, issuerId: number, at: number): number {
  return one<{ n: number }>(db, `SELECT count(*) AS n FROM (${LEAVES})`, issuerId, at)?.n ?? 0
}

/** How the certificates stand that an issuing CA has signed: for stations and for devices, how many of each standing. */
export function countSigned(
  db: ReadDb,
  issuerId: number,
  { at, soonMs }: { readonly at: number; readonly soonMs: number },
): { readonly whose: 'stations' | 'devices'; readonly standing: SignedStanding; readonly count: number }[] {
  const standing = (
    refused: string,
  ) => `CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN not_after < ?2 THEN 'ended'
    WHEN ${refused} THEN 'refused' WHEN not_after <= ?2 + ?3 THEN 'ends-soon' ELSE 'valid' END AS standing`
  const sql = `SELECT whose, standing, count(*) AS count FROM (
    SELECT 'stations' AS whose, ${standing("delivery = 'refused'")} FROM certificate WHERE authority_id = ?1
    UNION ALL SELECT 'devices', ${standing('FALSE')} FROM device_certificate WHERE authority_id = ?1)
    GROUP BY whose, standing`
  return all(db, sql, issuerId, at, soonMs)
}

/** The certificates of stations that are valid at `at` (ms) and that an issuing CA has signed, the refused ones too. */
export function stationLeaves(db: ReadDb, issuerId: number, at: number): number[] {
  const sql = `SELECT id FROM certificate WHERE authority_id = ? AND revoked_at IS NULL AND not_after >= ?
    AND station_id IS NOT NULL ORDER BY id`
  return all<{ id: number }>(db, sql, issuerId, at).map(({ id }) => id)
}

/** The certificates of devices that count at `at` (ms) and that an issuing CA has signed, with the devices' names. */
export function deviceLeaves(db: ReadDb, issuerId: number, at: number): { id: number; client_id: string }[] {
  return all(
    db,
    `SELECT device_certificate.id, device.client_id FROM device_certificate
       JOIN device ON device.id = device_certificate.device_id
       WHERE authority_id = ? AND revoked_at IS NULL AND not_after >= ? ORDER BY device.client_id`,
    issuerId,
    at,
  )
}

/** For each station with certificates that count at `at` (ms): whether one of them is of an issuing CA that signs no more. */
export function leafGenerations(db: ReadDb, at: number): Map<number, 'new' | 'old'> {
  const rows = all<{ station_id: number; old: 0 | 1 }>(
    db,
    `SELECT station_id, max(authority.state <> 'current') AS old FROM certificate
       JOIN authority ON authority.id = certificate.authority_id
       WHERE revoked_at IS NULL AND not_after >= ? AND delivery <> 'refused' AND station_id IS NOT NULL
       GROUP BY station_id`,
    at,
  )
  return new Map(rows.map(({ station_id: id, old }) => [id, old === 1 ? 'old' : 'new']))
}

/** When the last certificate ends that an issuing CA has signed; null when it signed none. Milliseconds. */
export function lastEndUnder(db: ReadDb, issuerId: number): number | null {
  const sql = `SELECT max(not_after) AS last FROM (
    SELECT not_after FROM certificate WHERE authority_id = ?1
    UNION ALL SELECT not_after FROM device_certificate WHERE authority_id = ?1)`
  return one<{ last: number | null }>(db, sql, issuerId)?.last ?? null
}
