import { z } from 'zod'
import { Id } from '../contract/feed'
import { command } from './command'
import { CardChoice, field, optional } from './fields'

/** Most cards of one list; a station says in its configuration how many it takes. */
export const LOCAL_LIST_MAX = 10_000

/** Gives a station the list by which it decides while it is offline (D01; 1.6 §5.15). */
export const sendLocalList = command(
  'send-local-list',
  'cards',
  {},
  z.object({
    /** `full` replaces the station's list, `changes` adds and updates. */
    update: z.enum(['full', 'changes']).default('full'),
    /** Null for every enrolled card. An empty full list empties the station's. */
    cardIds: optional(field('cards', z.array(Id).max(LOCAL_LIST_MAX))),
    /** Cards that are taken out of the station's list; with `changes` only. */
    removedCardIds: field('cards', z.array(Id).max(LOCAL_LIST_MAX)).default([]),
    /** Entries of one message; a station may take fewer than all at once. */
    entriesPerMessage: z.number().int().min(20).max(LOCAL_LIST_MAX).default(100),
  }),
)

/** Asks which version of the list the station has (D02; 1.6 §5.10). */
export const localListVersion = command('local-list-version', 'cards', {}, z.object({}))

/** Has a station report or forget what it has stored of a person (N09, N10). */
export const customerInformation = command(
  'customer-information',
  'cards',
  { disruptive: true },
  z
    .object({
      report: z.boolean().default(true),
      clear: z.boolean().default(false),
      /** Whose data: exactly one of the two. */
      cardId: optional(CardChoice),
      customer: optional(z.string().trim().min(1).max(64)),
    })
    .refine(({ cardId, customer }) => (cardId === null) !== (customer === null), { path: ['cardId'] })
    .refine(({ report, clear }) => report || clear, { path: ['report'] }),
)
