import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { IdToken } from '@shared/ocpp/idToken'

/** What the decision needs to know of an enrolled card. Times are milliseconds since 1970 UTC, null for no bound. */
export interface CardFacts {
  readonly id: number
  readonly group: string
  readonly validFrom: number | null
  readonly validUntil: number | null
  readonly blocked: boolean
}

/** The site's answer to a presented card. `group` is empty when the card has none, and for cards that are not known. */
export interface AuthorizationDecision {
  readonly status: AuthorizationStatus
  readonly cardId: number | null
  readonly group: string
  /** When the card ends, so that a charger's cache does not outlive it. */
  readonly validUntil: number | null
}

/**
 * Decides whether a presented card may charge: the only place that does, for every version and every message.
 * Pure; `card` is what the site knows of this number, undefined when nothing. The first reason wins, the one that the
 * manager set by hand (blocked) before those that time brings.
 */
export function authorize(token: IdToken, card: CardFacts | undefined, now: number): AuthorizationDecision {
  // The station itself lets a driver charge without identification (C02.FR.02): there is nothing to look up.
  if (token.type === 'NoAuthorization') return { status: 'accepted', cardId: null, group: '', validUntil: null }
  if (!card) return { status: 'unknown', cardId: null, group: '', validUntil: null }
  return { status: statusOf(card, now), cardId: card.id, group: card.group, validUntil: card.validUntil }
}

function statusOf(card: CardFacts, now: number): AuthorizationStatus {
  if (card.blocked) return 'blocked'
  if (card.validUntil !== null && now >= card.validUntil) return 'expired'
  if (card.validFrom !== null && now < card.validFrom) return 'not-yet-valid'
  return 'accepted'
}
