import { timingSafeEqual } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { AppError, reasonOf } from '@shared/errors'
import Database from 'better-sqlite3'
import type { KeyStore } from '../ca/keystore/keyStore'
import { passphraseKeyStore } from '../ca/keystore/passphraseKeyStore'
import { phrase } from '../phrase'
import { inspect } from '../store/migrate'
import { MIGRATIONS } from '../store/migrations'
import { type BackupCounts, type Manifest, readArchive } from './archive'
import { deriveBackupKey } from './backupKey'
import { createByteReader } from './byteReader'
import { countDatabase } from './counts'
import { runDatabaseTask } from './databaseTask'
import { type BackupHeader, damaged, readHeader, tooNew } from './header'
import { resealAll } from './sealedColumns'
import { openStream } from './sealedStream'

/** A backup that was decrypted to its end, whose database is sound and whose keys open. */
export interface Unpacked {
  readonly header: BackupHeader
  readonly manifest: Manifest
  /** What is in it, counted in its database. */
  readonly counts: BackupCounts
  readonly database: string
  /** Folder with its files, under the names they have in a data folder. */
  readonly files: string
}

export interface UnpackOrder {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly passphrase: string
  /** An empty folder. */
  readonly folder: string
  /** Seals the keys anew for this computer; null leaves them sealed under the passphrase. */
  readonly keyStore: KeyStore | null
}

/**
 * Unpacks a backup and checks all of it. What it wrote into the folder until it failed is the caller's to remove.
 * @throws AppError NO_BACKUP, BACKUP_TOO_NEW, BACKUP_PASSPHRASE_WRONG, BACKUP_DAMAGED, BACKUP_CUT_OFF, RESTORE_FAILED
 */
export async function unpackBackup(order: UnpackOrder): Promise<Unpacked> {
  const { folder } = order
  const reader = createByteReader(order.bytes)
  try {
    const { header, digest } = await readHeader(reader)
    const salt = Buffer.from(header.salt, 'base64')
    const { key, check } = await deriveBackupKey(order.passphrase, salt, header.scrypt)
    try {
      const expected = Buffer.from(header.check, 'base64')
      if (expected.length !== check.length || !timingSafeEqual(expected, check)) {
        throw new AppError('BACKUP_PASSPHRASE_WRONG')
      }
      const database = path.join(folder, 'chargehand.db')
      const files = path.join(folder, 'files')
      await mkdir(files, { mode: 0o700 })
      let manifest: Manifest | null = null
      for await (const { entry, bytes } of readArchive(openStream(reader, key, digest))) {
        if (entry.kind === 'manifest') {
          manifest = entry.manifest
          const known = MIGRATIONS.at(-1)?.version ?? 0
          if (manifest.databaseVersion > known) throw tooNew('data', manifest.databaseVersion, known)
        }
        if (entry.kind === 'database') await writeOut(database, bytes)
        if (entry.kind === 'file') await writeOut(path.join(files, entry.name), bytes)
      }
      if (manifest === null) throw damaged('order')
      const counts = await checkDatabase(database, manifest, order)
      return { header, manifest, counts, database, files }
    } finally {
      key.fill(0)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('RESTORE_FAILED', { folder, reason: reasonOf(error) }, { cause: error })
  } finally {
    await reader.close()
  }
}

async function writeOut(file: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    for await (const piece of bytes) {
      let rest = piece
      while (rest.length > 0) rest = rest.subarray((await handle.write(rest)).bytesWritten)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function checkDatabase(file: string, manifest: Manifest, order: UnpackOrder): Promise<BackupCounts> {
  const checked = await runDatabaseTask({ kind: 'check', file })
  const problem = checked.kind === 'failed' ? checked.reason : checked.problem
  if (problem !== null) {
    throw new AppError('BACKUP_DAMAGED', { reason: phrase('backup.damaged.database', { detail: problem }) })
  }
  const db = new Database(file)
  try {
    // Nothing of it is in use yet; it is flushed whole before it is put in its place.
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = FULL')
    if (inspect(db, MIGRATIONS, file) !== manifest.databaseVersion) throw damaged('order')
    const keys = await resealKeys(db, order)
    return { ...countDatabase(db), keys, lostFiles: manifest.counts.lostFiles }
  } finally {
    db.close()
  }
}

async function resealKeys(db: Database.Database, { passphrase, keyStore }: UnpackOrder): Promise<number> {
  try {
    return await resealAll(db, passphraseKeyStore(passphrase), keyStore)
  } catch (error) {
    // Of this computer's own store: it says what to do by itself.
    if (error instanceof AppError && error.code === 'KEY_STORE_LOCKED') throw error
    if (error instanceof AppError && error.code === 'KEY_STORE_DAMAGED') throw damaged('keys')
    throw error
  }
}
