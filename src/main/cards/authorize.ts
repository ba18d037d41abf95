import { type CardRules, countUse, type RefusalReason } from '@shared/contract/cardRules'
import {
  AUTHORIZATION_STATUSES,
  type AuthorizationStatus,
  MASTER_PASS_GROUP,
  type Purpose,
} from '@shared/ocpp/authorization'
import type { IdToken } from '@shared/ocpp/idToken'
import { isKeyCodeType } from '@shared/ocpp/keyCode'
import { type Calendar, isOpen, nextClosing, nextOpening, SITE_CALENDAR } from './hours'

/** What the decision needs to know of an enrolled card. Times are milliseconds since 1970 UTC, null for no bound. */
export interface CardFacts {
  readonly id: number
  readonly group: string
  readonly validFrom: number | null
  readonly validUntil: number | null
  readonly blocked: boolean
  /** Stops the sessions of others and starts none (C16). */
  readonly masterPass: boolean
  /** Null when nothing limits it but what stands above. */
  readonly rules: CardRules | null
  /** RFC 5646, '' for none. */
  readonly language: string
  /** Shown by stations that can, '' for none. */
  readonly message: string
}

/** How a card was used, as far as its rules ask for it. */
export interface CardUse {
  /** Of the sessions that began in the month of the decision. */
  readonly energyWh: number
  readonly sessions: number
  /** The station of a session of this card that runs elsewhere; null for none. */
  readonly chargingAt: number | null
  /** A session runs at this station that this card could stop: its own, or one of its group (C09.FR.03). */
  readonly canStopHere: boolean
}

/** Where, when and for what a card is presented. */
export interface Circumstances {
  readonly now: number
  /** When it was presented: earlier than `now` when the station tells of it later. Its hours are judged by this. */
  readonly at: number
  readonly stationId: number
  /** Null where it was not said: the message has no place for it. */
  readonly evseId: number | null
  readonly purpose: Purpose
  /** False for a station that does not know the MasterPass: there such a card is refused, lest it start something. */
  readonly knowsMasterPass: () => boolean
  /** Whether a driver may start here without identification. */
  readonly startsWithoutCard: boolean
  /** Asked for only when a rule of the card needs it. */
  readonly use: (card: CardFacts) => CardUse
  readonly calendar?: Calendar
}

/** The site's answer to a presented card. `group` is empty when the card has none, and for cards that are not known. */
export interface AuthorizationDecision {
  readonly status: AuthorizationStatus
  readonly cardId: number | null
  readonly group: string
  /** Until when it may be remembered: it may be another answer from then on. Null for ever. */
  readonly cacheUntil: number | null
  /** The EVSEs of the station that it holds for; null for all (C01.FR.19, C01.FR.20). */
  readonly evseIds: readonly number[] | null
  readonly language: string
  readonly message: string
  /** A second session of this card would be refused. */
  readonly oneAtATime: boolean
  /** What stands behind a refusal, where there is more to say than its status. */
  readonly reason: RefusalReason | null
}

/** The answer to whatever has no card. */
export function withoutCard(status: AuthorizationStatus, reason: RefusalReason | null = null): AuthorizationDecision {
  return {
    status,
    cardId: null,
    group: '',
    cacheUntil: null,
    evseIds: null,
    language: '',
    message: '',
    oneAtATime: false,
    reason,
  }
}

/**
 * Decides whether a presented card may charge: the only place that does, for every version and every message.
 * `card` is what the site knows of this number, undefined when nothing. Of several reasons against it the one is given
 * that stands first in `AUTHORIZATION_STATUSES`.
 */
export function authorize(
  token: IdToken,
  card: CardFacts | undefined,
  circumstances: Circumstances,
): AuthorizationDecision {
  // The station itself lets a driver charge without identification (C02.FR.02): there is nothing to look up.
  if (token.type === 'NoAuthorization') {
    const refused = !circumstances.startsWithoutCard && circumstances.purpose !== 'stop'
    return withoutCard(refused ? 'card-wanted' : 'accepted')
  }
  // C04.FR.01: a wrong key code is invalid, and nobody is told more.
  if (!card) return withoutCard(isKeyCodeType(token.type) ? 'wrong-code' : 'unknown')
  const reason = firstRefusal(card, circumstances)
  return {
    status: reason?.status ?? 'accepted',
    cardId: card.id,
    group: groupOf(card),
    cacheUntil: cacheUntil(card, circumstances),
    evseIds: reason ? null : (placeOf(card.rules, circumstances.stationId)?.evseIds ?? null),
    language: card.language,
    message: reason ? '' : card.message,
    oneAtATime: card.rules?.oneAtATime === true,
    reason: reason && Object.keys(reason).length > 1 ? reason : null,
  }
}

