/** How long a charger waits before it connects again (2.0.1 part 4 §5.3, RetryBackOff… variables). */
export interface BackOff {
  /** RetryBackOffWaitMinimum, seconds. */
  readonly firstSeconds: number
  /** RetryBackOffRandomRange, seconds: up to this much is added at random, so that a site does not come back at once. */
  readonly randomSeconds: number
  /** RetryBackOffRepeatTimes: how often the wait doubles before it stays as it is. */
  readonly doublings: number
}

export const DEFAULT_BACK_OFF: BackOff = { firstSeconds: 2, randomSeconds: 3, doublings: 4 }

/**
 * Seconds to wait before attempt number `failures` + 1, when `failures` attempts have failed in a row (1 or more).
 * `random` is a number from 0 to 1.
 */
export function reconnectDelay(backOff: BackOff, failures: number, random: number): number {
  const doublings = Math.min(Math.max(failures - 1, 0), backOff.doublings)
  return backOff.firstSeconds * 2 ** doublings + random * backOff.randomSeconds
}

/** Seconds before a transaction message is sent again after `attempts` sends (E13.FR.02: interval × prior sends). */
export function retryDelay(intervalSeconds: number, attempts: number): number {
  return intervalSeconds * attempts
}
