import type { SeatState } from '@shared/contract/seat'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import type { Operators, Present, Proof } from './operators'

/** Who is there: everybody as long as there are no operators, nobody while it is locked. */
export type Who =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'operator'; readonly operator: Present }

/** Where somebody sits at the console: a window, or a browser with all its tabs. Locked at first. */
export interface Seat {
  who(): Who
  state(): SeatState
  signIn(operatorId: number, secret: string): Promise<{ readonly kind: 'signed-in' } | (Proof & { kind: 'wrong' })>
  /** Puts somebody there whose PIN is kept so: who has just become the first operator. */
  take(operatorId: number, kept: string): void
  /** Whoever is there chose a new PIN that is about to be kept so, and stays. */
  stay(operatorId: number, kept: string): void
  /** @returns false when nobody was there */
  lock(): Promise<boolean>
  /** Somebody did something here. */
  seen(): void
  /** Aborted as soon as somebody else is there, nobody, or the same one in another role; another one from then on. */
  signal(): AbortSignal
  /** Told when something changed that `state` shows. */
  listen(onChange: () => void): () => void
  /** Nobody can come back here; told to `onClose`. */
  close(): void
  readonly closed: AbortSignal
}

/** All seats of a running program. */
export interface Seats {
  open(): Seat
  /** Locks where nobody did anything for too long. */
  check(): void
  close(): void
}

export interface SeatsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly operators: Operators
  readonly siteName: () => string
  readonly onFailure: (error: unknown) => void
  /** How often it is looked where nobody did anything for too long, in milliseconds. */
  readonly checkMs?: number
}

/** How often stillness is looked for, in milliseconds. */
const CHECK_MS = 1_000

export function createSeats(deps: SeatsDeps): Seats {
  const { store, clock, changes, operators, onFailure } = deps
  const seats = new Set<OpenSeat>()

  const audit = async (name: string, action: 'operator-signed-in' | 'operator-signed-out', detail: object) => {
    await store.writer.write((db) =>
      appendAudit(db, { at: clock(), actor: name, action, subject: name, detail: { ...detail } }),
    )
    changes.emit('audit', 0)
  }

  class OpenSeat implements Seat {
    /** Who signed in, and how the PIN is kept that proved it, or will be in a moment: with another they have to come again. */
    #there: { readonly operatorId: number; readonly proofs: readonly string[] } | null = null
    #seenAt = 0
    /** Who was there when the feeds that are open were begun. */
    #told = ''
    #feeds = new AbortController()
    readonly #closing = new AbortController()
    readonly #listeners = new Set<() => void>()
    readonly closed = this.#closing.signal

    constructor() {
      this.#told = JSON.stringify(this.who())
    }

    who(): Who {
      if (this.closed.aborted) return { kind: 'nobody' }
      if (!operators.exist()) return { kind: 'everybody' }
      // A computer that slept runs no timers: stillness is looked at here as well.
      if (this.#isStill()) return { kind: 'nobody' }
      const operator = this.#present()
      return operator ? { kind: 'operator', operator } : { kind: 'nobody' }
    }

    state(): SeatState {
      const who = this.who()
      const locked = who.kind === 'nobody'
      return {
        siteName: deps.siteName(),
        locked,
        operators: locked ? operators.present().map(({ id, name }) => ({ id, name })) : [],
        who: who.kind === 'operator' ? who.operator : null,
      }
    }

    async signIn(operatorId: number, secret: string) {
      const proof = await operators.prove(operatorId, secret)
      if (proof.kind === 'wrong') return proof
      // Switched off, or given another PIN, while this one was looked at.
      const mayCome = !this.closed.aborted && operators.find(operatorId, proof.kept) !== null
      if (!mayCome) return { kind: 'wrong', waitMs: 0 } as const
      const before = this.#present()
      this.take(operatorId, proof.kept)
      if (before && before.id !== operatorId) await audit(before.name, 'operator-signed-out', {})
      await audit(proof.operator.name, 'operator-signed-in', {})
      return { kind: 'signed-in' } as const
    }

    take(operatorId: number, kept: string) {
      this.#there = { operatorId, proofs: [kept] }
      this.#seenAt = clock()
      this.look()
    }

    stay(operatorId: number, kept: string) {
      // Until the new one is stored the old one counts; somebody may look in between.
      if (this.#there?.operatorId === operatorId) this.#there = { operatorId, proofs: [...this.#there.proofs, kept] }
    }

    async lock() {
      return this.#leave(false)
    }

    seen() {
      if (!this.#isStill()) this.#seenAt = clock()
    }

    signal() {
      // Whoever asks has been let in a moment ago, as who is there now.
      this.look()
      return this.#feeds.signal
    }

    listen(onChange: () => void) {
      this.#listeners.add(onChange)
      return () => {
        this.#listeners.delete(onChange)
      }
    }

    /** Looks who is there now. What was begun for somebody else ends. */
    look() {
      if (this.#isStill()) this.#leave(true).catch(onFailure)
      // Who was switched off does not sit here again by being switched on.
      if (this.#present() === null) this.#there = null
      const now = JSON.stringify(this.who())
      if (now === this.#told) return
      this.#told = now
      const ended = this.#feeds
      this.#feeds = new AbortController()
      ended.abort()
      this.tell()
    }

    tell() {
      for (const listener of [...this.#listeners]) listener()
    }

    close() {
      seats.delete(this)
      this.#there = null
      this.#closing.abort()
      this.look()
    }

    #present() {
      if (this.#there === null) return null
      const { operatorId, proofs } = this.#there
      return proofs.map((kept) => operators.find(operatorId, kept)).find((present) => present !== null) ?? null
    }

    #isStill() {
      const minutes = operators.idleMinutes()
      return this.#there !== null && minutes !== null && clock() - this.#seenAt >= minutes * 60_000
    }

    async #leave(byItself: boolean) {
      const operator = this.#present()
      this.#there = null
      this.look()
      if (operator === null) return false
      await audit(operator.name, 'operator-signed-out', byItself ? { byItself } : {})
      return true
    }
  }

  const check = () => {
    for (const seat of [...seats]) seat.look()
  }
  const lookAtAll = () => {
    check()
    // Who could sign in, or the name of the site, may be another one.
    for (const seat of seats) seat.tell()
  }
  const stopListening = [changes.on('operator', lookAtAll), changes.on('site', lookAtAll)]
  const timer = setInterval(check, deps.checkMs ?? CHECK_MS)
  timer.unref()

  return {
    open() {
      const seat = new OpenSeat()
      seats.add(seat)
      return seat
    },
    check,
    close() {
      clearInterval(timer)
      for (const stop of stopListening) stop()
      for (const seat of [...seats]) seat.close()
    },
  }
}
