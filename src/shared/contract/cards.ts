import { oc } from '@orpc/contract'
import { z } from 'zod'
import { AUTHORIZATION_STATUSES, MASTER_PASS_GROUP } from '../ocpp/authorization'
import { canonicalToken, ID_TOKEN_TYPES, IDENTIFIER_CHARACTERS, isEnrollable } from '../ocpp/idToken'
import { areRules, CardRules, RefusalReason } from './cardRules'
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
  .pipe(
    z
      .string()
      .max(GROUP_MAX_LENGTH)
      .regex(IDENTIFIER_CHARACTERS)
      // It would make any card of it a MasterPass.
      .refine((group) => group !== MASTER_PASS_GROUP),
  )

/** The last moment that a timestamp of four-digit years can name (RFC 3339): stations are told when a card ends. */
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
const CardTime = Time.min(0).max(LAST_TIME)

/** What a holder has in common with others, such as a flat or a company; told twice it counts once. */
export const CardTags = z
  .array(z.string().trim().min(1).max(40))
  .max(20)
  .transform((tags) => [...new Set(tags)])

/** Longest RFC 5646 tag that OCPP takes (2.x language1). */
const Language = z
  .string()
  .trim()
  .max(8)
  .regex(/^(?:[a-z]{2,3}(?:-[a-z0-9]{1,8})*)?$/i)

/** Most characters of a message that stations show (2.0.1 MessageContentType). */
export const CARD_MESSAGE_MAX_LENGTH = 512

/**
 * Whether a card stands in the lists that stations decide by while they are offline. `auto`: where there is room, unless
 * it has rules that a station can't check. `first`: before all others, also with such rules. `never`: not at all.
 */
export const OFFLINE_LISTINGS = ['auto', 'first', 'never'] as const
export type OfflineListing = (typeof OFFLINE_LISTINGS)[number]

/** Rules that limit nothing are none. */
const Rules = CardRules.nullable().transform((rules) => (rules && areRules(rules) ? rules : null))

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
  tags: CardTags.default([]),
  /** Stops the sessions of others and starts none (C12, C16). */
  masterPass: z.boolean().default(false),
  rules: Rules.default(null),
  /** In which a station speaks to the holder; empty for none. */
  language: Language.default(''),
  /** What a station shows to the holder when the card is accepted; empty for nothing. */
  message: z.string().trim().max(CARD_MESSAGE_MAX_LENGTH).default(''),
  offline: z.enum(OFFLINE_LISTINGS).default('auto'),
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
    tags: shape.tags.unwrap(),
    masterPass: shape.masterPass.unwrap(),
    rules: shape.rules.unwrap(),
    language: shape.language.unwrap(),
    message: shape.message.unwrap(),
    offline: shape.offline.unwrap(),
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
  tags: z.array(z.string()),
  masterPass: z.boolean(),
  rules: CardRules.nullable(),
  language: z.string(),
  message: z.string(),
  offline: z.enum(OFFLINE_LISTINGS),
  /** The lost card that it was given for. */
  replaces: Id.nullable(),
  /** The card that was given for it when it was lost. */
  replacedBy: Id.nullable(),
  /** When everything about its holder was erased. */
  erasedAt: Time.nullable(),
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

/** What keeps a card from being saved. */
const NotSaved = [
  z.object({ kind: z.literal('ends-before-it-begins') }),
  /** The sessions of a key code can't be counted: it is written down nowhere. */
  z.object({ kind: z.literal('key-code-not-counted') }),
] as const

/** What a station would be told of a card. */
export const CardCheck = z.object({
  status: z.enum(AUTHORIZATION_STATUSES),
  reason: RefusalReason.nullable(),
  /** The EVSEs of the station that it holds for; null for all. */
  evseIds: z.array(z.number().int()).nullable(),
})
export type CardCheck = z.infer<typeof CardCheck>

export const cards = {
  find: oc
    .route({ method: 'GET', path: '/cards' })
    .input(
      PageRequest.extend({
        /** Part of number, holder, label, group or a tag, case ignored. */
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
        ...NotSaved,
      ]),
    )
    .errors(mayFailWith('NOT_SET_UP')),

  /** Takes back an enrolment that was a mistake: the card is gone as if it had never been enrolled. */
  withdraw: oc
    .route({ method: 'DELETE', path: '/cards/{cardId}' })
    .input(CardRef)
    .output(
      z.object({
        /** `in-use`: it was presented since, belongs to a replacement, or is enrolled for more than a day: block it. */
        kind: z.enum(['withdrawn', 'in-use', 'already-gone']),
      }),
    ),

  update: oc
    .route({ method: 'PATCH', path: '/cards/{cardId}' })
    .input(CardRef.extend(CardChanges.shape))
    .output(z.discriminatedUnion('kind', [z.object({ kind: z.literal('saved'), card: Card }), ...NotSaved]))
    .errors(mayFailWith('UNKNOWN_CARD')),

  /** Whether a session could be begun with the card, at a station and a time; by the very rules that decide there. */
  check: oc
    .route({ method: 'GET', path: '/cards/{cardId}/check' })
    .input(
      CardRef.extend({
        stationId: Id,
        evseId: z.number().int().min(1).optional(),
        /** Now, when it is left out. */
        at: Time.optional(),
      }),
    )
    .output(CardCheck)
    .errors(mayFailWith('UNKNOWN_CARD', 'UNKNOWN_STATION')),

  /** Blocks a lost card and enrols another with everything that it had; what it has used counts on. */
  replace: oc
    .route({ method: 'POST', path: '/cards/{cardId}/replacement' })
    .input(CardRef.extend({ token: TokenValue, tokenType: z.enum(ID_TOKEN_TYPES).default('ISO14443') }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('replaced'), card: Card, lost: Card }),
        /** The number is enrolled already; nothing was changed. */
        z.object({ kind: z.literal('already-enrolled'), card: Card }),
        /** Another card was given for it before. */
        z.object({ kind: z.literal('already-replaced'), card: Card }),
        ...NotSaved,
      ]),
    )
    .errors(mayFailWith('UNKNOWN_CARD')),

  /** Erases everything about the holder, here and in the trail of changes; the number and its sessions stay. */
  erase: oc
    .route({ method: 'POST', path: '/cards/{cardId}/erase' })
    .input(CardRef)
    .output(z.object({ kind: z.literal('erased'), card: Card }))
    .errors(mayFailWith('UNKNOWN_CARD')),

  /** Whether drivers may start at a station without identification, where the station itself lets them. */
  startPolicy: oc
    .route({ method: 'GET', path: '/stations/{stationId}/start-policy' })
    .input(z.object({ stationId: Id }))
    .output(z.object({ withoutCard: z.boolean() }))
    .errors(mayFailWith('UNKNOWN_STATION')),

  setStartPolicy: oc
    .route({ method: 'PUT', path: '/stations/{stationId}/start-policy' })
    .input(z.object({ stationId: Id, withoutCard: z.boolean() }))
    .output(z.object({ kind: z.enum(['saved', 'as-before']) }))
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** Unknown cards seen at chargers, until they are enrolled or put aside. */
  watchUnknown: oc.route({ method: 'GET', path: '/cards/unknown/watch' }).output(feed(UnknownCard)),

  /** Puts an unknown card aside; it appears again when it is presented again. */
  dismissUnknown: oc
    .route({ method: 'DELETE', path: '/cards/unknown/{unknownCardId}' })
    .input(z.object({ unknownCardId: Id }))
    .output(z.object({ kind: z.enum(['dismissed', 'already-gone']) })),
}
