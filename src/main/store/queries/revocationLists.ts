import { one, type ReadDb, run, type WriteDb } from '../handles'

/** The newest list of an issuer, as it is published. Times in milliseconds. */
export interface RevocationListRow {
  issuer_id: number
  number: number
  made_at: number
  next_update: number
  /** How many certificates of the issuer were revoked when it was made. */
  revoked: number
  der: Uint8Array
}

export function revocationListOf(db: ReadDb, issuerId: number): RevocationListRow | undefined {
  return one(db, 'SELECT * FROM revocation_list WHERE issuer_id = ?', issuerId)
}

/** Puts a list in the place of the one before. */
export function putRevocationList(db: WriteDb, row: RevocationListRow): void {
  run(
    db,
    `INSERT INTO revocation_list (issuer_id, number, made_at, next_update, revoked, der) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET number = excluded.number, made_at = excluded.made_at,
       next_update = excluded.next_update, revoked = excluded.revoked, der = excluded.der`,
    row.issuer_id,
    row.number,
    row.made_at,
    row.next_update,
    row.revoked,
    row.der,
  )
}

/** How many certificates of an issuing CA were revoked. */
export function countRevoked(db: ReadDb, issuerId: number): number {
  const sql = `SELECT (SELECT count(*) FROM certificate WHERE revoked_at IS NOT NULL AND authority_id = ?1)
    + (SELECT count(*) FROM device_certificate WHERE revoked_at IS NOT NULL AND authority_id = ?1) AS n`
  return one<{ n: number }>(db, sql, issuerId)?.n ?? 0
}
