import type { Changes } from '../changes'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import {
  interpretedUpTo,
  markedAgain,
  noteProblem,
  setInterpretedUpTo,
  uninterpreted,
} from '../store/queries/rawEvents'
import { isOfAll } from '../store/writer'
import { type EventReader, type PendingEvent, readStored } from './eventReader'
import { type Interpretation, openInterpretation } from './interpret'
import { createKnownSessions } from './knownSessions'
import type { KnownSession } from './sessionRow'
import { stateOf } from './sessionState'

export interface InterpreterLimits {
  /** How long an event may wait for its interpretation, in milliseconds: how far the live screen is behind. */
  readonly interpretAfterMs: number
  /** Most events that wait: when there are more they are interpreted at once. Bounds how long the event loop is held. */
  readonly interpretTogether: number
}

/**
 * Two thousand events take some six milliseconds, and share the saves of their sessions and the pages that those are in;
 * more at a time spare nothing further and hold up the answers behind them. Only a load test brings so many in 0.1 s.
 */
export const INTERPRETER_DEFAULTS: InterpreterLimits = { interpretAfterMs: 100, interpretTogether: 2_000 }

export interface InterpreterDeps {
  readonly store: Store
  readonly changes: Changes
  readonly read: EventReader
  /** The event with its card as it is stored, where the station writes numbers differently. */
  readonly asMeant?: (event: PendingEvent) => PendingEvent
  readonly limits: InterpreterLimits
  /** Told of the sessions as they are now stored, before anybody is told that they changed. */
  readonly tell?: (sessions: readonly KnownSession[]) => void
  /** Told when the disk failed (it is tried again) or an event could not be interpreted (it is kept, with that). */
  readonly onFailure: (error: unknown) => void
}

/**
 * Makes sessions of events that are stored already. Up to which event that is done stands in the database beside what
 * came of it, so that after a crash it goes on where it was.
 */
export interface Interpreter {
  /** Takes events that are on disk, in the order of their ids. */
  take(events: readonly PendingEvent[]): void
  /** Interprets what waits, for somebody who reads; returns when it is stored. */
  now(): void
  /**
   * Changes what sessions are made from, in one transaction with working them out again.
   * @param job may ask for a session to be worked out from all of its events again
   */
  amend<Result>(job: (db: WriteDb, again: (sessionId: number) => void) => Result): Result
  /** Whether an event of this transaction waits. */
  waits(stationId: number, transactionId: string): boolean
  /** Interprets what waits and ends the timer. */
  close(): void
}

/** The note of an event that could not be interpreted; it is found by it. */
export const NOT_INTERPRETED = 'it could not be entered into the ledger'

export function createInterpreter(deps: InterpreterDeps): Interpreter {
  const { store, changes, read, limits, onFailure } = deps
  const { read: db, writer } = store
  const known = createKnownSessions()
  let pending: PendingEvent[] = []
  let timer: NodeJS.Timeout | undefined
  let busy = false
  let closed = false

  const wait = () => {
    // Nothing is lost when the program ends before: closing interprets what waits, and so does the next start.
    timer ??= setTimeout(run, limits.interpretAfterMs).unref()
  }

  const interpret = <Result>(work: (interpretation: Interpretation, write: WriteDb) => Result): Result => {
    const { result, changed } = writer.writeNow((write) => {
      const interpretation = openInterpretation(write, known, read, deps.asMeant)
      const result = work(interpretation, write)
      return { result, changed: interpretation.finish() }
    })
    for (const session of changed) {
      // Few events come after the end.
      if (stateOf(session.facts) === 'running') known.put(session)
    }
    deps.tell?.(changed)
    for (const { id } of changed) changes.emit('session', id)
    return result
  }

  const interpretAll = (events: readonly PendingEvent[]) =>
    interpret((interpretation) => {
      for (const event of events) interpretation.take(event)
    })

  /** One by one, after one of them failed: that one is kept with a note, and the others are interpreted. */
  const interpretEach = (events: readonly PendingEvent[]) => {
    for (const event of events) {
      try {
        interpretAll([event])
      } catch (error) {
        if (isOfAll(error)) throw error
        onFailure(error)
        writer.writeNow((write) => {
          noteProblem(write, event.id, NOT_INTERPRETED)
          setInterpretedUpTo(write, event.id)
        })
      }
    }
  }

  const run = () => {
    if (busy || pending.length === 0) return
    busy = true
    clearTimeout(timer)
    timer = undefined
    const events = pending
    pending = []
    try {
      interpretAll(events)
    } catch (error) {
      try {
        if (isOfAll(error)) throw error
        interpretEach(events)
      } catch (failure) {
        onFailure(failure)
        if (closed) return
        const upTo = interpretedUpTo(db)
        pending = [...events.filter(({ id }) => id > upTo), ...pending]
        wait()
      }
    } finally {
      busy = false
    }
  }

  // What was stored and not interpreted when the program ended, before anything is served.
  run()
  for (;;) {
    const rest = uninterpreted(db, interpretedUpTo(db), limits.interpretTogether)
    if (rest.length === 0) break
    pending = rest.map((stored) => readStored(stored, read))
    run()
    // The disk failed: it is tried again by and by.
    if (pending.length > 0) break
  }
  const marked = markedAgain(db)
  if (marked.length > 0) {
    pending.push(...marked.map((stored) => readStored(stored, read)))
    run()
  }

  return {
    take(events) {
      for (const event of events) pending.push(event)
      if (pending.length >= limits.interpretTogether) run()
      else if (pending.length > 0) wait()
    },
    now: run,
    amend(job) {
      run()
      return interpret((interpretation, write) => job(write, interpretation.again))
    },
    waits: (stationId, transactionId) =>
      pending.some((event) => event.stationId === stationId && event.transactionId === transactionId),
    close() {
      closed = true
      run()
      clearTimeout(timer)
    },
  }
}
