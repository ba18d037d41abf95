import type { ChargerEvent } from './chargerEvents'
import type { Evse } from './evse'
import type { Sessions } from './sessions'

export interface AvailabilityParts {
  readonly evses: readonly Evse[]
  readonly sessions: Sessions
  readonly changed: (evse: Evse) => void
  /** The EVSE can not be used any more: whoever reserved it has to know. */
  readonly voided: (evse: Evse) => void
  readonly emit: (event: ChargerEvent) => void
}

/** Which EVSEs may be used, and the lock of each cable. */
export class Availability {
  readonly #parts: AvailabilityParts
  /** Waits for the last session; an update or a reset comes then. */
  #idle: (() => void)[] = []
  /** Taken out of service until the next start. */
  #held: Evse[] = []

  constructor(parts: AvailabilityParts) {
    this.#parts = parts
  }

  get idle(): boolean {
    return this.#parts.evses.every(({ session }) => session === null)
  }

  /** Later: while a session runs, as soon as it has ended (G03). */
  set(evses: readonly Evse[], operative: boolean): 'done' | 'later' {
    let when: 'done' | 'later' = 'done'
    for (const evse of evses) {
      evse.inoperativeSoon = !operative && evse.session !== null
      if (evse.inoperativeSoon) when = 'later'
      else this.#put(evse, operative)
    }
    return when
  }

  /** Resolves when nobody charges; until `release` no new session begins (L02.FR.03/04). */
  hold(): Promise<void> {
    const inUse = this.#parts.evses.filter(({ operative, inoperativeSoon }) => operative && !inoperativeSoon)
    this.#held.push(...inUse)
    if (this.set(inUse, false) === 'done' && this.idle) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  /** Puts back into service what `hold` took out. */
  release(): void {
    const held = this.#held
    this.#held = []
    for (const evse of held) {
      evse.inoperativeSoon = false
      this.#put(evse, true)
    }
  }

  /** To be called when a session has ended. */
  sessionEnded(evse: Evse): void {
    if (evse.inoperativeSoon) {
      evse.inoperativeSoon = false
      this.#put(evse, false)
    }
    if (!this.idle) return
    const waiting = this.#idle
    this.#idle = []
    for (const wake of waiting) wake()
  }

  #put(evse: Evse, operative: boolean): void {
    evse.operative = operative
    if (!operative) this.#parts.voided(evse)
    this.#parts.changed(evse)
  }
}
