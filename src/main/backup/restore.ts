import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { AppError, reasonOf } from '@shared/errors'
import Database from 'better-sqlite3'
import type { KeyStore } from '../ca/keystore/keyStore'
import { syncFolder } from '../syncFolder'
import type { DrillResult } from './drill'
import { unpackBackup } from './unpack'
import { makeWorkFolder, removeAbandonedWork } from './workFolder'

export interface RestoreOrder {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly passphrase: string
  /** A data folder without a site; the caller holds its lock. */
  readonly dataFolder: string
  /** What protects the keys on this computer from now on. */
  readonly keyStore: KeyStore
}

const DATABASE = 'chargehand.db'

/**
 * Restores a site into a data folder that has none, all or nothing: everything is unpacked beside, checked and flushed
 * to disk; the files follow under names that no database knows yet; and renaming the database is the one step that
 * makes it a site. Before it, all that a crash leaves is removed by the next start.
 * @throws AppError RESTORE_NOT_EMPTY, RESTORE_FAILED, and as unpackBackup
 */
export async function restoreBackup(order: RestoreOrder): Promise<DrillResult> {
  const { dataFolder, keyStore } = order
  requireNoSite(dataFolder)
  const failed = (error: unknown) =>
    error instanceof AppError
      ? error
      : new AppError('RESTORE_FAILED', { folder: dataFolder, reason: reasonOf(error) }, { cause: error })
  try {
    removeAbandonedWork(dataFolder)
    const work = makeWorkFolder(dataFolder)
    try {
      const { bytes, passphrase } = order
      const unpacked = await unpackBackup({ bytes, passphrase, folder: work.path, keyStore })
      await putInPlace(unpacked, dataFolder)
      const { siteName, createdAt, program } = unpacked.header
      return { siteName, createdAt, program, withLogs: unpacked.manifest.withLogs, counts: unpacked.counts }
    } finally {
      await work.remove()
    }
  } catch (error) {
    throw failed(error)
  }
}

/** @throws AppError RESTORE_NOT_EMPTY; a database that was opened and never set up is no site: every start makes one */
export function requireNoSite(folder: string): void {
  const file = path.join(folder, DATABASE)
  if (!existsSync(file)) return
  const taken = (cause?: unknown) => new AppError('RESTORE_NOT_EMPTY', { folder }, { cause })
  let isSite: boolean
  try {
    const db = new Database(file, { fileMustExist: true })
    try {
      const tables = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table'`).pluck().get() as number
      const named = () => db.prepare(`SELECT count(*) FROM setting WHERE key = 'site-name'`).pluck().get() as number
      isSite = tables > 0 && named() > 0
    } finally {
      db.close()
    }
  } catch (error) {
    // Whatever it is, it is somebody's data.
    throw taken(error)
  }
  if (isSite) throw taken()
}

/** Moves an unpacked site into a data folder that has none; renaming the database is the last step. */
export async function putInPlace(unpacked: { database: string; files: string }, dataFolder: string): Promise<void> {
  const files = path.join(dataFolder, 'files')
  await mkdir(files, { recursive: true, mode: 0o700 })
  for (const name of await readdir(unpacked.files))
    await rename(path.join(unpacked.files, name), path.join(files, name))
  await syncFolder(files)
  const file = path.join(dataFolder, DATABASE)
  // The log of the empty database must not be taken for one of the new one.
  for (const stale of [`${file}-wal`, `${file}-shm`]) await rm(stale, { force: true })
  await rename(unpacked.database, file)
  await syncFolder(dataFolder)
}
