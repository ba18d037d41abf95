import type { Tap, TapOutcome } from '@shared/contract/readers'
import type { Clock } from '../clock'

/** How many taps are kept. They are for whoever stands at the desk: older ones are of no use. */
export const TAPS_KEPT = 20

/** The cards that were laid on USB readers, while the program runs. */
export interface Taps {
  /** @returns its number */
  add(reader: string, outcome: TapOutcome): number
  list(): Tap[]
  get(id: number): Tap | undefined
}

export function createTaps(clock: Clock): Taps {
  const kept: Tap[] = []
  let last = 0
  return {
    add(reader, outcome) {
      last += 1
      kept.push({ id: last, at: clock(), reader, outcome })
      if (kept.length > TAPS_KEPT) kept.shift()
      return last
    },
    list: () => [...kept],
    get: (id) => kept.find((tap) => tap.id === id),
  }
}
