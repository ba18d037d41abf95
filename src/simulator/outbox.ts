import { retryDelay } from './backOff'
import type { ChargerEvent } from './chargerEvents'
import type { Cancel } from './environment'
import type { CallOutcome } from './link/callOutcome'
import { MessageQueue } from './messageQueue'
import type { Timers } from './timers'

/** What became of a message that must arrive. */
export type Delivery =
  | CallOutcome
  /** Given up after MessageAttempts, or thrown away for want of room. */
  | { readonly kind: 'discarded' }

export interface OutboxMessage {
  readonly action: string
  readonly payload: () => object
  readonly essential: boolean
  /** The transaction it is about (2.x GetTransactionStatus); null or absent: none. */
  readonly transactionId?: () => string | null
  /** Called with the answer before the next message goes out: what it says may be needed there. */
  readonly answered?: (payload: object) => void
}

interface Entry extends OutboxMessage {
  readonly settle: (delivery: Delivery) => void
}

export interface OutboxParts {
  readonly capacity: number
  readonly timers: Timers
  readonly emit: (event: ChargerEvent) => void
  readonly call: (action: string, payload: object) => Promise<CallOutcome>
  readonly attempts: () => number
  readonly attemptSeconds: () => number
  /** True for a message that is to get lost as if it had arrived. */
  readonly lose: (action: string) => boolean
}

/**
 * Delivers transaction messages and security events in the order they happened, one after the other, also after a loss
 * of the link. An error or a time-out is tried again with the same content under a new message id, at most
 * MessageAttempts times; then the message is given up (E13.FR.02–04).
 */
export class Outbox {
  readonly #parts: OutboxParts
  readonly #queue: MessageQueue<Entry>
  #open = false
  #sending = false
  #attempts = 0
  #cancelRetry: Cancel = () => undefined

  constructor(parts: OutboxParts) {
    this.#parts = parts
    this.#queue = new MessageQueue(parts.capacity)
  }

  get length(): number {
    return this.#queue.length
  }

  get full(): boolean {
    return this.#queue.full
  }

  post(message: OutboxMessage): Promise<Delivery> {
    return new Promise((settle) => {
      const entry: Entry = { ...message, settle }
      if (this.#parts.lose(message.action)) {
        this.#discard(entry, 'lost')
        return
      }
      const { taken, dropped } = this.#queue.push(entry)
      for (const lost of taken ? dropped : [...dropped, entry]) this.#discard(lost, 'queue-full')
      this.#pump()
    })
  }

  /** True when messages about this transaction (null: about any) still wait. */
  holds(transactionId: string | null): boolean {
    return this.#queue.some(({ transactionId: about }) => {
      const id = about?.() ?? null
      return id !== null && (transactionId === null || id === transactionId)
    })
  }

  /** Puts what waits into another order: a fault on command. Nothing moves while a message is on its way. */
  reorder(order: 'reverse' | 'shuffle', random: () => number): void {
    if (!this.#sending) this.#queue.reorder(order, random)
  }

  /** Starts delivering. */
  open(): void {
    this.#open = true
    this.#pump()
  }

  /** Stops delivering; what is queued waits. */
  shut(): void {
    this.#open = false
    this.#cancelRetry()
  }

  #pump(): void {
    const head = this.#queue.first
    if (!this.#open || this.#sending || !head) return
    this.#cancelRetry()
    this.#sending = true
    void this.#parts.call(head.action, head.payload()).then((outcome) => {
      this.#sending = false
      this.#settle(head, outcome)
    })
  }

  #settle(head: Entry, outcome: CallOutcome): void {
    if (this.#queue.first !== head) return
    if (outcome.kind === 'offline') {
      // A lost link is no attempt. If it is back already, go on; else `open` will.
      if (this.#open) this.#retryAfter(1)
      return
    }
    if (outcome.kind === 'answered' || outcome.kind === 'invalid') {
      this.#done()
      if (outcome.kind === 'answered') head.answered?.(outcome.payload)
      head.settle(outcome)
      this.#pump()
      return
    }
    this.#attempts += 1
    if (this.#attempts >= this.#parts.attempts()) {
      this.#done()
      this.#discard(head, 'attempts')
      this.#pump()
      return
    }
    this.#retryAfter(retryDelay(this.#parts.attemptSeconds(), this.#attempts))
  }

  #retryAfter(seconds: number): void {
    this.#cancelRetry = this.#parts.timers.after(seconds, () => this.#pump())
  }

  #done(): void {
    this.#queue.shift()
    this.#attempts = 0
  }

  #discard(entry: Entry, why: 'attempts' | 'queue-full' | 'lost'): void {
    this.#parts.emit({ kind: 'message-discarded', action: entry.action, why })
    entry.settle({ kind: 'discarded' })
  }
}
