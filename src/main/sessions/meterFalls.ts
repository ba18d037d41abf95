import type { Reconciliation } from '@shared/contract/settling'
import { METER_NOISE_WH } from './applyEvent'

type Fall = Reconciliation['falls'][number]

interface Register {
  readonly at: number
  readonly energyWh: number
}

/** Where registers begin again: 32 bits of Wh, signed or not, and displays of five to eight digits of kWh. */
const LARGEST_WH = [2 ** 31, 2 ** 32, 1e8, 1e9, 1e10, 1e11]

/** More than any vehicle takes, in watts: what a register can't have counted between two readings. */
const MOST_W = 1_000_000

/** The time that a reading may be older than its timestamp says, in hours. */
const SLACK_H = 1

/**
 * Where a meter fell during a session, and what each fall looks like. A reset is told by a register that begins again
 * near 0, a rollover by one that was near the end of its digits; both only if what they explain can have been delivered
 * in that time. @param registers in time order
 */
export function meterFalls(registers: readonly Register[]): Fall[] {
  return registers.flatMap((register, place) => {
    const before = registers[place - 1]
    if (!before || before.energyWh - register.energyWh <= METER_NOISE_WH) return []
    return [{ at: register.at, fromWh: before.energyWh, toWh: register.energyWh, looksLike: kindOf(before, register) }]
  })
}

function kindOf(before: Register, after: Register): Fall['looksLike'] {
  const mostWh = MOST_W * ((after.at - before.at) / 3_600_000 + SLACK_H)
  // 1 % of its digits: a register that can't have come from further away in one step.
  const rolled = LARGEST_WH.some(
    (end) => before.energyWh <= end && end - before.energyWh + after.energyWh <= Math.min(mostWh, end / 100),
  )
  if (rolled) return 'rollover'
  return after.energyWh <= Math.min(mostWh, before.energyWh / 100) ? 'reset' : 'unexplained'
}

/** What a meter counted up between its readings, falls left out, in watt-hours; null with fewer than two readings. */
export function countedUp(registers: readonly Register[]): number | null {
  if (registers.length < 2) return null
  return registers.reduce(
    (sum, { energyWh }, place) => sum + Math.max(0, energyWh - (registers[place - 1]?.energyWh ?? energyWh)),
    0,
  )
}
