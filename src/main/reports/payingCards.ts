import type { ReadDb } from '../store/handles'
import { cardsReplaced } from '../store/queries/reportSessions'
import { cardKey, type SessionOwner } from './lineOf'

/** What pays a fee for the month: a card, or a lost one together with those that took its place in this month. */
export interface PayingCard {
  readonly key: string
  /** Of those that pay together the newest has the highest. */
  readonly place: number
}

/**
 * Who pays for a month. A card that took the place of a lost one within it pays with that one, once; in another month,
 * should both charge, each pays for itself.
 */
export function payingCards(
  db: ReadDb,
  month: { readonly from: number; readonly to: number },
): (owner: SessionOwner) => PayingCard | null {
  const replaced = new Map(cardsReplaced(db, month).map(({ id, replaces }) => [id, replaces]))
  return (owner) => {
    if (owner.token === null || owner.token === '') return null
    let cardId = owner.cardId
    let place = 0
    for (let lost = cardId === null ? undefined : replaced.get(cardId); lost !== undefined; lost = replaced.get(lost)) {
      cardId = lost
      place += 1
    }
    return { key: cardKey({ cardId, token: owner.token, tokenType: owner.tokenType }), place }
  }
}
