import type { Environment } from '../environment'
import type { ChargerFaults } from './faults'

/** The machine with a clock that may be wrong on command; its timers run as ever. */
export function withWrongClock(machine: Environment, faults: ChargerFaults): Environment {
  return { ...machine, now: () => new Date(machine.now().getTime() + faults.clockSkewSeconds * 1000) }
}
