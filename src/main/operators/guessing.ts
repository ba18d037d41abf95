/** How guessing a PIN is slowed down. Times in milliseconds. */
export interface GuessingLimits {
  /** So many wrong ones cost nothing: people mistype. */
  readonly free: number
  /** The wait after the next one; it doubles with every further one. */
  readonly firstMs: number
  /** The longest wait. It has an end, so that nobody can keep somebody else out for good. */
  readonly longestMs: number
}

/** About 100 tries a day once the first ones are used up: a PIN of six digits lasts for decades. */
export const GUESSING: GuessingLimits = { free: 4, firstMs: 30_000, longestMs: 15 * 60_000 }

/** Milliseconds until somebody is listened to again; 0 when it is now. Stored facts decide, so a restart changes nothing. */
export function waitAfterWrong(
  { wrongTimes, wrongAt }: { readonly wrongTimes: number; readonly wrongAt: number | null },
  now: number,
  limits: GuessingLimits = GUESSING,
): number {
  const over = wrongTimes - limits.free
  if (over <= 0 || wrongAt === null) return 0
  const wait = Math.min(limits.longestMs, limits.firstMs * 2 ** Math.min(over - 1, 30))
  // A clock that was set back must not make it longer.
  return Math.max(0, Math.min(wait, wrongAt + wait - now))
}
