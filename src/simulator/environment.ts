import { randomUUID } from 'node:crypto'

/** Takes back something scheduled; harmless when it has already run. */
export type Cancel = () => void

/** What a charger needs from the world beside its socket. Tests may replace any part of it. */
export interface Environment {
  readonly now: () => Date
  /** Calls `run` once after `milliseconds`. */
  readonly after: (milliseconds: number, run: () => void) => Cancel
  /** A number from 0 (included) to 1 (excluded). */
  readonly random: () => number
  /** A new id of at most 36 characters, never the same twice: message ids, 2.0.1 transaction ids. */
  readonly newId: () => string
}

/** The machine's own clock, timers and randomness. */
export const realEnvironment: Environment = {
  now: () => new Date(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
  random: Math.random,
  newId: randomUUID,
}
