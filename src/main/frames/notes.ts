import type { FrameLimits } from './limits'
import { type Batch, CLOSED, FINDING, type Finding, IN, OUT } from './messages'

type NoteLimits = Pick<
  FrameLimits,
  'framesPerSecond' | 'waitingFrames' | 'waitingLength' | 'strangerFramesPerSecond' | 'strangerFrameLength'
>

/** Seconds' worth of strangers' frames that may come at once: a charger that introduces itself says some in a row. */
const STRANGERS_BURST = 10

/**
 * What was noted and waits to be handed over. The only part of the live log on a frame's way: it keeps the text that is
 * there anyway, and some numbers.
 */
export class Notes {
  readonly #limits: NoteLimits
  #numbers: number[] = []
  #texts: string[] = []
  #length = 0
  #dropped = 0
  #droppedBefore = 0
  /** Notes that may be taken until the next refill. */
  #room: number
  /** The same for frames of stations that nobody has let in. */
  #roomForStrangers: number

  constructor(limits: NoteLimits) {
    this.#limits = limits
    this.#room = limits.waitingFrames
    this.#roomForStrangers = limits.strangerFramesPerSecond * STRANGERS_BURST
  }

  get isEmpty(): boolean {
    return this.#texts.length === 0
  }

  /** Frames that found no place, from the beginning. */
  get dropped(): number {
    return this.#dropped
  }

  /** Whether nothing more finds a place for the time being, but the end of a connection. */
  get isFull(): boolean {
    const { waitingFrames, waitingLength } = this.#limits
    return this.#room < 1 || this.#texts.length >= waitingFrames || this.#length >= waitingLength
  }

  /** A frame came that finds no place. */
  drop(): void {
    this.#dropped += 1
  }

  add(what: number, connection: number, stationId: number, at: number, text: string): void {
    // The end of a connection finds room always: what is remembered of it would stay for ever.
    if (this.isFull && what !== CLOSED) {
      if (what === IN || what === OUT) this.drop()
      return
    }
    this.#room -= 1
    this.#numbers.push(what, connection, stationId, at)
    this.#texts.push(text)
    this.#length += text.length
  }

  get hasRoomForStrangers(): boolean {
    return this.#roomForStrangers >= 1
  }

  /** A frame of a station that nobody has let in: few of them are kept, and the beginning of each. */
  addStrange(what: number, connection: number, stationId: number, at: number, text: string): void {
    if (!this.hasRoomForStrangers) {
      this.drop()
      return
    }
    this.#roomForStrangers -= 1
    this.add(what, connection, stationId, at, text.slice(0, this.#limits.strangerFrameLength))
  }

  find(connection: number, stationId: number, at: number, finding: Finding): void {
    this.add(FINDING, connection, stationId, at, JSON.stringify(finding))
  }

  /** Time has passed: so many milliseconds more. */
  refill(ms: number): void {
    const { framesPerSecond, strangerFramesPerSecond, waitingFrames } = this.#limits
    this.#room = Math.min(waitingFrames, this.#room + (framesPerSecond * ms) / 1_000)
    const burst = strangerFramesPerSecond * STRANGERS_BURST
    this.#roomForStrangers = Math.min(burst, this.#roomForStrangers + (strangerFramesPerSecond * ms) / 1_000)
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
