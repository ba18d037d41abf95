import type { FrameLimits } from './limits'
import { type Batch, FINDING, type Finding, IN, OUT } from './messages'

/**
 * What was noted and waits to be handed over. The only part of the live log on a frame's way: it keeps the text that is
 * there anyway, and some numbers.
 */
export class Notes {
  readonly #limits: Pick<FrameLimits, 'waitingFrames' | 'waitingLength'>
  #numbers: number[] = []
  #texts: string[] = []
  #length = 0
  #dropped = 0

  constructor(limits: Pick<FrameLimits, 'waitingFrames' | 'waitingLength'>) {
    this.#limits = limits
  }

  get isEmpty(): boolean {
    return this.#texts.length === 0
  }

  /** Frames that found no place, from the beginning. */
  get dropped(): number {
    return this.#dropped
  }

  add(what: number, connection: number, stationId: number, at: number, text: string): void {
    const { waitingFrames, waitingLength } = this.#limits
    if (this.#texts.length >= waitingFrames || this.#length >= waitingLength) {
      if (what === IN || what === OUT) this.#dropped += 1
      return
    }
    this.#numbers.push(what, connection, stationId, at)
    this.#texts.push(text)
    this.#length += text.length
  }

  find(connection: number, stationId: number, at: number, finding: Finding): void {
    this.add(FINDING, connection, stationId, at, JSON.stringify(finding))
  }

  /** All that waits, in its order; afterwards nothing does. */
  take(): Batch {
    const batch = { numbers: this.#numbers, texts: this.#texts }
    this.#numbers = []
    this.#texts = []
    this.#length = 0
    return batch
  }
}
