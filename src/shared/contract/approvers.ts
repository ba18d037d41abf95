import { oc } from '@orpc/contract'
import { z } from 'zod'
import { mayFailWith } from './errors'
import { Id, Time } from './feed'
import { SecondPerson, SecondRefused } from './requests'

/** Fewest characters of an approver's passphrase. */
export const APPROVER_PASSPHRASE_MIN_LENGTH = 10

/** Approvers that a site can have. */
export const APPROVERS_MAX = 5

/** Somebody who confirms approvals as the second person. */
export const Approver = z.object({ id: Id, name: z.string(), addedAt: Time })
export type Approver = z.infer<typeof Approver>

/** Where operators sign in, the second people are the certificate officers among them. */
const OperatorsInstead = z.object({ kind: z.literal('operators-instead') })

/**
 * Whether two people have to approve a certificate, and who the second one can be. The first person is whoever sits at
 * the console; the second proves by an own passphrase who they are. Without operators it is so as long as there is an
 * approver; with operators it is switched on and off, and every certificate officer among them is one.
 */
export const approvers = {
  list: oc
    .route({ method: 'GET', path: '/approvers' })
    .output(z.object({ needed: z.boolean(), people: z.array(Approver) })),

  /** Only where operators sign in. Switching it off takes one of the others. */
  setWanted: oc
    .route({ method: 'PUT', path: '/approvers/wanted' })
    .input(z.object({ wanted: z.boolean(), confirm: SecondPerson.optional() }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved') }),
        z.object({ kind: z.literal('nobody-else') }),
        z.object({ kind: z.literal('no-operators') }),
        SecondRefused,
      ]),
    ),

  /** The first one is simply added; from then on one who is there already has to confirm. */
  add: oc
    .route({ method: 'POST', path: '/approvers' })
    .input(
      z.object({
        name: z.string().trim().min(1).max(100),
        passphrase: z.string().min(APPROVER_PASSPHRASE_MIN_LENGTH).max(200),
        confirm: SecondPerson.optional(),
      }),
    )
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('added'), approverId: Id }),
        z.object({ kind: z.literal('name-taken') }),
        z.object({ kind: z.literal('too-many') }),
        OperatorsInstead,
        SecondRefused,
      ]),
    ),

  /** Takes one away; with the last one a single person decides again. One of the approvers has to confirm. */
  remove: oc
    .route({ method: 'POST', path: '/approvers/{approverId}/remove' })
    .input(z.object({ approverId: Id, confirm: SecondPerson }))
    .output(z.discriminatedUnion('kind', [z.object({ kind: z.literal('removed') }), OperatorsInstead, SecondRefused]))
    .errors(mayFailWith('UNKNOWN_APPROVER')),
}
