/** Counts the calls of each address within windows of time, in memory. */
export interface CallRate {
  /** Counts one call. @returns milliseconds until the address is listened to again; 0 when this one may go on */
  count(address: string): number
}

/** Addresses that are counted at the same time; beyond that all are counted anew. */
const ADDRESSES_MAX = 10_000

export function createCallRate(
  clock: () => number,
  limits: { readonly calls: number; readonly windowMs: number },
): CallRate {
  let counts = new Map<string, number>()
  let until = 0
  return {
    count(address) {
      const now = clock()
      if (now >= until || counts.size > ADDRESSES_MAX) {
        counts = new Map()
        until = now + limits.windowMs
      }
      const count = (counts.get(address) ?? 0) + 1
      counts.set(address, count)
      return count > limits.calls ? until - now : 0
    },
  }
}
