import { all, one, type ReadDb, run, type WriteDb } from '../handles'

export interface AuthorityRow {
  role: 'root' | 'issuing'
  certificate_pem: string
  spki_sha256: string
  sealed_key: Uint8Array
}

export function authorityRow(db: ReadDb, role: AuthorityRow['role']): AuthorityRow | undefined {
  return one(db, 'SELECT * FROM authority WHERE role = ?', role)
}

export function authorityRows(db: ReadDb): AuthorityRow[] {
  return all(db, 'SELECT * FROM authority')
}

export function insertAuthority(db: WriteDb, row: AuthorityRow): void {
  run(
    db,
    'INSERT INTO authority (role, certificate_pem, spki_sha256, sealed_key) VALUES (?, ?, ?, ?)',
    row.role,
    row.certificate_pem,
    row.spki_sha256,
    row.sealed_key,
  )
}
