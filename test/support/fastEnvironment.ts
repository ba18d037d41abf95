import { type Environment, realEnvironment } from '@simulator/index'

const TIMES = 100

/** The real thing with timers that run a hundred times faster: minutes of back-off in a moment, no sleeping for luck. */
export const fastEnvironment: Environment = {
  ...realEnvironment,
  after: (milliseconds, run) => realEnvironment.after(milliseconds / TIMES, run),
}

/**
 * What makes a virtual charger fast. It waits for answers as patiently as a real one: those come no sooner for it, on a
 * busy machine least of all.
 */
export const fast = { environment: fastEnvironment, callTimeoutSeconds: 30 * TIMES } as const
