import type { ChargerEvent } from './chargerEvents'
import type { NetworkSlot, Variables } from './variables'

/** Attempts with one network profile before the next is tried (NetworkProfileConnectionAttempts). */
const ATTEMPTS = 3

/** Which of its network profiles a charger uses (B09, B10): the first in priority that works. */
export class Network {
  readonly #variables: Variables
  #active = 1
  #failures = 0

  constructor(variables: Variables) {
    this.#variables = variables
  }

  /** What it connects with now. */
  get current(): NetworkSlot {
    const { networkSlots } = this.#variables
    const slot = networkSlots.get(this.#active) ?? networkSlots.get(1)
    if (!slot) throw new Error('slot 1 is always filled')
    return slot
  }

  /** A restart begins with the first in priority (B10). */
  restart(): void {
    this.#active = this.#variables.networkPriority[0] ?? 1
    this.#failures = 0
  }

  /** Sees how its attempts go. */
  readonly watch = ({ kind }: ChargerEvent): void => {
    if (kind === 'connected') this.#failures = 0
    if (kind === 'unreachable' || kind === 'refused') this.#failed()
  }

  /** After a few failed attempts it is the next one's turn (B10). */
  #failed(): void {
    this.#failures += 1
    if (this.#failures < ATTEMPTS) return
    this.#failures = 0
    const { networkPriority } = this.#variables
    const next = networkPriority.indexOf(this.#active) + 1
    this.#active = networkPriority[next % networkPriority.length] ?? 1
  }
}
