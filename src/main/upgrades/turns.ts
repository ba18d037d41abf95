/** Lets only some stations go at a time: a mistake in what all are told shows at the first of them. */
export interface UpgradeTurns {
  /** @returns whether it may go; it keeps its turn until it gives it */
  take(stationId: number): boolean
  /** It waits for something that takes long, or is over. */
  give(stationId: number): void
}

/** @param onFree told when there is room for another one */
export function createUpgradeTurns(atOnce: number, onFree: () => void): UpgradeTurns {
  const going = new Set<number>()
  return {
    take(stationId) {
      if (going.has(stationId)) return true
      if (going.size >= atOnce) return false
      going.add(stationId)
      return true
    },
    give(stationId) {
      if (going.delete(stationId)) onFree()
    },
  }
}
