import { AppError } from '@shared/errors'
import { execute, type WriteDb } from './handles'

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
  /**
   * Writes what waits and then the job, at once: for a reader that can't go on without it. Throws as `write` rejects.
   * Not to be called from within a job.
   */
  writeNow<Result>(job: WriteJob<Result>): Result
  /** Writes what waits, then refuses more with STORE_CLOSED. */
  close(): void
}

export interface LazyOptions<Result> {
  /** Called once when the job's turn has come, whatever comes of it: what is gathered later needs a job of its own. */
  readonly onTurn?: () => void
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
  readonly onTurn?: () => void
  readonly job: WriteJob<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Failures of the disk or of the machine, by SQLite's result codes, whatever the job was. */
function isDiskFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(FULL|IOERR|NOMEM|CORRUPT|READONLY|CANTOPEN)/.test(code)
}

/** Whether a write failed for everybody (the disk, or the store is closed) and not for what one job wanted. */
export function isOfAll(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'STORE_WRITE_FAILED' || error.code === 'STORE_CLOSED')
}

type JobOutcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown }

const nobodyListens = () => {}

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

  const transaction = <Outcome>(batch: readonly Waiting[], run: (job: WriteJob<unknown>) => Outcome): Outcome[] => {
    execute(db, 'BEGIN IMMEDIATE')
    const outcomes = batch.map((entry) => run(entry.job))
    execute(db, 'COMMIT')
    return outcomes
  }

  const runPlainly = (job: WriteJob<unknown>): unknown => {
    try {
      return job(db)
    } catch (error) {
      throw isDiskFailure(error) ? error : new JobThrew()
    }
  }

  const runApart = (job: WriteJob<unknown>): JobOutcome => {
    execute(db, 'SAVEPOINT job')
    try {
      const value = job(db)
      execute(db, 'RELEASE job')
      return { ok: true, value }
    } catch (error) {
      // A full or failing disk is nobody's own mistake and fails all of the turn; SQLite may have dropped the whole
      // transaction by itself, and then there is no savepoint to go back to.
      if (!db.inTransaction || isDiskFailure(error)) throw error
      execute(db, 'ROLLBACK TO job')
      execute(db, 'RELEASE job')
      return { ok: false, error }
    }
  }

  const undo = () => {
    if (db.inTransaction) execute(db, 'ROLLBACK')
  }

  /** Commits a batch; what it throws is a failure of all of it. */
  const commit = (batch: readonly Waiting[]): readonly JobOutcome[] => {
    try {
      return transaction(batch, runPlainly).map((value) => ({ ok: true, value }))
    } catch (error) {
      undo()
      if (!(error instanceof JobThrew)) throw error
    }
    try {
      return transaction(batch, runApart)
    } catch (error) {
      undo()
      throw error
    }
  }

  const settle = (batch: readonly Waiting[], outcomes: readonly JobOutcome[]) => {
    for (const [place, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[place]
      try {
        if (outcome?.ok) resolve(outcome.value)
        else reject(outcome?.error)
      } catch (error) {
        // A listener of one lazy write must not keep the others from their results.
        options.onLazyFailure(error)
      }
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
    for (const { onTurn } of batch) onTurn?.()
    let outcomes: readonly JobOutcome[]
    try {
      outcomes = commit(batch)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const failure = new AppError('STORE_WRITE_FAILED', { reason }, { cause: error })
      outcomes = batch.map(() => ({ ok: false, error: failure }))
    }
    settle(batch, outcomes)
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
      const resolve = lazy.afterCommit as ((value: unknown) => void) | undefined
      queue.push({ job, onTurn: lazy.onTurn, resolve: resolve ?? nobodyListens, reject: options.onLazyFailure })
      if (lazy.promptly) immediate ??= setImmediate(flush)
      else if (!immediate && !timer) timer = setTimeout(flush, options.lazyMs)
    },
    writeNow<Result>(job: WriteJob<Result>): Result {
      if (closed) throw new AppError('STORE_CLOSED')
      let outcome: JobOutcome | null = null
      queue.push({
        job,
        resolve: (value) => {
          outcome = { ok: true, value }
        },
        reject: (error) => {
          outcome = { ok: false, error }
        },
      })
      const settled = () => outcome as JobOutcome | null
      while (settled() === null) flush()
      const result = settled()
      if (!result?.ok) throw result?.error
      return result.value as Result
    },
    close() {
      closed = true
      while (queue.length > 0) flush()
      flush()
    },
  }
}
