import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, reasonOf } from '@shared/errors'
import Database from 'better-sqlite3'
import { unwritable } from '../unwritable'

/** A data folder that is kept for this program. Whoever took it gives it free; the end of the process does so too. */
export interface FolderLock {
  release(): void
}

/**
 * Makes sure that one program at a time works on a data folder, which is made if need be. The lock is SQLite's own, held
 * on an empty file beside the database: the operating system frees it when the process ends, however it ends.
 * @throws AppError DATABASE_IN_USE; DATA_FOLDER_UNWRITABLE; START_FAILED when no lock can be put there for another reason
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'chargehand.lock')
  let lock: Database.Database | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // The system says why a file can not be written; SQLite would only say that it can not.
    closeSync(openSync(file, 'a', 0o600))
    const opened = new Database(file, { timeout: 0 })
    lock = opened
    opened.pragma('journal_mode = DELETE')
    opened.exec('BEGIN EXCLUSIVE')
    return { release: () => void opened.close() }
  } catch (error) {
    lock?.close()
    if (isBusy(error)) throw new AppError('DATABASE_IN_USE', { folder }, { cause: error })
    throw unwritable(folder, error) ?? new AppError('START_FAILED', { reason: reasonOf(error) }, { cause: error })
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
