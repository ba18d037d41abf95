import { vi } from 'vitest'

/** Far longer than a busy machine takes, and shorter than a test may: nothing waits for it when all is well. */
const PATIENCE = { timeout: 20_000, interval: 20 }

/**
 * Tries until nothing is thrown any more, and gives what came back. vitest's own limit of a second is a matter of luck
 * on a machine that does much at a time.
 */
export function eventually<T>(attempt: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(attempt, PATIENCE)
}
