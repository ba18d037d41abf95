import { accessSync, constants, statfsSync } from 'node:fs'
import { AppError, reasonOf } from '@shared/errors'
import type { reasons as words } from '@shared/words/en/reasons'
import { phrase } from './phrase'

type Why = keyof typeof words.unwritable

/** What the system and SQLite say when a write was refused, and not what is to be read. */
const REFUSALS: Readonly<Record<string, Why>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'rights',
  EPERM: 'rights',
  EROFS: 'readOnly',
  EFBIG: 'failing',
  SQLITE_FULL: 'full',
  SQLITE_PERM: 'rights',
  SQLITE_READONLY: 'readOnly',
  SQLITE_READONLY_DBMOVED: 'failing',
  SQLITE_READONLY_DIRECTORY: 'rights',
  SQLITE_IOERR_WRITE: 'failing',
  SQLITE_IOERR_FSYNC: 'failing',
  SQLITE_IOERR_DIR_FSYNC: 'failing',
  SQLITE_IOERR_TRUNCATE: 'failing',
  SQLITE_IOERR_SHMOPEN: 'failing',
  SQLITE_IOERR_SHMSIZE: 'failing',
}

/**
 * The fault DATA_FOLDER_UNWRITABLE when this error means that nothing can be written in the folder, with the reason and
 * what to do; null for any other error. A backup would not help here, so it is never called unreadable data.
 */
export function unwritable(folder: string, error: unknown): AppError | null {
  const why = whyOf(folder, error)
  if (why === null) return null
  const reason =
    why === 'failing'
      ? phrase('reasons.unwritable.failing.reason', { detail: reasonOf(error) })
      : phrase(`reasons.unwritable.${why}.reason`)
  const data = { folder, reason, remedy: phrase(`reasons.unwritable.${why}.remedy`) }
  return new AppError('DATA_FOLDER_UNWRITABLE', data, { cause: error })
}

function whyOf(folder: string, error: unknown): Why | null {
  const code = codeOf(error)
  const why = REFUSALS[code] ?? null
  // SQLite has one code for every file it can not make, and one for every failed write: the folder knows more.
  return why === 'failing' || code === 'SQLITE_CANTOPEN' ? (stateOf(folder) ?? why) : why
}

function stateOf(folder: string): Why | null {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return statfsSync(folder).bavail === 0 ? 'full' : null
  } catch (error) {
    return REFUSALS[codeOf(error)] ?? null
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
