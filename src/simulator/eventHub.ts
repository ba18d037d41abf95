import type { ChargerEvent, ChargerEventKind, EventOf } from './chargerEvents'
import { type Cancel, realEnvironment } from './environment'

export interface WaitOptions {
  /** Gives up after this long by the wall clock, whatever the charger's own; 20 by default, Infinity for never. */
  readonly timeoutSeconds?: number
  /** `history`: an event that already happened counts too (the oldest kept one that fits). Default `now`. */
  readonly from?: 'now' | 'history'
}

interface Waiter {
  readonly fits: (event: ChargerEvent) => boolean
  readonly settle: (event: ChargerEvent | null) => void
}

/** Hands events to listeners and to those who wait; keeps the newest `historyLimit` (frames are not kept). */
export class EventHub {
  readonly #historyLimit: number
  readonly #listeners = new Set<(event: ChargerEvent) => void>()
  readonly #waiters = new Set<Waiter>()
  readonly #history: ChargerEvent[] = []

  constructor(historyLimit: number) {
    this.#historyLimit = historyLimit
  }

  get history(): readonly ChargerEvent[] {
    return this.#history
  }

  readonly emit = (event: ChargerEvent): void => {
    if (event.kind !== 'frame' && this.#historyLimit > 0) {
      this.#history.push(event)
      if (this.#history.length > this.#historyLimit) this.#history.shift()
    }
    for (const waiter of [...this.#waiters]) if (waiter.fits(event)) waiter.settle(event)
    for (const listener of [...this.#listeners]) listener(event)
  }

  on(listener: (event: ChargerEvent) => void): Cancel {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The next event of `kind` that passes `test`; rejects at the time-out and when the charger is stopped. */
  waitFor<K extends ChargerEventKind>(
    kind: K,
    test: (event: EventOf<K>) => boolean = () => true,
    { timeoutSeconds = 20, from = 'now' }: WaitOptions = {},
  ): Promise<EventOf<K>> {
    const fits = (event: ChargerEvent): event is EventOf<K> => event.kind === kind && test(event as EventOf<K>)
    const past = from === 'history' ? this.#history.find(fits) : undefined
    if (past) return Promise.resolve(past)
    return new Promise((resolve, reject) => {
      const cancel = Number.isFinite(timeoutSeconds)
        ? realEnvironment.after(timeoutSeconds * 1000, () => waiter.settle(null))
        : () => undefined
      const waiter: Waiter = {
        fits,
        settle: (event) => {
          cancel()
          this.#waiters.delete(waiter)
          if (event && fits(event)) resolve(event)
          else
            reject(
              new Error(
                `No "${kind}" event ${event ? 'before the charger stopped' : `in ${timeoutSeconds} s`}. ${this.#recent()}`,
              ),
            )
        },
      }
      this.#waiters.add(waiter)
    })
  }

  /** Ends every wait; listeners stay for a next start. */
  endWaits(): void {
    for (const waiter of [...this.#waiters]) waiter.settle({ kind: 'stopped' })
  }

  #recent(): string {
    return `Last events: ${
      this.#history
        .slice(-8)
        .map(({ kind }) => kind)
        .join(', ') || 'none'
    }.`
  }
}
