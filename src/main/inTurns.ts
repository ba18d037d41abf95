/** Runs work of which only so much may be under way at a time; the rest waits in the order it came. */
export function createTurns(atOnce: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    // Whoever ends hands its place on: nobody who comes in between takes it.
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** Work about several things: about each of them one after the other, in the order it came. */
export interface TurnsOf<Key> {
  inTurn<Result>(key: Key, work: () => Promise<Result>): Promise<Result>
  /** Resolves when what is under way, or waits, has ended. */
  settled(): Promise<void>
}

export function createTurnsOf<Key>(): TurnsOf<Key> {
  const last = new Map<Key, Promise<unknown>>()
  return {
    inTurn(key, work) {
      const turn = (last.get(key) ?? Promise.resolve()).then(work)
      // Whoever comes next waits for its end and not for its success.
      const settled = turn.catch(() => {})
      last.set(key, settled)
      void settled.then(() => {
        if (last.get(key) === settled) last.delete(key)
      })
      return turn
    },
    async settled() {
      await Promise.all(last.values())
    },
  }
}
