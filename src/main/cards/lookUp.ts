import { canonicalToken, type IdToken } from '@shared/ocpp/idToken'
import type { ReadDb } from '../store/handles'
import { type CardFactsRow, cardFacts, cardFactsOfAnyType } from '../store/queries/cards'
import type { CardFacts } from './authorize'

/**
 * What the site knows of a presented identifier. With a type (2.x) number and type must both agree (C01.FR.25).
 * Without one (1.6) the number alone counts: should it be enrolled under several types, a blocked one wins, so that
 * blocking a number is never undone by another type of it.
 */
export function lookUpCard(db: ReadDb, token: IdToken): CardFacts | undefined {
  const value = canonicalToken(token.value)
  if (token.type !== null) {
    const row = cardFacts(db, value, token.type)
    return row && toFacts(row)
  }
  const rows = cardFactsOfAnyType(db, value)
  const row = rows.find((candidate) => candidate.blocked === 1) ?? rows[0]
  return row && toFacts(row)
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
