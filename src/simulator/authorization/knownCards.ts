import type { Variables } from '../variables'
import { AuthCache } from './authCache'
import { type CardKnowledge, type CardName, LocalList } from './localList'

/** Cards the local list holds at most. */
export const LIST_CAPACITY = 100
/** Cards the cache remembers at most. */
const CACHE_CAPACITY = 50

/** All a charger knows about cards by itself: the list goes before the cache (C13.FR.01). */
export class KnownCards {
  readonly list = new LocalList(LIST_CAPACITY)
  readonly cache = new AuthCache(CACHE_CAPACITY)
  readonly #variables: Variables

  constructor(variables: Variables) {
    this.#variables = variables
  }

  /** What is known and still holds at `now`; null: nothing. */
  find(card: CardName, now: Date): CardKnowledge | null {
    const known = (this.#variables.localListEnabled ? this.list.find(card) : null) ?? this.#cached(card)
    return known && (known.expiresAt === null || known.expiresAt > now) ? known : null
  }

  /** The server answered about a card. */
  learn(card: CardName, knowledge: CardKnowledge): void {
    if (this.#variables.cacheEnabled) this.cache.learn(card, knowledge)
  }

  #cached(card: CardName): CardKnowledge | null {
    return this.#variables.cacheEnabled ? this.cache.find(card) : null
  }
}
