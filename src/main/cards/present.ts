import { AUTHORIZATION_STATUSES, type AuthorizationStatus } from '@shared/ocpp/authorization'
import { canonicalToken, type IdToken } from '@shared/ocpp/idToken'
import { isKeyCodeType } from '@shared/ocpp/keyCode'
import type { WriteDb } from '../store/handles'
import { noteUnknownCard, trimUnknownCards } from '../store/queries/cards'
import { type AuthorizationEntry, appendAuthorizations } from '../store/queries/presented'
import { type AuthorizationDecision, authorize, type CardFacts, type Circumstances } from './authorize'

/** Most unknown cards that are remembered; beyond it the ones seen longest ago are forgotten. */
export const UNKNOWN_CARDS_KEPT = 200

/** Key codes are secrets: they are compared, but never written down (C04.FR.04). */
export const HIDDEN_TOKEN = '••••'

/** How an identifier is written down: canonical, and hidden where it is a secret. */
export function writtenToken(token: IdToken): string {
  return isKeyCodeType(token.type) ? HIDDEN_TOKEN : canonicalToken(token.value)
}

/**
 * Where one number has several cards (1.6 tells no type) the first of these counts: blocking a number is never undone
 * by another type of it, and one card that is good will do.
 */
const PRECEDENCE: readonly AuthorizationStatus[] = ['blocked', 'accepted']

/** Decides about a presented identifier from every card that it has. */
export function decideAmong(
  cards: readonly CardFacts[],
  token: IdToken,
  circumstances: Circumstances,
): AuthorizationDecision {
  const [first] = cards
  if (cards.length <= 1) return authorize(token, first, circumstances)
  const decisions = cards.map((card) => authorize(token, card, circumstances))
  const found = PRECEDENCE.map((status) => decisions.find((decision) => decision.status === status)).find(Boolean)
  return found ?? mildest(decisions) ?? authorize(token, undefined, circumstances)
}

/** Of several refusals the one that the last of all reasons is behind: it is the nearest to being accepted. */
function mildest(decisions: readonly AuthorizationDecision[]): AuthorizationDecision | undefined {
  const rank = ({ status }: AuthorizationDecision) => AUTHORIZATION_STATUSES.indexOf(status)
  return decisions.toSorted((one, other) => rank(other) - rank(one))[0]
}

export interface Presented {
  readonly stationId: number
  readonly token: IdToken
  readonly decision: AuthorizationDecision
  /** The number under which its card would be enrolled, where the station writes it differently. */
  readonly meant?: IdToken
  /** It is a secret, though its type does not say so. */
  readonly isSecret?: boolean
  readonly at: number
}

/**
 * Writes down which cards were presented and what was answered, in their order.
 * @returns ids of the unknown cards that are new on the list, seen again, or gone from it.
 */
export function notePresented(db: WriteDb, presented: readonly Presented[]): number[] {
  appendAuthorizations(db, presented.map(toEntry))
  const unknown = presented.filter((one) => one.decision.status === 'unknown')
  return unknown.flatMap((one) => {
    const { at, stationId, token, type } = toEntry(one.meant ? { ...one, token: one.meant } : one)
    if (one.isSecret || isKeyCodeType(type) || token === '') return []
    return [noteUnknownCard(db, token, type, stationId, at), ...trimUnknownCards(db, UNKNOWN_CARDS_KEPT)]
  })
}

function toEntry({ stationId, token, decision, at, isSecret }: Presented): AuthorizationEntry {
  const { status, reason } = decision
  return {
    at,
    stationId,
    token: isSecret ? HIDDEN_TOKEN : writtenToken(token),
    type: token.type ?? '',
    status,
    reason,
  }
}
