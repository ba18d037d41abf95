import { AppError } from '@shared/errors'
import { statement, type WriteDb } from './handles'

/**
 * A piece of work on the database. It runs synchronously; when it throws, only its own changes are undone. It may be run
 * twice, the first time undone, so it changes nothing outside the database.
 */
export type WriteJob<Result> = (db: WriteDb) => Result

/**
 * Group commit: everything that waits in one turn of the event loop is written in one transaction, so that a hundred
 * chargers share the price of one disk flush and "acknowledged is stored" stays affordable.
 */
export interface Writer {
  /** Runs the job in the next transaction; resolves after that is on disk, rejects when the job or the disk failed. */
  write<Result>(job: WriteJob<Result>): Promise<Result>
  /**
   * For what nobody waits for (a log of decisions, last-seen times): joins the next transaction, and starts one by
   * itself after `lazyMs` at the latest. Up to that much may be lost when the power fails.
   */
  writeSoon<Result>(job: WriteJob<Result>, options?: LazyOptions<Result>): void
  /** Writes what waits, then refuses more with STORE_CLOSED. */
  close(): void
}

export interface LazyOptions<Result> {
  /** Called after the commit. */
  readonly afterCommit?: (result: Result) => void
  /** True when somebody watches for the result: it joins this turn's transaction instead of waiting. */
  readonly promptly?: boolean
}

export interface WriterLimits {
  /** How long a lazy write may wait, in milliseconds. */
  readonly lazyMs: number
  /** Most jobs of one transaction: bounds how long the event loop is held. */
  readonly maxBatch: number
}

export interface WriterOptions extends WriterLimits {
  /** Told when a lazy write failed, since nobody waits for it. */
  readonly onLazyFailure: (error: unknown) => void
}

export const WRITER_DEFAULTS: WriterLimits = { lazyMs: 200, maxBatch: 2_000 }

interface Waiting {
  readonly job: WriteJob<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Failures of the disk or of the machine, by SQLite's result codes, whatever the job was. */
function isDiskFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(FULL|IOERR|NOMEM|CORRUPT|READONLY|CANTOPEN)/.test(code)
}

type Settlement = () => void

/** A job threw in a transaction that had no savepoints: all of the transaction is to be run again with them. */
class JobThrew extends Error {}

/**
 * Jobs hardly ever throw, and a savepoint for each costs more than most jobs: SQLite copies every page it touches. So a
 * turn's jobs first run without any; only when one throws, the transaction is undone and run again with savepoints.
 */
export function createWriter(db: WriteDb, options: WriterOptions): Writer {
  let queue: Waiting[] = []
  let immediate: NodeJS.Immediate | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const transaction = (batch: Waiting[], run: (entry: Waiting) => Settlement): Settlement[] => {
    statement(db, 'BEGIN IMMEDIATE').run()
    const settlements = batch.map(run)
    statement(db, 'COMMIT').run()
    return settlements
  }

  const runPlainly = (entry: Waiting): Settlement => {
    let value: unknown
    try {
      value = entry.job(db)
    } catch (error) {
      throw isDiskFailure(error) ? error : new JobThrew()
    }
    return () => entry.resolve(value)
  }

  const runApart = (entry: Waiting): Settlement => {
    statement(db, 'SAVEPOINT job').run()
    try {
      const value = entry.job(db)
      statement(db, 'RELEASE job').run()
      return () => entry.resolve(value)
    } catch (error) {
      // A full or failing disk is nobody's own mistake and fails all of the turn; SQLite may have dropped the whole
      // transaction by itself, and then there is no savepoint to go back to.
      if (!db.inTransaction || isDiskFailure(error)) throw error
      statement(db, 'ROLLBACK TO job').run()
      statement(db, 'RELEASE job').run()
      return () => entry.reject(error)
    }
  }

  const commit = (batch: Waiting[]): Settlement[] => {
    try {
      return transaction(batch, runPlainly)
    } catch (error) {
      if (!(error instanceof JobThrew)) throw error
      if (db.inTransaction) statement(db, 'ROLLBACK').run()
      return transaction(batch, runApart)
    }
  }

  const flush = () => {
    clearImmediate(immediate)
    clearTimeout(timer)
    immediate = undefined
    timer = undefined
    const batch = queue.length > options.maxBatch ? queue.splice(0, options.maxBatch) : queue
    if (batch === queue) queue = []
    if (batch.length === 0) return
    let settlements: Settlement[]
    try {
      settlements = commit(batch)
    } catch (error) {
      if (db.inTransaction) statement(db, 'ROLLBACK').run()
      const reason = error instanceof Error ? error.message : String(error)
      const failure = new AppError('STORE_WRITE_FAILED', { reason }, { cause: error })
      settlements = batch.map((entry) => () => entry.reject(failure))
    }
    for (const settle of settlements) {
      try {
        settle()
      } catch (error) {
        // A listener of one lazy write must not keep the others from their results.
        options.onLazyFailure(error)
      }
    }
    if (queue.length > 0) immediate ??= setImmediate(flush)
  }

  return {
    write<Result>(job: WriteJob<Result>): Promise<Result> {
      if (closed) return Promise.reject(new AppError('STORE_CLOSED'))
      return new Promise<Result>((resolve, reject) => {
        queue.push({ job, resolve: resolve as (value: unknown) => void, reject })
        immediate ??= setImmediate(flush)
      })
    },
    writeSoon<Result>(job: WriteJob<Result>, lazy: LazyOptions<Result> = {}) {
      if (closed) return
      const resolve = (value: unknown) => lazy.afterCommit?.(value as Result)
      queue.push({ job, resolve, reject: options.onLazyFailure })
      if (lazy.promptly) immediate ??= setImmediate(flush)
      else if (!immediate && !timer) timer = setTimeout(flush, options.lazyMs)
    },
    close() {
      closed = true
      while (queue.length > 0) flush()
      flush()
    },
  }
}
