import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import type Database from 'better-sqlite3'

/** Brings what has been committed so far onto the disk. */
export interface Flush {
  /** Does so beside the event loop; `done` is told the failure, or null. One at a time. */
  begin(done: (error: Error | null) => void): void
  /** Does so before it returns. @throws what the system says */
  now(): void
  close(): void
}

/**
 * Flushes the write-ahead log of a database, in a thread of the system's and not in the event loop, which `COMMIT` would
 * hold for as long as the disk takes. The connection commits with `synchronous = NORMAL`: SQLite then writes the log as
 * it does with FULL (the frames of a commit, each with its checksum, and a flush of the log's header when it begins
 * anew) and leaves out only the flush after a commit, which happens here. So a commit is safe from a power cut once the
 * flush that began after it is done.
 *
 * SQLite holds no lock on the log file itself, so that opening and closing it here frees none (POSIX locks belong to the
 * process).
 */
export function createWalFlush(db: Database.Database): Flush {
  let file: number | null = null
  /** A flush failed: the system may have dropped what was not written, and a later flush would not bring it back. */
  let isDoubtful = false

  // The log is there after the first commit, and stays for as long as a connection is open.
  const opened = () => {
    file ??= openSync(`${db.name}-wal`, 'r+')
    return file
  }
  /** Copies the whole log into the database file and flushes that: then nothing hangs on the doubtful log any more. */
  const reassure = () => {
    if (!isDoubtful) return
    const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (result?.busy !== 0) throw new Error('the log could not be copied into the database after a failed flush')
    isDoubtful = false
  }
  const release = () => {
    if (file === null) return
    const descriptor = file
    file = null
    closeSync(descriptor)
  }
  const settled = (error: Error | null) => {
    if (!error) return null
    isDoubtful = true
    try {
      release()
    } catch {
      // What was wrong with it is in the first error.
    }
    return error
  }

  return {
    begin(done) {
      try {
        reassure()
        fdatasync(opened(), (error) => done(settled(error)))
      } catch (error) {
        // Told later in any case: whoever waits has not been handed his promise yet.
        setImmediate(done, settled(error as Error))
      }
    },
    now() {
      try {
        reassure()
        fdatasyncSync(opened())
      } catch (error) {
        throw settled(error as Error)
      }
    },
    close: release,
  }
}
