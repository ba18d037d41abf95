import type { FrameLimits } from './limits'
import { type Batch, CLOSED, FINDING, type Finding, IN, OUT } from './messages'

/**
 * What was noted and waits to be handed over. The only part of the live log on a frame's way: it keeps the text that is
 * there anyway, and some numbers.
 */
export class Notes {
  readonly #limits: Pick<FrameLimits, 'framesPerSecond' | 'waitingFrames' | 'waitingLength'>
  #numbers: number[] = []
  #texts: string[] = []
  #length = 0
  #dropped = 0
  #droppedBefore = 0
  /** Notes that may be taken until the next refill. */
  #room: number

  constructor(limits: Pick<FrameLimits, 'framesPerSecond' | 'waitingFrames' | 'waitingLength'>) {
    this.#limits = limits
    this.#room = limits.waitingFrames
  }

  get isEmpty(): boolean {
    return this.#texts.length === 0
  }

  /** Frames that found no place, from the beginning. */
  get dropped(): number {
    return this.#dropped
  }

  add(what: number, connection: number, stationId: number, at: number, text: string): void {
    const isFrame = what === IN || what === OUT
    const { waitingFrames, waitingLength } = this.#limits
    const isFull = this.#room < 1 || this.#texts.length >= waitingFrames || this.#length >= waitingLength
    // The end of a connection finds room always: what is remembered of it would stay for ever.
    if (isFull && what !== CLOSED) {
      if (isFrame) this.#dropped += 1
      return
    }
    this.#room -= 1
    this.#numbers.push(what, connection, stationId, at)
    this.#texts.push(text)
    this.#length += text.length
  }

  find(connection: number, stationId: number, at: number, finding: Finding): void {
    this.add(FINDING, connection, stationId, at, JSON.stringify(finding))
  }

  /** Time has passed: so many milliseconds more. */
  refill(ms: number): void {
    const { framesPerSecond, waitingFrames } = this.#limits
    this.#room = Math.min(waitingFrames, this.#room + (framesPerSecond * ms) / 1_000)
  }

  /** All that waits, in its order; afterwards nothing does. */
  take(): Batch {
    const dropped = this.#dropped - this.#droppedBefore
    this.#droppedBefore = this.#dropped
    const batch = { numbers: this.#numbers, texts: this.#texts, dropped }
    this.#numbers = []
    this.#texts = []
    this.#length = 0
    return batch
  }
}
