import type { FrameTurns } from './frameTurns'

/** What can be watched as a whole: `read` gives what is known. */
interface Watchable<Data> {
  read(): Data
  watch(onChange: () => void): () => void
}

interface Watched {
  readonly watchers: Set<() => void>
  /** The same function each time, so that its turn is taken once. */
  readonly tell: () => void
}

/**
 * Watchers of single values of a live source: a change is told only to those whose value it is, each in its turn. What
 * is read meanwhile is always the newest.
 */
export class KeyedWatch<Data, Value> {
  readonly #source: Watchable<Data>
  readonly #valuesOf: (data: Data) => ReadonlyMap<number, Value> | undefined
  readonly #turns: FrameTurns
  readonly #watched = new Map<number, Watched>()
  #told: ReadonlyMap<number, Value> | undefined
  #stop: (() => void) | undefined

  constructor(
    source: Watchable<Data>,
    valuesOf: (data: Data) => ReadonlyMap<number, Value> | undefined,
    turns: FrameTurns,
  ) {
    this.#source = source
    this.#valuesOf = valuesOf
    this.#turns = turns
  }

  readonly get = (key: number): Value | undefined => this.#valuesOf(this.#source.read())?.get(key)

  readonly watch = (key: number, onChange: () => void) => {
    const watched = this.#watchedAt(key)
    watched.watchers.add(onChange)
    if (this.#stop === undefined) {
      this.#told = this.#valuesOf(this.#source.read())
      this.#stop = this.#source.watch(this.#look)
    }
    return () => {
      watched.watchers.delete(onChange)
      if (watched.watchers.size > 0 || this.#watched.get(key) !== watched) return
      this.#watched.delete(key)
      if (this.#watched.size > 0) return
      this.#stop?.()
      this.#stop = undefined
    }
  }

  #watchedAt(key: number): Watched {
    const present = this.#watched.get(key)
    if (present !== undefined) return present
    const watchers = new Set<() => void>()
    const tell = () => {
      for (const watcher of [...watchers]) watcher()
    }
    const created = { watchers, tell }
    this.#watched.set(key, created)
    return created
  }

  readonly #look = () => {
    const before = this.#told
    const after = this.#valuesOf(this.#source.read())
    this.#told = after
    for (const [key, { tell }] of this.#watched) if (before?.get(key) !== after?.get(key)) this.#turns.take(tell)
  }
}
