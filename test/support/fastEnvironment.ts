import { type Environment, realEnvironment } from '@simulator/index'

/** The real thing with timers that run a hundred times faster: minutes of back-off in a moment, no sleeping for luck. */
export const fastEnvironment: Environment = {
  ...realEnvironment,
  after: (milliseconds, run) => realEnvironment.after(milliseconds / 100, run),
}
