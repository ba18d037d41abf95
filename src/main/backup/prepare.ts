import { closeSync, createReadStream, openSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError, reasonOf } from '@shared/errors'
import Database from 'better-sqlite3'
import type { KeyStore } from '../ca/keystore/keyStore'
import { passphraseKeyStore } from '../ca/keystore/passphraseKeyStore'
import { type BackupCounts, type Manifest, writeEntryHead } from './archive'
import { BACKUP_SCRYPT, deriveBackupKey, newSalt, type ScryptCost } from './backupKey'
import { countDatabase } from './counts'
import { runDatabaseTask } from './databaseTask'
import { writeHeader } from './header'
import { resealAll } from './sealedColumns'
import { PART_OCTETS, sealStream } from './sealedStream'
import { makeWorkFolder } from './workFolder'

export interface BackupOrder {
  /** Database of the site, which may be in use. */
  readonly database: string
  readonly filesFolder: string
  /** What the keys in the database are sealed with. */
  readonly keyStore: KeyStore
  readonly passphrase: string
  /** False leaves the logs of stations out, which can be large. */
  readonly withLogs: boolean
  readonly siteName: string
  readonly program: string
  readonly now: number
  /** Where the copy of the database lies while the backup is written. */
  readonly workParent: string
  readonly cost?: ScryptCost
}

/** A backup that only has to be written out. Exactly one of `bytes` (to its end or broken off) and `discard` ends it. */
export interface PreparedBackup {
  readonly counts: BackupCounts
  /** About how long it will be, in bytes. */
  readonly size: number
  bytes(): AsyncGenerator<Buffer, void, void>
  discard(): Promise<void>
}

interface ListedFile {
  readonly name: string
  readonly size: number
}

/**
 * Copies the database as it is at this moment, while the site goes on, and seals its keys for the passphrase: in what is
 * written to disk no key is ever in the clear.
 * @throws AppError BACKUP_FAILED, KEY_STORE_LOCKED, KEY_STORE_DAMAGED
 */
export async function prepareBackup(order: BackupOrder): Promise<PreparedBackup> {
  const work = (() => {
    try {
      return makeWorkFolder(order.workParent)
    } catch (error) {
      throw failed(error)
    }
  })()
  try {
    const copy = path.join(work.path, 'copy.db')
    closeSync(openSync(copy, 'wx', 0o600))
    const copied = await runDatabaseTask({ kind: 'copy', file: order.database, to: copy })
    if (copied.kind === 'failed') throw new AppError('BACKUP_FAILED', { reason: copied.reason })
    const { files, manifest } = await makeReady(copy, order)
    const databaseSize = (await stat(copy)).size
    const cost = order.cost ?? BACKUP_SCRYPT
    const salt = newSalt()
    const { key, check } = await deriveBackupKey(order.passphrase, salt, cost)
    const header = writeHeader({
      program: order.program,
      siteName: order.siteName,
      createdAt: order.now,
      scrypt: cost,
      salt: salt.toString('base64'),
      check: check.toString('base64'),
    })
    const discard = async () => {
      key.fill(0)
      await work.remove()
    }
    const content = async function* () {
      yield writeEntryHead({ kind: 'manifest', manifest, size: 0 })
      yield writeEntryHead({ kind: 'database', size: databaseSize })
      yield* createReadStream(copy, { highWaterMark: PART_OCTETS }) as AsyncIterable<Buffer>
      for (const { name, size } of files) yield* fileEntry(path.join(order.filesFolder, name), name, size)
      yield writeEntryHead({ kind: 'end', size: 0 })
    }
    return {
      counts: manifest.counts,
      size: files.reduce((sum, file) => sum + file.size, databaseSize),
      async *bytes() {
        try {
          yield header.bytes
          yield* sealStream(content(), key, header.digest)
        } catch (error) {
          throw failed(error)
        } finally {
          await discard()
        }
      },
      discard,
    }
  } catch (error) {
    await work.remove()
    throw failed(error)
  }
}

function failed(error: unknown): AppError {
  return error instanceof AppError
    ? error
    : new AppError('BACKUP_FAILED', { reason: reasonOf(error) }, { cause: error })
}

/** Makes the copy fit to leave this computer, and lists what belongs to it. */
async function makeReady(copy: string, order: BackupOrder): Promise<{ files: ListedFile[]; manifest: Manifest }> {
  const db = new Database(copy)
  try {
    // A copy that is not finished is thrown away: nothing of it has to survive a power cut.
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF')
    db.pragma('foreign_keys = ON')
    const keys = await resealAll(db, order.keyStore, passphraseKeyStore(order.passphrase))
    if (!order.withLogs) db.prepare(`DELETE FROM file WHERE kind <> 'firmware'`).run()
    const listed = db.prepare('SELECT stored_name AS name, size FROM file ORDER BY id').all() as ListedFile[]
    const files: ListedFile[] = []
    for (const file of listed) {
      if (await isThere(path.join(order.filesFolder, file.name), file.size)) files.push(file)
    }
    const databaseVersion = db.pragma('user_version', { simple: true }) as number
    const counts = { ...countDatabase(db), keys, lostFiles: listed.length - files.length }
    return { files, manifest: { databaseVersion, withLogs: order.withLogs, counts } }
  } finally {
    db.close()
  }
}

async function isThere(file: string, size: number): Promise<boolean> {
  try {
    return (await stat(file)).size === size
  } catch {
    return false
  }
}

/** A file, or nothing when somebody has removed it since: the database of the copy then lists it as lost. */
async function* fileEntry(file: string, name: string, size: number): AsyncGenerator<Buffer, void, void> {
  const handle = await open(file, 'r').catch(() => null)
  if (handle === null) return
  try {
    yield writeEntryHead({ kind: 'file', name, size })
    const piece = Buffer.alloc(PART_OCTETS)
    for (let left = size; left > 0; ) {
      const { bytesRead } = await handle.read(piece, 0, Math.min(piece.length, left))
      if (bytesRead === 0) throw new Error(`${name} became shorter while it was read`)
      left -= bytesRead
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}
