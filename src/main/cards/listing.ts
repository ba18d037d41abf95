import { NO_RULES, needTheSite } from '@shared/contract/cardRules'
import type { IdToken } from '@shared/ocpp/idToken'
import { type AuthorizationDecision, authorize, type CardFacts } from './authorize'

/** A card as a list tells a station of it. */
export interface ListedCard
  extends Pick<AuthorizationDecision, 'status' | 'group' | 'cacheUntil' | 'evseIds' | 'language' | 'message'> {
  readonly token: IdToken
}

const NO_USE = { energyWh: 0, sessions: 0, chargingAt: null, canStopHere: false }

/** Whether a station that decides by itself would let this card charge beyond its rules. */
export function isBeyondLists({ rules }: Pick<CardFacts, 'rules'>): boolean {
  return rules !== null && needTheSite(rules)
}

/**
 * What a list says of a card: whether it stands, when it ends, and where it may charge. Its hours, its budget and how
 * often it charges at once are not in it, because a list has no words for them.
 */
export function toListed(token: IdToken, card: CardFacts, stationId: number, now: number): ListedCard {
  const rules = card.rules?.places ? { ...NO_RULES, places: card.rules.places } : null
  const decision = authorize(
    token,
    { ...card, rules },
    {
      now,
      at: now,
      stationId,
      evseId: null,
      purpose: 'ask',
      // Offline the site can refuse nothing: a station that does not know the group takes it for an ordinary one.
      knowsMasterPass: () => false,
      startsWithoutCard: true,
      use: () => NO_USE,
    },
  )
  const { status, group, cacheUntil, evseIds, language, message } = decision
  return { token, status, group, cacheUntil, evseIds, language, message }
}
