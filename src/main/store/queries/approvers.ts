import { all, one, type ReadDb, run, type WriteDb } from '../handles'

/** Somebody who confirms approvals as the second person. */
export interface ApproverRow {
  id: number
  name: string
  /** As hashPassword wrote it. */
  passphrase: string
  added_at: number
}

export function approverRows(db: ReadDb): ApproverRow[] {
  return all(db, 'SELECT * FROM approver ORDER BY id')
}

export function approverByName(db: ReadDb, name: string): ApproverRow | undefined {
  return one(db, 'SELECT * FROM approver WHERE name = ?', name)
}

export function insertApprover(db: WriteDb, row: Omit<ApproverRow, 'id'>): number {
  return run(
    db,
    'INSERT INTO approver (name, passphrase, added_at) VALUES (?, ?, ?)',
    row.name,
    row.passphrase,
    row.added_at,
  ).id
}

/** @returns false when there was none with that number */
export function deleteApprover(db: WriteDb, id: number): boolean {
  return run(db, 'DELETE FROM approver WHERE id = ?', id).changes > 0
}
