import { type CardKnowledge, type CardName, cardKey } from './localList'

/** Kinds that are never remembered (C10). */
const NEVER = new Set(['Central', 'NoAuthorization'])

/** What the server last said about each card; the oldest goes when it is full (C10). */
export class AuthCache {
  readonly #capacity: number
  readonly #cards = new Map<string, CardName & { readonly knowledge: CardKnowledge }>()

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get size(): number {
    return this.#cards.size
  }

  learn(card: CardName, knowledge: CardKnowledge): void {
    if (card.type !== null && NEVER.has(card.type)) return
    const key = cardKey(card)
    this.#cards.delete(key)
    this.#cards.set(key, { value: card.value, type: card.type, knowledge })
    const oldest = this.#cards.keys().next().value
    if (this.#cards.size > this.#capacity && oldest !== undefined) this.#cards.delete(oldest)
  }

  find(card: CardName): CardKnowledge | null {
    return this.#cards.get(cardKey(card))?.knowledge ?? null
  }

  forget(card: CardName): boolean {
    return this.#cards.delete(cardKey(card))
  }

  clear(): void {
    this.#cards.clear()
  }
}
