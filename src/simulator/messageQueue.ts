/** A message that waits its turn. `essential` ones carry the begin or end of a session and are never thrown away. */
export interface Queued {
  readonly essential: boolean
}

/**
 * The bounded memory of a charger for messages it could not deliver yet; first in, first out.
 * When it is full every second message that is not essential goes (E04.FR.07/08: only updates, alternate ones). When
 * there is nothing left to thin out, a new unessential message is refused; an essential one is still taken, and
 * `full` tells the charger to start no further session, which bounds the queue at `capacity` plus what is running.
 */
export class MessageQueue<M extends Queued> {
  readonly capacity: number
  #messages: M[] = []

  constructor(capacity: number) {
    this.capacity = capacity
  }

  get length(): number {
    return this.#messages.length
  }

  get full(): boolean {
    return this.#messages.length >= this.capacity
  }

  get first(): M | undefined {
    return this.#messages[0]
  }

  /** Adds a message. Returns what had to go for it; `taken` is false when the message itself could not stay. */
  push(message: M): { readonly taken: boolean; readonly dropped: readonly M[] } {
    const dropped = this.full ? this.#thinOut() : []
    if (this.full && !message.essential) return { taken: false, dropped }
    this.#messages.push(message)
    return { taken: true, dropped }
  }

  /** Removes the first message. */
  shift(): M | undefined {
    return this.#messages.shift()
  }

  some(test: (message: M) => boolean): boolean {
    return this.#messages.some(test)
  }

  /** The other way round, or in any order. */
  reorder(order: 'reverse' | 'shuffle', random: () => number): void {
    if (order === 'reverse') this.#messages.reverse()
    else {
      const places = this.#messages.map((message) => ({ message, place: random() }))
      this.#messages = places.sort((one, other) => one.place - other.place).map(({ message }) => message)
    }
  }

  #thinOut(): M[] {
    const dropped: M[] = []
    let keep = true
    this.#messages = this.#messages.filter((message, index) => {
      // The first one may be on its way already.
      if (message.essential || index === 0) return true
      keep = !keep
      if (!keep) dropped.push(message)
      return keep
    })
    return dropped
  }
}
