/** How long an approval can be undone before it is sent, in milliseconds. */
export const HOLD_MS = 5_000

export interface HoldOptions<Decision> {
  send: (requestId: number, decision: Decision) => void
  /** Runs `then` after `ms`; the returned function calls it off. */
  after: (ms: number, then: () => void) => () => void
  now: () => number
  holdMs?: number
}

export interface Held<Decision> {
  decision: Decision
  /** When it will be sent (ms). */
  sendsAt: number
}

/**
 * Decisions that wait a moment before they are sent, so that they can be undone: one for each request. Each is sent
 * exactly once or not at all; `flush` sends all that wait, for when the screen is left.
 */
export class HeldDecisions<Decision> {
  readonly #options: HoldOptions<Decision>
  readonly #listeners = new Set<() => void>()
  #held: ReadonlyMap<number, Held<Decision> & { cancel: () => void }> = new Map()

  constructor(options: HoldOptions<Decision>) {
    this.#options = options
  }

  /** What waits now. The same object until something changes, as useSyncExternalStore wants it. */
  readonly snapshot = (): ReadonlyMap<number, Held<Decision>> => this.#held

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Holds a decision; a second one for the same request is ignored while the first waits. */
  hold(requestId: number, decision: Decision): void {
    if (this.#held.has(requestId)) return
    const { after, now, holdMs = HOLD_MS } = this.#options
    const cancel = after(holdMs, () => this.sendNow(requestId))
    this.#change((held) => held.set(requestId, { decision, sendsAt: now() + holdMs, cancel }))
  }

  /** Takes a decision back; false when it was sent already. */
  undo(requestId: number): boolean {
    return this.#take(requestId) !== undefined
  }

  sendNow(requestId: number): void {
    const entry = this.#take(requestId)
    if (entry) this.#options.send(requestId, entry.decision)
  }

  flush(): void {
    for (const requestId of [...this.#held.keys()]) this.sendNow(requestId)
  }

  #take(requestId: number) {
    const entry = this.#held.get(requestId)
    if (!entry) return undefined
    entry.cancel()
    this.#change((held) => held.delete(requestId))
    return entry
  }

  #change(edit: (held: Map<number, Held<Decision> & { cancel: () => void }>) => void): void {
    const next = new Map(this.#held)
    edit(next)
    this.#held = next
    for (const listener of this.#listeners) listener()
  }
}
