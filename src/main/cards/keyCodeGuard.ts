/** What slows down the guessing of key codes, by name (C04.FR.06). */
export interface KeyCodeLimits {
  /** Wrong codes of one station that are just refused; each further one begins a pause. */
  readonly freeGuesses: number
  /** The first pause, in milliseconds; each further one is twice as long. */
  readonly firstPauseMs: number
  readonly longestPauseMs: number
  /** When no wrong code came for so long, all is forgotten. */
  readonly forgetAfterMs: number
}

export const KEY_CODE_LIMITS: KeyCodeLimits = {
  freeGuesses: 5,
  firstPauseMs: 10_000,
  longestPauseMs: 15 * 60_000,
  forgetAfterMs: 60 * 60_000,
}

interface Guesses {
  wrong: number
  at: number
  pausedUntil: number
}

/**
 * Slows down whoever tries key codes at a station. While it pauses every code is refused, also a right one: else the
 * pause would tell which it is. The station is answered at once, because it can ask nothing else in the meantime.
 */
export interface KeyCodeGuard {
  /** Until when every code of the station is refused; null when it is not. */
  pausedUntil(stationId: number, now: number): number | null
  guessed(stationId: number, isRight: boolean, now: number): void
}

export function createKeyCodeGuard(limits: KeyCodeLimits = KEY_CODE_LIMITS): KeyCodeGuard {
  const { freeGuesses, firstPauseMs, longestPauseMs, forgetAfterMs } = limits
  const stations = new Map<number, Guesses>()

  const current = (stationId: number, now: number): Guesses | undefined => {
    const known = stations.get(stationId)
    if (!known || now - Math.max(known.at, known.pausedUntil) < forgetAfterMs) return known
    stations.delete(stationId)
    return undefined
  }

  return {
    pausedUntil(stationId, now) {
      const known = current(stationId, now)
      return known && now < known.pausedUntil ? known.pausedUntil : null
    },
    guessed(stationId, isRight, now) {
      if (isRight) {
        stations.delete(stationId)
        return
      }
      const known = current(stationId, now) ?? { wrong: 0, at: now, pausedUntil: 0 }
      known.wrong += 1
      known.at = now
      const over = known.wrong - freeGuesses
      if (over > 0) known.pausedUntil = now + Math.min(firstPauseMs * 2 ** (over - 1), longestPauseMs)
      stations.set(stationId, known)
    },
  }
}
