import type { ChargerEvent } from './chargerEvents'
import type { BootReason, Message } from './dialect'
import type { Cancel } from './environment'
import type { CallOutcome } from './link/callOutcome'
import type { Timers } from './timers'

export type RegistrationStatus = 'none' | 'Pending' | 'Rejected' | 'Accepted'

interface BootAnswer {
  readonly status: 'Accepted' | 'Pending' | 'Rejected'
  readonly interval: number
}

export interface RegistrationParts {
  readonly timers: Timers
  readonly retrySeconds: number
  readonly message: (reason: BootReason) => Message
  readonly call: (action: string, payload: object) => Promise<CallOutcome>
  readonly emit: (event: ChargerEvent) => void
  readonly onAccepted: (intervalSeconds: number) => void
  /** Pending or Rejected: the charger keeps quiet, also when it had been accepted before. */
  readonly onRefused: () => void
}

/** Boots until the server accepts: after Pending or Rejected again when the interval has passed (B02/B03). */
export class Registration {
  readonly #parts: RegistrationParts
  #status: RegistrationStatus = 'none'
  #asking = false
  #cancelRetry: Cancel = () => undefined

  constructor(parts: RegistrationParts) {
    this.#parts = parts
  }

  get status(): RegistrationStatus {
    return this.#status
  }

  /** Takes the charger for accepted without asking (`skipBoot`). */
  assume(): void {
    this.#status = 'Accepted'
  }

  /** Forgets what the server said: the next connection begins with a boot. */
  reset(): void {
    this.#cancelRetry()
    this.#status = 'none'
  }

  /** The link broke: the waiting retry is off, the next connection boots by itself unless already accepted. */
  linkLost(): void {
    this.#cancelRetry()
  }

  /** Sends BootNotification now; nothing when one is on its way. */
  async boot(reason: BootReason): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    this.#cancelRetry()
    const { action, payload } = this.#parts.message(reason)
    const outcome = await this.#parts.call(action, payload)
    this.#asking = false
    if (outcome.kind === 'offline') return
    if (outcome.kind !== 'answered') {
      this.#retryAfter(this.#parts.retrySeconds, reason)
      return
    }
    const { status, interval } = outcome.payload as BootAnswer
    this.#status = status
    this.#parts.emit({ kind: 'booted', status, intervalSeconds: interval })
    if (status === 'Accepted') this.#parts.onAccepted(interval)
    else {
      this.#parts.onRefused()
      // An interval of 0 leaves the wait to the charger.
      this.#retryAfter(interval > 0 ? interval : this.#parts.retrySeconds, reason)
    }
  }

  #retryAfter(seconds: number, reason: BootReason): void {
    this.#cancelRetry = this.#parts.timers.after(seconds, () => void this.boot(reason))
  }
}
