import { canonicalToken, type IdToken } from '@shared/ocpp/idToken'
import type { ReadDb } from '../store/handles'
import { type CardFactsRow, cardFacts, cardFactsOfAnyType } from '../store/queries/cards'
import type { CardFacts } from './authorize'

/**
 * Every card of a presented identifier. With a type (2.x) number and type must both agree (C01.FR.25), so it is one at
 * most; without one (1.6) the number alone counts, and it may be enrolled under several types. Charging without
 * identification has none.
 */
export function lookUpCards(db: ReadDb, token: IdToken): CardFacts[] {
  if (token.type === 'NoAuthorization') return []
  const value = canonicalToken(token.value)
  if (token.type === null) return cardFactsOfAnyType(db, value).map(toFacts)
  const row = cardFacts(db, value, token.type)
  return row ? [toFacts(row)] : []
}

function toFacts(row: CardFactsRow): CardFacts {
  return {
    id: row.id,
    group: row.card_group,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    blocked: row.blocked === 1,
  }
}
