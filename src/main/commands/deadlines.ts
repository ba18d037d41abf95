/** Runs something once after so many milliseconds; gives a function that calls it off. */
export type SetTimer = (ms: number, run: () => void) => () => void

/** Longest time that a timer of the platform can take. */
const TIMER_MAX_MS = 2_147_483_647

/** The platform's timer; it keeps no program alive. */
export const platformTimer: SetTimer = (ms, run) => {
  const timer = setTimeout(run, Math.min(Math.max(ms, 0), TIMER_MAX_MS))
  timer.unref()
  return () => clearTimeout(timer)
}

/** Wakes once at the next of many times, and again whenever that has changed. */
export interface Deadlines {
  /** The times may have changed. */
  look(): void
  close(): void
}

/** @param next the next time at which `due` has something to do, null for none */
export function createDeadlines(deps: {
  readonly clock: () => number
  readonly setTimer: SetTimer
  readonly next: () => number | null
  readonly due: () => void
}): Deadlines {
  const { clock, setTimer, next, due } = deps
  let callOff: (() => void) | null = null
  let at: number | null = null
  let closed = false
  const stop = () => {
    callOff?.()
    callOff = null
    at = null
  }
  const look = () => {
    // What was under way when the program ended may come to its end later.
    if (closed) return
    const wanted = next()
    if (wanted === at) return
    stop()
    if (wanted === null) return
    at = wanted
    callOff = setTimer(wanted - clock(), () => {
      at = null
      // A long time is waited for in parts, and the platform's clock may run ahead of the site's.
      if (wanted <= clock()) due()
      look()
    })
  }
  return {
    look,
    close() {
      closed = true
      stop()
    },
  }
}
