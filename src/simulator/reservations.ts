import { canonicalToken } from '@shared/ocpp/idToken'
import type { CardName } from './authorization/localList'
import type { ChargerEvent } from './chargerEvents'
import type { Cancel, Environment } from './environment'
import type { Evse } from './evse'
import type { Timers } from './timers'

export interface Reservation {
  readonly id: number
  /** Null: any EVSE. */
  readonly evseId: number | null
  readonly card: CardName
  readonly group: string | null
  readonly expiresAt: Date
}

export type ReserveAnswer = 'Accepted' | 'Faulted' | 'Occupied' | 'Rejected' | 'Unavailable'

export interface ReservationsParts {
  readonly environment: Environment
  readonly timers: Timers
  readonly evses: readonly Evse[]
  readonly changed: (evse: Evse) => void
  readonly emit: (event: ChargerEvent) => void
  /** The server has to know (2.x ReservationStatusUpdate). */
  readonly tell: (id: number, status: 'Expired' | 'Removed') => void
}

/** Who may charge when (H01–H04, 1.6 §5.13). An EVSE that is reserved waits for its card. */
export class Reservations {
  readonly #parts: ReservationsParts
  readonly #all = new Map<number, { readonly reservation: Reservation; readonly cancelExpiry: Cancel }>()

  constructor(parts: ReservationsParts) {
    this.#parts = parts
  }

  get all(): readonly Reservation[] {
    return [...this.#all.values()].map(({ reservation }) => reservation)
  }

  /** The same id replaces (H01.FR.02). */
  reserve(reservation: Reservation): ReserveAnswer {
    const { emit, environment, evses, timers } = this.#parts
    const seconds = (reservation.expiresAt.getTime() - environment.now().getTime()) / 1000
    if (!(seconds > 0)) return 'Rejected'
    this.#remove(reservation.id)
    const wanted = evses.filter(({ id }) => reservation.evseId === null || id === reservation.evseId)
    if (wanted.length === 0) return 'Rejected'
    const floating = this.all.filter(({ evseId }) => evseId === null).length
    const free = evses.filter((evse) => standing(evse) === 'Accepted' && evse.reservation === null)
    if (!wanted.some((evse) => free.includes(evse)) || floating >= free.length) {
      return worst(wanted.map((evse) => (evse.reservation ? 'Occupied' : standing(evse))))
    }
    const cancelExpiry = timers.after(seconds, () => this.#end(reservation.id, 'expired'))
    this.#all.set(reservation.id, { reservation, cancelExpiry })
    for (const evse of this.#held(reservation)) {
      evse.reservation = reservation.id
      this.#parts.changed(evse)
    }
    emit({ kind: 'reservation', id: reservation.id, status: 'made' })
    return 'Accepted'
  }

  /** False: there is none of that id. */
  cancel(id: number): boolean {
    if (!this.#all.has(id)) return false
    this.#end(id, 'cancelled')
    return true
  }

  /** True when somebody else has reserved what this card would take. */
  blocks(evse: Evse, card: CardName, group: string | null): boolean {
    if (evse.reservation !== null) {
      const own = this.#all.get(evse.reservation)?.reservation
      return own !== undefined && !isFor(own, card, group)
    }
    // Whoever has reserved any EVSE still finds one when this one is taken.
    const others = this.all.filter((one) => one.evseId === null && !isFor(one, card, group)).length
    const left = this.#parts.evses.filter(
      (one) => one !== evse && standing(one) === 'Accepted' && one.reservation === null,
    )
    return others > left.length
  }

  /** A session begins: the reservation it uses up, if any (H03). */
  spend(evse: Evse, card: CardName, group: string | null): number | null {
    const used = this.all.find((one) => (one.evseId === null || one.evseId === evse.id) && isFor(one, card, group))
    if (!used) return null
    this.#end(used.id, 'used')
    return used.id
  }

  /** The EVSE can not be used any more: a reservation of it is void (H01.FR.16/17). */
  void(evse: Evse): void {
    if (evse.reservation !== null) this.#end(evse.reservation, 'removed')
  }

  #end(id: number, status: 'used' | 'expired' | 'removed' | 'cancelled'): void {
    this.#remove(id)
    this.#parts.emit({ kind: 'reservation', id, status })
    if (status === 'expired') this.#parts.tell(id, 'Expired')
    if (status === 'removed') this.#parts.tell(id, 'Removed')
  }

  #remove(id: number): void {
    const entry = this.#all.get(id)
    if (!entry) return
    entry.cancelExpiry()
    this.#all.delete(id)
    for (const evse of this.#held(entry.reservation)) {
      evse.reservation = null
      this.#parts.changed(evse)
    }
  }

  #held({ evseId }: Reservation): readonly Evse[] {
    return evseId === null ? [] : this.#parts.evses.filter(({ id }) => id === evseId)
  }
}

function standing(evse: Evse): ReserveAnswer {
  if (evse.fault) return 'Faulted'
  if (!evse.operative) return 'Unavailable'
  return evse.session || evse.plugged || evse.busy ? 'Occupied' : 'Accepted'
}

function worst(answers: readonly ReserveAnswer[]): ReserveAnswer {
  for (const answer of ['Occupied', 'Faulted', 'Unavailable'] as const) if (answers.includes(answer)) return answer
  return 'Occupied'
}

function isFor(reservation: Reservation, card: CardName, group: string | null): boolean {
  if (canonicalToken(reservation.card.value) === canonicalToken(card.value)) return true
  return reservation.group !== null && group !== null && canonicalToken(reservation.group) === canonicalToken(group)
}
