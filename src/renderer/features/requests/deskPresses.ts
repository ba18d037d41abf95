import { WEDGE_LIMITS } from '../readers/wedge/recogniser'
import { type DeskIntent, type DeskKey, deskIntent } from './deskKeys'

interface DeskPressesOptions {
  readonly act: (intent: DeskIntent) => void
  /** Runs `then` after `ms`; the returned function calls it off. */
  readonly after: (ms: number, then: () => void) => () => void
}

/** What card readers type. */
const DIGIT = /^[0-9a-f]$/i

/**
 * The keys of the desk, told from those of a reader that types: A is a digit of card numbers too, and laying a card on
 * such a reader must approve nothing. So A counts only when no other digit comes just before or after it.
 */
export class DeskPresses {
  readonly #options: DeskPressesOptions
  #digitAt = Number.NEGATIVE_INFINITY
  #callOff: (() => void) | null = null

  constructor(options: DeskPressesOptions) {
    this.#options = options
  }

  /** Takes a key at a moment (ms of the event itself, however late it is told). Returns whether it belongs to the desk. */
  press(key: DeskKey, at: number): boolean {
    const isDigit = !key.typing && DIGIT.test(key.key)
    const isAmongDigits = isDigit && at - this.#digitAt <= WEDGE_LIMITS.gapMs
    if (isDigit) this.#digitAt = at
    if (isAmongDigits) this.drop()
    const intent = deskIntent(key)
    if (intent === null) return false
    if (intent === 'approve') {
      if (!isAmongDigits) this.#wait()
    } else {
      // Whoever presses another key of the desk is no reader: A came first, and counts first.
      if (this.drop()) this.#options.act('approve')
      this.#options.act(intent)
    }
    return true
  }

  /** Forgets an A that was not yet certain. Returns whether there was one. */
  drop(): boolean {
    const waited = this.#callOff !== null
    this.#callOff?.()
    this.#callOff = null
    return waited
  }

  #wait(): void {
    this.drop()
    // Longer than the gap between two keys of a reader, since a busy computer holds keys back.
    this.#callOff = this.#options.after(WEDGE_LIMITS.certainGapMs, () => {
      this.#callOff = null
      this.#options.act('approve')
    })
  }
}
