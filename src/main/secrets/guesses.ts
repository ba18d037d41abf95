/** How many wrong secrets one address may try. */
export interface GuessLimits {
  /** Wrong ones within `windowMs`; who tries more is not looked at until the window is over. */
  readonly wrong: number
  /** Milliseconds. */
  readonly windowMs: number
  /** Addresses that are counted at the same time; beyond that, the one that was counted longest is forgotten. */
  readonly addresses: number
}

export const GUESS_LIMITS: GuessLimits = { wrong: 10, windowMs: 60_000, addresses: 1_000 }

/** Counts wrong secrets by address, in memory. */
export interface Guesses {
  /** Milliseconds until the address is listened to again; 0 when it is now. */
  blockedFor(address: string): number
  wrong(address: string): void
}

export function createGuesses(clock: () => number, limits: GuessLimits): Guesses {
  const counted = new Map<string, { count: number; until: number }>()
  return {
    blockedFor(address) {
      const entry = counted.get(address)
      if (!entry || entry.count < limits.wrong) return 0
      const left = entry.until - clock()
      if (left > 0) return left
      counted.delete(address)
      return 0
    },
    wrong(address) {
      const now = clock()
      const entry = counted.get(address)
      if (entry && entry.until > now) {
        entry.count += 1
        return
      }
      counted.delete(address)
      counted.set(address, { count: 1, until: now + limits.windowMs })
      const [oldest] = counted.keys()
      if (counted.size > limits.addresses && oldest !== undefined) counted.delete(oldest)
    },
  }
}
