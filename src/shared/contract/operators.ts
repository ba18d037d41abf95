import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isPrintable } from '../printable'
import { mayFailWith } from './errors'
import { Id, Time } from './feed'
import { isGoodSecret, SECRET_MAX_LENGTH } from './operatorSecret'
import { SecondPerson, SecondRefused } from './requests'

/** What an operator is there for, from the least to the most; each may do what the ones before may. */
export const ROLES = ['viewer', 'operator', 'officer', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** Operators that a site can have, also those who are switched off. */
export const OPERATORS_MAX = 50

/** Most minutes of stillness after which the console can lock itself. */
export const IDLE_MINUTES_MAX = 8 * 60

/** Somebody who signs in at the console. */
export const Operator = z.object({
  id: Id,
  name: z.string(),
  role: z.enum(ROLES),
  /** Kept, but may not sign in. */
  disabled: z.boolean(),
  addedAt: Time,
  addedBy: z.string(),
  /** Null for who has not signed in yet. */
  lastSeenAt: Time.nullable(),
  /** So many milliseconds nobody is listened to who tries this one's PIN, because too many were wrong. */
  waitMs: z.number().int(),
})
export type Operator = z.infer<typeof Operator>

/** A name under which things are done. Those that the program itself goes by in the audit trail are refused. */
export const OperatorName = z.string().trim().min(1).max(60).refine(isPrintable)

/** A PIN of digits, or a password; see isGoodSecret. */
export const OperatorSecret = z.string().max(SECRET_MAX_LENGTH).refine(isGoodSecret)

const OperatorRef = z.object({ operatorId: Id })
const Saved = z.object({ kind: z.literal('saved') })
/** Somebody has to be left who can change this. */
const LastAdministrator = z.object({ kind: z.literal('last-administrator') })
/** As long as two people approve certificates, the second one confirms who may sign in, too. */
const confirm = SecondPerson.optional()

/**
 * Who may use the console. Without operators everybody who can open it may do everything; with the first one, who has to
 * be an administrator, the console asks who is there.
 */
export const operators = {
  list: oc
    .route({ method: 'GET', path: '/operators' })
    .output(z.object({ operators: z.array(Operator), idleMinutes: z.number().int().nullable() })),

  /** Whoever adds the first one is signed in as that one from then on. */
  add: oc
    .route({ method: 'POST', path: '/operators' })
    .input(z.object({ name: OperatorName, role: z.enum(ROLES), secret: OperatorSecret, confirm }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('added'), operatorId: Id }),
        z.object({ kind: z.literal('name-taken') }),
        z.object({ kind: z.literal('too-many') }),
        z.object({ kind: z.literal('administrator-first') }),
        SecondRefused,
      ]),
    ),

  change: oc
    .route({ method: 'PATCH', path: '/operators/{operatorId}' })
    .input(OperatorRef.extend({ role: z.enum(ROLES).optional(), disabled: z.boolean().optional(), confirm }))
    .output(z.discriminatedUnion('kind', [Saved, LastAdministrator, SecondRefused]))
    .errors(mayFailWith('UNKNOWN_OPERATOR')),

  /** A new PIN or password for somebody; whoever waits because of wrong ones need not any more. */
  setSecret: oc
    .route({ method: 'PUT', path: '/operators/{operatorId}/secret' })
    .input(OperatorRef.extend({ secret: OperatorSecret, confirm }))
    .output(z.discriminatedUnion('kind', [Saved, SecondRefused]))
    .errors(mayFailWith('UNKNOWN_OPERATOR')),

  remove: oc
    .route({ method: 'POST', path: '/operators/{operatorId}/remove' })
    .input(OperatorRef.extend({ confirm }))
    .output(z.discriminatedUnion('kind', [z.object({ kind: z.literal('removed') }), LastAdministrator, SecondRefused]))
    .errors(mayFailWith('UNKNOWN_OPERATOR')),

  /** After how many minutes in which nobody did anything the console locks itself; null: never. */
  setIdle: oc
    .route({ method: 'PUT', path: '/operators/idle' })
    .input(z.object({ minutes: z.number().int().min(1).max(IDLE_MINUTES_MAX).nullable() }))
    .output(Saved),
}
