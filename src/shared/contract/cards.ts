import { oc } from '@orpc/contract'
import { z } from 'zod'
import { canonicalToken, ID_TOKEN_TYPES, IDENTIFIER_CHARACTERS, isEnrollable } from '../ocpp/idToken'
import { mayFailWith } from './errors'
import { feed, Id, PageRequest, page, Time } from './feed'

/**
 * A card number as a charger presents it: nothing is taken out of it, because `04-A1-B2-C3` is a number of its own.
 * Whatever a charger can send can be enrolled, if every character of it can be seen.
 */
export const TokenValue = z.string().trim().transform(canonicalToken).pipe(z.string().refine(isEnrollable))

/** Longest group: it is sent as parentIdTag too (1.6 CiString20Type). */
export const GROUP_MAX_LENGTH = 20

/** A group is sent to chargers as an identifier, so it has the characters of one. Empty for none. */
const Group = z
  .string()
  .trim()
  .transform(canonicalToken)
  .pipe(z.string().max(GROUP_MAX_LENGTH).regex(IDENTIFIER_CHARACTERS))

/** The last moment that a timestamp of four-digit years can name (RFC 3339): stations are told when a card ends. */
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
const CardTime = Time.min(0).max(LAST_TIME)

const CardFields = z.object({
  holder: z.string().trim().max(120).default(''),
  label: z.string().trim().max(80).default(''),
  /** Cards of one group may stop each other's sessions; sent as groupIdToken (C01.FR.06) or parentIdTag. */
  group: Group.default(''),
  /** First moment at which the card is accepted; null for always. */
  validFrom: CardTime.nullable().default(null),
  /** First moment at which it is no longer accepted; null for never. */
  validUntil: CardTime.nullable().default(null),
  blocked: z.boolean().default(false),
})

const { shape } = CardFields

/** A change of some fields. No defaults here: zod fills them in, and a field that was left out would lose its value. */
const CardChanges = z
  .object({
    holder: shape.holder.unwrap(),
    label: shape.label.unwrap(),
    group: shape.group.unwrap(),
    validFrom: shape.validFrom.unwrap(),
    validUntil: shape.validUntil.unwrap(),
    blocked: shape.blocked.unwrap(),
  })
  .partial()

export const EnrolRequest = CardFields.extend({
  token: TokenValue,
  tokenType: z.enum(ID_TOKEN_TYPES).default('ISO14443'),
})

export const Card = z.object({
  id: Id,
  token: z.string(),
  tokenType: z.enum(ID_TOKEN_TYPES),
  holder: z.string(),
  label: z.string(),
  group: z.string(),
  validFrom: Time.nullable(),
  validUntil: Time.nullable(),
  blocked: z.boolean(),
  createdAt: Time,
  updatedAt: Time,
})
export type Card = z.infer<typeof Card>

/** A card that nobody has enrolled, seen at a charger. */
export const UnknownCard = z.object({
  id: Id,
  token: z.string(),
  /** Null when the charger's protocol does not say (1.6). */
  tokenType: z.enum(ID_TOKEN_TYPES).nullable(),
  stationId: Id,
  stationIdentity: z.string(),
  firstSeenAt: Time,
  lastSeenAt: Time,
  times: z.number().int().positive(),
})
export type UnknownCard = z.infer<typeof UnknownCard>

const CardRef = z.object({ cardId: Id })

export const cards = {
  find: oc
    .route({ method: 'GET', path: '/cards' })
    .input(
      PageRequest.extend({
        /** Part of number, holder, label or group, case ignored. */
        search: z.string().trim().max(100).default(''),
        /** Only cards that are blocked (true) or not (false). */
        blocked: z.boolean().optional(),
      }),
    )
    .output(page(Card)),

  get: oc
    .route({ method: 'GET', path: '/cards/{cardId}' })
    .input(CardRef)
    .output(Card)
    .errors(mayFailWith('UNKNOWN_CARD')),

  enrol: oc
    .route({ method: 'POST', path: '/cards' })
    .input(EnrolRequest)
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('enrolled'), card: Card }),
        /** The same number and type is enrolled already; nothing was changed. */
        z.object({ kind: z.literal('already-enrolled'), card: Card }),
        z.object({ kind: z.literal('ends-before-it-begins') }),
      ]),
    )
    .errors(mayFailWith('NOT_SET_UP')),

  update: oc
    .route({ method: 'PATCH', path: '/cards/{cardId}' })
    .input(CardRef.extend(CardChanges.shape))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved'), card: Card }),
        z.object({ kind: z.literal('ends-before-it-begins') }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_CARD')),

  /** Unknown cards seen at chargers, until they are enrolled or put aside. */
  watchUnknown: oc.route({ method: 'GET', path: '/cards/unknown/watch' }).output(feed(UnknownCard)),

  /** Puts an unknown card aside; it appears again when it is presented again. */
  dismissUnknown: oc
    .route({ method: 'DELETE', path: '/cards/unknown/{unknownCardId}' })
    .input(z.object({ unknownCardId: Id }))
    .output(z.object({ kind: z.enum(['dismissed', 'already-gone']) })),
}
