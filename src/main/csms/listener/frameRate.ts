/** The part of a socket that can be read more slowly. */
export interface Pausable {
  pause(): void
  resume(): void
}

/**
 * Holds a connection to so many frames a second by reading its socket more slowly: a charger that replays a night of
 * queued messages is slowed down, not thrown out, and a mad one can't crowd out the others. Several reasons to pause
 * may overlap; the socket is read again when none is left.
 */
export class FrameRate {
  readonly #socket: Pausable
  readonly #perSecond: number
  #frames = 0
  #timer: NodeJS.Timeout | undefined
  readonly #reasons = new Set<'rate' | 'queue'>()

  constructor(socket: Pausable, perSecond: number) {
    this.#socket = socket
    this.#perSecond = perSecond
  }

  /** Counts a frame; past the limit the socket rests until the second is over. */
  count(): void {
    this.#timer ??= setTimeout(() => this.#nextSecond(), 1_000)
    this.#frames += 1
    if (this.#frames >= this.#perSecond) this.hold('rate')
  }

  hold(reason: 'rate' | 'queue'): void {
    if (this.#reasons.size === 0) this.#socket.pause()
    this.#reasons.add(reason)
  }

  release(reason: 'rate' | 'queue'): void {
    if (this.#reasons.delete(reason) && this.#reasons.size === 0) this.#socket.resume()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #nextSecond(): void {
    this.#timer = undefined
    this.#frames = 0
    this.release('rate')
  }
}
