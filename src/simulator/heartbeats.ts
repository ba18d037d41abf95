import type { Cancel } from './environment'
import type { Timers } from './timers'

/** A heartbeat every so many seconds; the server may change how many. */
export class Heartbeats {
  readonly #timers: Timers
  readonly #beat: () => void
  #seconds = 0
  #cancel: Cancel = () => undefined

  constructor(timers: Timers, beat: () => void) {
    this.#timers = timers
    this.#beat = beat
  }

  /** Begins anew when it is another interval than before. */
  every(seconds: number): void {
    if (seconds === this.#seconds) return
    this.#seconds = seconds
    this.#cancel()
    this.#cancel = this.#timers.every(() => seconds, this.#beat)
  }

  /** Every timer has been cleared. */
  forget(): void {
    this.#seconds = 0
  }
}
