import { all, one, type ReadDb, run, type WriteDb } from '../handles'

export interface BackupPlanRow {
  folder: string
  hour: number
  keep: number
  with_logs: number
  since: number
  sealed_passphrase: Buffer
}

export interface BackupRunRow {
  id: number
  at: number
  kind: 'saved' | 'planned' | 'trial'
  folder: string | null
  name: string
  size: number | null
  problem: string | null
  removed: number
}

export function backupPlan(db: ReadDb): BackupPlanRow | undefined {
  return one(db, 'SELECT folder, hour, keep, with_logs, since, sealed_passphrase FROM backup_plan')
}

export function putBackupPlan(
  db: WriteDb,
  plan: Omit<BackupPlanRow, 'sealed_passphrase'> & { sealed: Uint8Array },
): void {
  run(
    db,
    `INSERT OR REPLACE INTO backup_plan (id, folder, hour, keep, with_logs, since, sealed_passphrase)
     VALUES (1, ?, ?, ?, ?, ?, ?)`,
    plan.folder,
    plan.hour,
    plan.keep,
    plan.with_logs,
    plan.since,
    plan.sealed,
  )
}

/** @returns false when there was none */
export function deleteBackupPlan(db: WriteDb): boolean {
  return run(db, 'DELETE FROM backup_plan').changes > 0
}

/** Adds a run, and forgets the oldest beyond `kept`. */
export function insertBackupRun(db: WriteDb, row: Omit<BackupRunRow, 'id' | 'removed'>, kept: number): void {
  const { at, kind, folder, name, size, problem } = row
  const { id } = run(
    db,
    'INSERT INTO backup_run (at, kind, folder, name, size, problem) VALUES (?, ?, ?, ?, ?, ?)',
    at,
    kind,
    folder,
    name,
    size,
    problem,
  )
  run(db, 'DELETE FROM backup_run WHERE id <= ?', id - kept)
}

/** The newest run of a kind. */
export function lastBackupRun(db: ReadDb, kind: BackupRunRow['kind']): BackupRunRow | undefined {
  return one(db, 'SELECT * FROM backup_run WHERE kind = ? ORDER BY id DESC LIMIT 1', kind)
}

/** Planned backups that were made and lie in this folder still, newest first. */
export function plannedBackups(db: ReadDb, folder: string): BackupRunRow[] {
  return all(
    db,
    `SELECT * FROM backup_run WHERE kind = 'planned' AND folder = ? AND problem IS NULL AND removed = 0 ORDER BY id DESC`,
    folder,
  )
}

export function markBackupRemoved(db: WriteDb, id: number): void {
  run(db, 'UPDATE backup_run SET removed = 1 WHERE id = ?', id)
}
