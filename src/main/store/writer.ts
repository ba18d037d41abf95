import { AppError, reasonOf } from '@shared/errors'
import { execute, type WriteDb } from './handles'
import type { Flush } from './walFlush'

/**
 * A piece of work on the database. It runs synchronously; when it throws, only its own changes are undone. It may be run
 * twice, the first time undone, so it changes nothing outside the database.
 */
export type WriteJob<Result> = (db: WriteDb) => Result

/**
 * Group commit: everything that waits is written in one transaction, and what comes while that is flushed to disk in the
 * next, so that a hundred chargers share the price of one flush and "acknowledged is stored" stays affordable. The event
 * loop goes on while the disk works.
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
   * Commits what waits and then the job, at once: for a reader that can't go on without it. It is not flushed yet when
   * this returns, so it is for what is made of other things on disk. Throws as `write` rejects. Not to be called from
   * within a job.
   */
  writeNow<Result>(job: WriteJob<Result>): Result
  /** Resolves when everything that has been committed is on disk; rejects when the disk failed. */
  flushed(): Promise<void>
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
  readonly flush: Flush
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

/** A transaction that is committed, with what came of each of its jobs. */
interface Committed {
  readonly batch: readonly Waiting[]
  readonly outcomes: readonly JobOutcome[]
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
  /** Committed, and told to nobody until it is on disk. */
  let unflushed: Committed[] = []
  /** Being flushed now; null while no flush is under way. */
  let inFlight: readonly Committed[] | null = null
  /** Whether somebody waits for what is in the queue. */
  let isWanted = false
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

  const failure = (error: unknown) => new AppError('STORE_WRITE_FAILED', { reason: reasonOf(error) }, { cause: error })

  /** Tells everybody of these commits what came of their jobs, now that they are on disk or can't be brought there. */
  const settleAll = (commits: readonly Committed[], error: unknown) => {
    const failed: JobOutcome | null = error === null ? null : { ok: false, error: failure(error) }
    for (const { batch, outcomes } of commits) settle(batch, failed ? batch.map(() => failed) : outcomes)
  }

  const beginFlush = () => {
    if (inFlight || unflushed.length === 0) return
    inFlight = unflushed
    unflushed = []
    options.flush.begin((error) => {
      const commits = inFlight ?? []
      inFlight = null
      settleAll(commits, error)
      // What has gathered meanwhile is the next group: committing it earlier would not have brought it to disk sooner.
      if (isWanted) commitNext()
      // That has begun the next flush, unless there was nothing to commit or it failed.
      beginFlush()
    })
  }

  const commitNext = () => {
    clearImmediate(immediate)
    clearTimeout(timer)
    immediate = undefined
    timer = undefined
    isWanted = queue.length > options.maxBatch && isWanted
    const batch = queue.length > options.maxBatch ? queue.splice(0, options.maxBatch) : queue
    if (batch === queue) queue = []
    if (batch.length === 0) return
    for (const { onTurn } of batch) onTurn?.()
    let outcomes: readonly JobOutcome[]
    try {
      outcomes = commit(batch)
    } catch (error) {
      const outcome = { ok: false, error: failure(error) } as const
      settle(
        batch,
        batch.map(() => outcome),
      )
      if (queue.length > 0) soon()
      return
    }
    unflushed.push({ batch, outcomes })
    beginFlush()
    if (queue.length > 0) soon()
  }

  /** The next transaction: in this turn of the event loop, or when the flush that is under way is done. */
  const soon = () => {
    isWanted = true
    if (!inFlight) immediate ??= setImmediate(commitNext)
  }

  return {
    write<Result>(job: WriteJob<Result>): Promise<Result> {
      if (closed) return Promise.reject(new AppError('STORE_CLOSED'))
      return new Promise<Result>((resolve, reject) => {
        queue.push({ job, resolve: resolve as (value: unknown) => void, reject })
        soon()
      })
    },
    writeSoon<Result>(job: WriteJob<Result>, lazy: LazyOptions<Result> = {}) {
      if (closed) return
      const resolve = lazy.afterCommit as ((value: unknown) => void) | undefined
      queue.push({ job, onTurn: lazy.onTurn, resolve: resolve ?? nobodyListens, reject: options.onLazyFailure })
      if (lazy.promptly) soon()
      else if (!immediate && !timer) timer = setTimeout(commitNext, options.lazyMs)
    },
    writeNow<Result>(job: WriteJob<Result>): Result {
      if (closed) throw new AppError('STORE_CLOSED')
      let outcome: JobOutcome | null = null
      const waiting: Waiting = {
        // It may run twice, and it is the last time that counts.
        job: (write) => {
          try {
            const value = job(write)
            outcome = { ok: true, value }
            return value
          } catch (error) {
            outcome = { ok: false, error }
            throw error
          }
        },
        resolve: nobodyListens,
        reject: (error) => {
          outcome = { ok: false, error }
        },
      }
      queue.push(waiting)
      while (queue.includes(waiting)) commitNext()
      const result = outcome as JobOutcome | null
      if (!result?.ok) throw result?.error
      return result.value as Result
    },
    flushed() {
      return new Promise((resolve, reject) => {
        if (!inFlight && unflushed.length === 0) return resolve()
        const nothing: Waiting = { job: nobodyListens, resolve: () => resolve(), reject }
        unflushed.push({ batch: [nothing], outcomes: [{ ok: true, value: undefined }] })
      })
    },
    close() {
      closed = true
      while (queue.length > 0) commitNext()
      clearTimeout(timer)
      const commits = [...(inFlight ?? []), ...unflushed]
      inFlight = null
      unflushed = []
      if (commits.length === 0) return
      let failed: unknown = null
      try {
        options.flush.now()
      } catch (error) {
        failed = error
      }
      settleAll(commits, failed)
    },
  }
}
