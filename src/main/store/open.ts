import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, reasonOf } from '@shared/errors'
import Database from 'better-sqlite3'
import { unwritable } from '../unwritable'
import type { ReadDb, WriteDb } from './handles'
import { type FolderLock, lockFolder } from './lock'
import { inspect, migrate } from './migrate'
import { MIGRATIONS } from './migrations'
import { createWalFlush } from './walFlush'
import { createWriter, WRITER_DEFAULTS, type Writer, type WriterLimits } from './writer'

/** The site's memory: reads at any time through `read`, writes only through `writer`. */
export interface Store {
  readonly read: ReadDb
  readonly writer: Writer
  readonly file: string
  /**
   * Writes the database anew without what was deleted or overwritten, and empties its journal: nothing of it is left in
   * the files. Takes as long as copying them, and everything else waits. @returns false when another reader was in the
   * way, and the old journal is still there
   */
  scrub(): boolean
  /** Writes what waits and closes everything; nothing may be used afterwards. */
  close(): void
}

export interface StoreOptions extends Partial<WriterLimits> {
  readonly folder: string
  /** The folder's lock, when its owner holds it for longer than the store; else the store takes one and releases it. */
  readonly lock?: FolderLock
  readonly onLazyFailure: (error: unknown) => void
}

/** SQLite page cache of each connection in KiB: enough for a site's working set, small beside the 120 MB at rest. */
const CACHE_KIB = 8 * 1024

/**
 * Pages of 4 KiB that the write-ahead log gathers before they are copied into the database file. Events of many stations
 * change the same pages again and again, and each is copied once a checkpoint: SQLite's 1,000 pages would be full after
 * a few hundred events.
 */
const CHECKPOINT_PAGES = 4_000

/**
 * Opens (or creates) the database of a data folder and brings it up to date.
 * @throws AppError DATABASE_IN_USE, DATABASE_TOO_NEW, DATABASE_UNREADABLE, DATA_FOLDER_UNWRITABLE
 */
export function openStore(options: StoreOptions): Store {
  const { folder } = options
  const file = join(folder, 'chargehand.db')
  const ownLock = options.lock ? null : lockFolder(folder)
  const opened: Database.Database[] = []
  const connect = (readonly: boolean) => {
    const db = new Database(file, { readonly })
    opened.push(db)
    db.pragma(`cache_size = -${CACHE_KIB}`)
    db.pragma('foreign_keys = ON')
    return db
  }
  const closeAll = () => {
    for (const db of opened.reverse()) db.close()
    ownLock?.release()
  }
  try {
    // Its owner's alone from the first byte on, also in a folder that others may enter; the journal takes after it.
    closeSync(openSync(file, 'a', 0o600))
    const write = connect(false)
    // Before anything is set: the journal mode is written into the file, and a refused file stays as it is.
    inspect(write, MIGRATIONS, file)
    write.pragma('journal_mode = WAL')
    // Every commit is flushed to disk before it is acknowledged: by the writer, and not by COMMIT (see walFlush.ts).
    write.pragma('synchronous = NORMAL')
    // What is taken out of a row is overwritten where its page is written anyway: names that were erased on request.
    write.pragma('secure_delete = FAST')
    write.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    migrate(write, MIGRATIONS, file)
    // What a statement of many rows needs to undo itself: a few pages, and a file for them is written more than the log.
    const inMemory = (is: boolean) => write.pragma(`temp_store = ${is ? 'MEMORY' : 'DEFAULT'}`)
    inMemory(true)
    const flush = createWalFlush(write)
    const writer = createWriter(write as WriteDb, { ...WRITER_DEFAULTS, ...options, flush })
    return {
      read: connect(true) as ReadDb,
      writer,
      file,
      scrub() {
        // It copies the whole database.
        inMemory(false)
        try {
          write.exec('VACUUM')
        } finally {
          inMemory(true)
        }
        const [result] = write.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
        return result?.busy === 0
      },
      close() {
        writer.close()
        flush.close()
        closeAll()
      },
    }
  } catch (error) {
    closeAll()
    if (error instanceof AppError) throw error
    const unreadable = () => new AppError('DATABASE_UNREADABLE', { file, reason: reasonOf(error) }, { cause: error })
    throw unwritable(folder, error) ?? unreadable()
  }
}
