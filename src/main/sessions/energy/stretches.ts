import type { EnergyStep } from '@shared/contract/energyHistory'

const MINUTE_MS = 60_000
const FIXED_MS = { 'quarter-hour': 900_000, hour: 3_600_000 } as const

/** The beginning of the local stretch that `at` lies in. */
function beginningOf(step: EnergyStep, at: number): number {
  const date = new Date(at)
  if (step === 'quarter-hour' || step === 'hour') {
    // By the offset of that moment: the clocks show some hours twice, and setMinutes takes the first of the two.
    const local = at - date.getTimezoneOffset() * MINUTE_MS
    return at - (((local % FIXED_MS[step]) + FIXED_MS[step]) % FIXED_MS[step])
  }
  date.setHours(0, 0, 0, 0)
  if (step === 'month') date.setDate(1)
  return date.getTime()
}

/** The beginning of the stretch after the one that begins at `at`: a day of 23 or 25 hours is a day. */
function nextOf(step: EnergyStep, at: number): number {
  if (step === 'quarter-hour' || step === 'hour') return at + FIXED_MS[step]
  const date = new Date(at)
  if (step === 'day') date.setDate(date.getDate() + 1)
  else date.setMonth(date.getMonth() + 1)
  // A day that has no midnight begins at one o'clock; the next one does not.
  return date.setHours(0, 0, 0, 0)
}

/**
 * Where stretches that hold all of `from` to `to` meet, in this computer's time zone: the beginning of each, and the end
 * of the last. Milliseconds since 1970.
 */
export function edgesOf(step: EnergyStep, from: number, to: number): number[] {
  const edges = [beginningOf(step, from)]
  for (let last = edges[0] ?? from; last < to; edges.push(last)) last = nextOf(step, last)
  return edges
}

/** Which stretch `at` lies in: 0 for the first; -1 before it, the number of stretches after the last. */
export function stretchOf(edges: readonly number[], at: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
