const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 5_000

/** How long to wait before attempt `attempt` (0 for the first repeat), in milliseconds: doubling, 5 s at most. */
export function backOff(attempt: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt, 10))
}
