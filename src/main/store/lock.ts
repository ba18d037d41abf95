import { join } from 'node:path'
import { AppError } from '@shared/errors'
import Database from 'better-sqlite3'

/**
 * Makes sure that one program at a time works on a data folder. The lock is SQLite's own, held on an empty file beside
 * the database: the operating system frees it when the process ends, however it ends.
 * @returns a function that gives the folder free.
 * @throws AppError DATABASE_IN_USE
 */
export function lockFolder(folder: string): () => void {
  const lock = new Database(join(folder, 'chargehand.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw new AppError('DATABASE_IN_USE', { folder }, { cause: error })
  }
  return () => lock.close()
}
