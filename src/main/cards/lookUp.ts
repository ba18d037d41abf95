import { canonicalToken, type IdToken } from '@shared/ocpp/idToken'
import { isKeyCodeType } from '@shared/ocpp/keyCode'
import type { ReadDb } from '../store/handles'
import { type CardFactsRow, cardFacts, cardFactsOfAnyType, rulesOf } from '../store/queries/cards'
import type { CardFacts } from './authorize'

/** What the site knows of a presented identifier. */
export interface LookedUp {
  readonly cards: readonly CardFacts[]
  /** It is an enrolled key code that came without its type: it is a secret, and it counts for nothing. */
  readonly isSecret: boolean
}

const NOTHING: LookedUp = { cards: [], isSecret: false }

/**
 * Every card of a presented identifier. With a type (2.x) number and type must both agree (C01.FR.25), so it is one at
 * most; without one (1.6) the number alone counts, and it may be enrolled under several types. A key code only counts
 * where it is said to be one: else it could be guessed at stations that nothing slows down. Charging without
 * identification has none.
 */
export function lookUpCards(db: ReadDb, token: IdToken): LookedUp {
  if (token.type === 'NoAuthorization') return NOTHING
  const value = canonicalToken(token.value)
  if (token.type === null) {
    const rows = cardFactsOfAnyType(db, value)
    const cards = rows.filter(({ token_type }) => token_type !== 'KeyCode')
    return { cards: cards.map(toFacts), isSecret: rows.length > 0 && cards.length === 0 }
  }
  // 2.1 takes any text for a type, and chargers spell this one in many ways.
  const row = cardFacts(db, value, isKeyCodeType(token.type) ? 'KeyCode' : token.type)
  return row ? { cards: [toFacts(row)], isSecret: false } : NOTHING
}

export function toFacts(row: CardFactsRow): CardFacts {
  return {
    id: row.id,
    group: row.card_group,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    blocked: row.blocked === 1,
    masterPass: row.master_pass === 1,
    rules: rulesOf(row),
    language: row.language,
    message: row.message,
  }
}
