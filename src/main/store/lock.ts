import { join } from 'node:path'
import { AppError } from '@shared/errors'
import Database from 'better-sqlite3'

/**
 * Makes sure that one program at a time works on a data folder. The lock is SQLite's own, held on an empty file beside
 * the database: the operating system frees it when the process ends, however it ends.
 * @returns a function that gives the folder free.
 * @throws AppError DATABASE_IN_USE; DATABASE_UNREADABLE when no lock can be put there at all
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'chargehand.lock')
  let lock: Database.Database | undefined
  try {
    const opened = new Database(file, { timeout: 0 })
    lock = opened
    opened.pragma('journal_mode = DELETE')
    opened.exec('BEGIN EXCLUSIVE')
    return () => opened.close()
  } catch (error) {
    lock?.close()
    if (isBusy(error)) throw new AppError('DATABASE_IN_USE', { folder }, { cause: error })
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('DATABASE_UNREADABLE', { file, reason }, { cause: error })
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
