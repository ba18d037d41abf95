import { all, type ReadDb, run, type WriteDb } from '../handles'

export type AuthorityRole = 'root' | 'issuing'

/** How far an authority is: made and not used yet; signs; what it signed counts; counts no more. */
export type AuthorityState = 'next' | 'current' | 'old' | 'retired'

export interface AuthorityRow {
  id: number
  role: AuthorityRole
  /** Counts the roots, and the issuing CAs, from 1. */
  generation: number
  state: AuthorityState
  /** Of an issuing CA: the root that signed it. */
  root_id: number | null
  certificate_pem: string
  spki_sha256: string
  /** Null when the key is not in the database: taken away, or erased after it was retired. */
  sealed_key: Uint8Array | null
  /** When the key was taken away; null when it was not. */
  key_away_at: number | null
  /** When it came into its state; 0 when nobody knows. */
  changed_at: number
}

/** Roots and issuing CAs of all generations, oldest first. */
export function authorityRows(db: ReadDb): AuthorityRow[] {
  return all(db, 'SELECT * FROM authority ORDER BY id')
}

/** @returns its number: the next free one where `id` is null */
export function insertAuthority(db: WriteDb, row: Omit<AuthorityRow, 'id'> & { readonly id: number | null }): number {
  return run(
    db,
    `INSERT INTO authority (id, role, generation, state, root_id, certificate_pem, spki_sha256, sealed_key, key_away_at,
       changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.role,
    row.generation,
    row.state,
    row.root_id,
    row.certificate_pem,
    row.spki_sha256,
    row.sealed_key,
    row.key_away_at,
    row.changed_at,
  ).id
}

export function setAuthorityState(db: WriteDb, id: number, state: AuthorityState, at: number): void {
  run(db, 'UPDATE authority SET state = ?, changed_at = ? WHERE id = ?', state, at, id)
}

/** Takes the key out of the row. @param awayAt when it was taken away; null when it is to be nowhere any more */
export function clearAuthorityKey(db: WriteDb, id: number, awayAt: number | null): void {
  run(db, 'UPDATE authority SET sealed_key = NULL, key_away_at = ? WHERE id = ?', awayAt, id)
}

/** Puts a key back that was taken away. */
export function putAuthorityKey(db: WriteDb, id: number, sealedKey: Uint8Array): void {
  run(db, 'UPDATE authority SET sealed_key = ?, key_away_at = NULL WHERE id = ?', sealedKey, id)
}

/** Removes authorities that never signed anything, with what was certified between them and others. */
export function deleteNextAuthorities(db: WriteDb): void {
  const next = "(SELECT id FROM authority WHERE state = 'next')"
  run(db, `DELETE FROM cross_certificate WHERE subject_id IN ${next} OR issuer_id IN ${next}`)
  run(db, "DELETE FROM authority WHERE state = 'next' AND role = 'issuing'")
  run(db, "DELETE FROM authority WHERE state = 'next'")
}

export interface CrossRow {
  subject_id: number
  issuer_id: number
  certificate_pem: string
}

export function crossCertificates(db: ReadDb): CrossRow[] {
  return all(db, 'SELECT * FROM cross_certificate ORDER BY subject_id, issuer_id')
}

export function insertCrossCertificate(db: WriteDb, row: CrossRow): void {
  run(
    db,
    'INSERT INTO cross_certificate (subject_id, issuer_id, certificate_pem) VALUES (?, ?, ?)',
    row.subject_id,
    row.issuer_id,
    row.certificate_pem,
  )
}
