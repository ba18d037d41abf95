/**
 * Whether the server can be reached: not yet, yes, or no longer; `locked-out` means that it answers, and does not know
 * this browser any more. `since` in milliseconds since 1970.
 */
export interface LinkState {
  readonly state: 'connecting' | 'open' | 'lost' | 'locked-out'
  readonly since: number
}

/** Whether there was a link and is none: the strip then says so and nothing else. */
export const isLost = ({ state }: LinkState): boolean => state === 'lost' || state === 'locked-out'

/** The state of the link, to be read and listened to (the shape React's useSyncExternalStore takes). */
export interface LinkStateSource {
  read(): LinkState
  listen(onChange: () => void): () => void
}

/** A link state that its owner sets; setting the same state again changes nothing, so `since` keeps its first moment. */
export class LinkStateHolder implements LinkStateSource {
  #current: LinkState
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()

  constructor(state: LinkState['state'], now: () => number = Date.now) {
    this.#now = now
    this.#current = { state, since: now() }
  }

  readonly read = () => this.#current

  readonly listen = (onChange: () => void) => {
    this.#listeners.add(onChange)
    return () => {
      this.#listeners.delete(onChange)
    }
  }

  set(state: LinkState['state']) {
    if (state === this.#current.state) return
    this.#current = { state, since: this.#now() }
    for (const listener of [...this.#listeners]) listener()
  }
}
