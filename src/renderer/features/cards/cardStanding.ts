import type { Card } from '@shared/contract/cards'

export const CARD_STANDINGS = ['valid', 'blocked', 'expired', 'not-yet-valid'] as const
export type CardStanding = (typeof CARD_STANDINGS)[number]

/**
 * How a card stands at `now` (ms): what a charger would be told, in the words of the list. Blocked goes before validity.
 * `validFrom` is the first moment at which it counts, `validUntil` the first at which it no longer does.
 */
export function cardStanding(card: Pick<Card, 'blocked' | 'validFrom' | 'validUntil'>, now: number): CardStanding {
  if (card.blocked) return 'blocked'
  if (card.validUntil !== null && now >= card.validUntil) return 'expired'
  if (card.validFrom !== null && now < card.validFrom) return 'not-yet-valid'
  return 'valid'
}

/** Which of the four sentences tells a card's validity; dates are put in by the caller, by locale. */
export function validityKey(card: Pick<Card, 'validFrom' | 'validUntil'>): 'always' | 'from' | 'until' | 'between' {
  if (card.validFrom === null) return card.validUntil === null ? 'always' : 'until'
  return card.validUntil === null ? 'from' : 'between'
}
