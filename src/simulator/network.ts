import type { ChargerEvent } from './chargerEvents'
import type { ChargerFaults } from './faults/faults'
import type { NetworkSlot, Variables } from './variables'

/** Attempts with one network profile before the next is tried (NetworkProfileConnectionAttempts). */
const ATTEMPTS = 3

/** What a charger connects with now. */
export function slotInUse({ networkSlots, networkSlot }: Variables): NetworkSlot {
  const slot = networkSlots.get(networkSlot) ?? networkSlots.get(1)
  if (!slot) throw new Error('slot 1 is always filled')
  return slot
}

/** Which of its network profiles a charger uses (B09, B10): the first in priority that works. */
export class Network {
  readonly #variables: Variables
  readonly #faults: ChargerFaults
  #failures = 0

  constructor(variables: Variables, faults: ChargerFaults) {
    this.#variables = variables
    this.#faults = faults
  }

  /** What it connects with now. */
  get current(): NetworkSlot {
    return slotInUse(this.#variables)
  }

  /** A restart begins with the first in priority (B10). */
  restart(): void {
    const { networkPriority } = this.#variables
    const first = this.#faults.keepsOldProfile ? networkPriority.at(-1) : networkPriority[0]
    this.#variables.networkSlot = first ?? 1
    this.#failures = 0
  }

  /** Sees how its attempts go. */
  readonly watch = ({ kind }: ChargerEvent): void => {
    if (kind === 'connected') this.#connected()
    if (kind === 'unreachable' || kind === 'refused') this.#failed()
  }

  /** A05: once it is connected under a profile, it never uses a lower one again. */
  #connected(): void {
    this.#failures = 0
    const { networkPriority, networkSlots } = this.#variables
    const { securityProfile } = this.current
    this.#variables.networkPriority = networkPriority.filter(
      (slot) => (networkSlots.get(slot)?.securityProfile ?? 0) >= securityProfile,
    )
  }

  /** After a few failed attempts it is the next one's turn (B10; 1.6 A05.FR.08). */
  #failed(): void {
    this.#failures += 1
    if (this.#failures < ATTEMPTS) return
    this.#failures = 0
    const { networkPriority, networkSlot } = this.#variables
    const next = networkPriority.indexOf(networkSlot) + 1
    this.#variables.networkSlot = networkPriority[next % networkPriority.length] ?? 1
  }
}