/** A group that is the MasterPass' own makes no card one. */
function groupOf({ group, masterPass }: CardFacts): string {
  if (masterPass) return MASTER_PASS_GROUP
  return group === MASTER_PASS_GROUP ? '' : group
}

function firstRefusal(card: CardFacts, circumstances: Circumstances): RefusalReason | null {
  const { now, purpose } = circumstances
  const standing = standingRefusal(card, now)
  // Whoever wants to stop is let: no rule about charging keeps a car at the cable.
  if (standing || purpose === 'stop') return standing
  const { masterPass, rules } = card
  const startsNothing = masterPass && (purpose === 'start' || !circumstances.knowsMasterPass())
  if (startsNothing) return { status: 'starts-nothing' }
  return rules && firstOf(againstRules(card, rules, circumstances))
}

/** What holds wherever and for whatever the card is presented, in the order of `AUTHORIZATION_STATUSES`. */
function standingRefusal({ blocked, validFrom, validUntil }: CardFacts, now: number): RefusalReason | null {
  if (blocked) return { status: 'blocked' }
  if (validUntil !== null && now >= validUntil) return { status: 'expired', since: validUntil }
  if (validFrom !== null && now < validFrom) return { status: 'not-yet-valid', next: validFrom }
  return null
}

function* againstRules(card: CardFacts, rules: CardRules, circumstances: Circumstances): Iterable<RefusalReason> {
  const { stationId, evseId, purpose, at, calendar = SITE_CALENDAR } = circumstances
  const place = placeOf(rules, stationId)
  // C01.FR.22
  if (rules.places !== null && !place) yield { status: 'not-at-this-location' }
  if (place?.evseIds && evseId !== null && !place.evseIds.includes(evseId)) {
    yield { status: 'not-this-evse', evseIds: place.evseIds }
  }
  const passing = [...passingRefusals(card, rules, circumstances, at, calendar)]
  // Nobody said yet that it is to start: it may be here to stop what runs, and a start is judged again (E01.FR.11).
  if (passing.length > 0 && purpose === 'ask' && circumstances.use(card).canStopHere) return
  yield* passing
}

/** Refusals that another hour or another session brings about. */
function* passingRefusals(
  card: CardFacts,
  rules: CardRules,
  { purpose, use: used }: Circumstances,
  at: number,
  calendar: Calendar,
): Iterable<RefusalReason> {
  if (!isOpen(rules.hours, at, calendar)) {
    yield { status: 'not-at-this-time', next: nextOpening(rules.hours, at, calendar) ?? undefined }
  }
  if (!countUse(rules)) return
  const use = used(card)
  const { monthlyWh, monthlySessions, oneAtATime } = rules
  const next = calendar.monthStart(at, 1)
  if (monthlyWh !== null && use.energyWh >= monthlyWh) {
    yield { status: 'no-credit', budget: 'energy', limit: monthlyWh, used: use.energyWh, next }
  } else if (monthlySessions !== null && use.sessions >= monthlySessions) {
    yield { status: 'no-credit', budget: 'sessions', limit: monthlySessions, used: use.sessions, next }
  }
  // It only makes sense as the answer to a start.
  if (oneAtATime && purpose === 'start' && use.chargingAt !== null) {
    yield { status: 'charging-already', stationId: use.chargingAt }
  }
}

function placeOf(rules: CardRules | null, stationId: number) {
  return rules?.places?.find((place) => place.stationId === stationId)
}

function firstOf(reasons: Iterable<RefusalReason>): RefusalReason | null {
  let first: RefusalReason | null = null
  for (const reason of reasons) {
    if (!first || rank(reason) < rank(first)) first = reason
  }
  return first
}

function rank({ status }: RefusalReason): number {
  return AUTHORIZATION_STATUSES.indexOf(status)
}

/** What depends on the use of a card is not to be remembered at all (C10.FR.13: a time that is past). */
function cacheUntil({ validUntil, rules }: CardFacts, { now, calendar = SITE_CALENDAR }: Circumstances): number | null {
  if (!rules) return validUntil
  if (countUse(rules)) return Math.min(now, validUntil ?? now)
  const closing = isOpen(rules.hours, now, calendar) ? nextClosing(rules.hours, now, calendar) : null
  if (closing === null) return validUntil
  return validUntil === null ? closing : Math.min(closing, validUntil)
}
