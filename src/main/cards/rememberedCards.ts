import type { IdToken } from '@shared/ocpp/idToken'
import type { LookedUp } from './lookUp'

/**
 * Most presented identifiers whose cards are remembered. More than the cards of a large site; when a station presents
 * ever new ones all are let go at this number, so that it costs no more memory.
 */
export const REMEMBERED_MAX = 10_000

/** Cards of identifiers that were presented before, so that presenting one again asks the database nothing. */
export interface RememberedCards {
  /** What is known of a presented identifier: remembered, or looked up now. */
  of(token: IdToken): LookedUp
  /** Lets go of everything: the cards have changed. */
  forget(): void
}

/**
 * The database stays the only truth about who may charge: this holds nothing that was not read from it since the cards
 * changed last. That can be known here because one process at a time writes to a data folder (store/lock.ts), and in it
 * cards are written by cards.ts alone.
 * @param lookUp reads what is committed
 */
export function rememberCards(lookUp: (token: IdToken) => LookedUp): RememberedCards {
  /** By type and then by the number as it was spelt, so that a known one need not be brought into its one spelling. */
  const byType = new Map<IdToken['type'], Map<string, LookedUp>>()
  let count = 0

  const forget = () => {
    byType.clear()
    count = 0
  }

  return {
    of(token) {
      let remembered = byType.get(token.type)
      const found = remembered?.get(token.value)
      if (found) return found
      const cards = lookUp(token)
      if (count >= REMEMBERED_MAX) {
        forget()
        remembered = undefined
      }
      if (!remembered) {
        remembered = new Map()
        byType.set(token.type, remembered)
      }
      remembered.set(token.value, cards)
      count += 1
      return cards
    },
    forget,
  }
}
