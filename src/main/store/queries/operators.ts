import type { Role } from '@shared/contract/operators'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

/** Somebody who may sign in at the console. */
export interface OperatorRow {
  id: number
  name: string
  role: Role
  /** As hashPassword wrote it. */
  secret: string
  is_disabled: 0 | 1
  added_at: number
  added_by: string
  last_seen_at: number | null
  wrong_times: number
  wrong_at: number | null
}

export function operatorRows(db: ReadDb): OperatorRow[] {
  return all(db, 'SELECT * FROM operator ORDER BY name COLLATE NOCASE, id')
}

export function operatorById(db: ReadDb, id: number): OperatorRow | undefined {
  return one(db, 'SELECT * FROM operator WHERE id = ?', id)
}

/** Whether there is anybody, also somebody who is switched off. */
export function hasOperators(db: ReadDb): boolean {
  return one(db, 'SELECT 1 FROM operator LIMIT 1') !== undefined
}

export function insertOperator(
  db: WriteDb,
  row: Pick<OperatorRow, 'name' | 'role' | 'secret' | 'added_at' | 'added_by'>,
): number {
  return run(
    db,
    'INSERT INTO operator (name, role, secret, added_at, added_by) VALUES (?, ?, ?, ?, ?)',
    row.name,
    row.role,
    row.secret,
    row.added_at,
    row.added_by,
  ).id
}

export function updateOperator(db: WriteDb, row: Pick<OperatorRow, 'id' | 'role' | 'is_disabled'>): void {
  run(db, 'UPDATE operator SET role = ?, is_disabled = ? WHERE id = ?', row.role, row.is_disabled, row.id)
}

/** Sets a PIN or password, and forgets the wrong tries of the one before. */
export function setOperatorSecret(db: WriteDb, id: number, secret: string): void {
  run(db, 'UPDATE operator SET secret = ?, wrong_times = 0, wrong_at = NULL WHERE id = ?', secret, id)
}

export function noteOperatorSeen(db: WriteDb, id: number, at: number): void {
  run(db, 'UPDATE operator SET last_seen_at = ?, wrong_times = 0, wrong_at = NULL WHERE id = ?', at, id)
}

export function noteOperatorWrong(db: WriteDb, id: number, at: number): void {
  run(db, 'UPDATE operator SET wrong_times = wrong_times + 1, wrong_at = ? WHERE id = ?', at, id)
}

export function deleteOperator(db: WriteDb, id: number): void {
  run(db, 'DELETE FROM operator WHERE id = ?', id)
}
