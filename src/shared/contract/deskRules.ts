import { oc } from '@orpc/contract'
import { z } from 'zod'
import { mayFailWith } from './errors'
import { Id, Time } from './feed'
import { CertificateRequest, OWNER_KINDS } from './requests'

/** What a request has to fulfil for a rule. A request with anything but good findings fulfils none. */
export const DeskRuleConditions = z.object({
  asker: z.enum(OWNER_KINDS),
  /** It takes over from a certificate that its owner accepted, and that is neither revoked nor over. */
  renewal: z.boolean(),
  /** Its key is of the kind and size of the last certificate's. */
  sameKeyKind: z.boolean(),
  /** Its key is not the one of the last certificate. */
  newKey: z.boolean(),
  /** The name it asks for is the one of the last certificate. */
  sameSubject: z.boolean(),
  /** The security profile of the connection that it came over, at least. */
  profile: z.number().int().min(0).max(3),
})
export type DeskRuleConditions = z.infer<typeof DeskRuleConditions>

/** Longest name of a rule. */
export const RULE_NAME_MAX_LENGTH = 60

export const DeskRuleDraft = z.object({
  name: z.string().trim().min(1).max(RULE_NAME_MAX_LENGTH),
  conditions: DeskRuleConditions,
  /** Most approvals in 24 hours. */
  perDay: z.number().int().min(1).max(1_000),
})
export type DeskRuleDraft = z.infer<typeof DeskRuleDraft>

export const DeskRule = DeskRuleDraft.extend({
  id: Id,
  on: z.boolean(),
  changedAt: Time,
  changedBy: z.string(),
  /** How often it approved in the last 24 hours. */
  usedToday: z.number().int(),
  /** How often it ever did, and when last. */
  used: z.number().int(),
  lastUsedAt: Time.nullable(),
})
export type DeskRule = z.infer<typeof DeskRule>

/** Why a rule leaves a request to the manager. Sentences are `rules.reason.<reason>` of the words. */
export const RULE_REASONS = [
  'findings',
  'asker',
  'no-renewal',
  'other-key-kind',
  'same-key',
  'other-subject',
  'profile',
  'day-full',
] as const
export type RuleReason = (typeof RULE_REASONS)[number]

/** What a rule would have done with a request. */
export const DryRunEntry = z.object({
  request: CertificateRequest,
  /** None: it would have approved it. */
  reasons: z.array(z.enum(RULE_REASONS)),
})
export type DryRunEntry = z.infer<typeof DryRunEntry>

/** Requests that a dry run looks at. */
export const DRY_RUN_REQUESTS = 20

/** Rules that a site can have. */
export const RULES_MAX = 20

/** Rules of the manager by which requests are approved without a person. None exists unless the manager wrote it. */
export const deskRules = {
  list: oc.route({ method: 'GET', path: '/desk-rules' }).output(
    z.object({
      rules: z.array(DeskRule),
      /** Two people have to approve: as long as that is so, no rule does anything. */
      suspended: z.boolean(),
    }),
  ),

  /** Writes a new rule, which is off, or changes one; a changed rule is off until it is switched on again. */
  save: oc
    .route({ method: 'POST', path: '/desk-rules' })
    .input(DeskRuleDraft.extend({ ruleId: Id.optional() }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved'), ruleId: Id }),
        z.object({ kind: z.literal('name-taken') }),
        z.object({ kind: z.literal('too-many') }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_RULE')),

  switch: oc
    .route({ method: 'POST', path: '/desk-rules/{ruleId}/switch' })
    .input(z.object({ ruleId: Id, on: z.boolean() }))
    .output(z.object({ on: z.boolean() }))
    .errors(mayFailWith('UNKNOWN_RULE')),

  remove: oc
    .route({ method: 'DELETE', path: '/desk-rules/{ruleId}' })
    .input(z.object({ ruleId: Id }))
    .output(z.object({ kind: z.literal('removed') }))
    .errors(mayFailWith('UNKNOWN_RULE')),

  /**
   * What a rule would have done with the last DRY_RUN_REQUESTS requests, by what is known today; newest first. Changes
   * nothing.
   */
  dryRun: oc
    .route({ method: 'POST', path: '/desk-rules/dry-run' })
    .input(DeskRuleDraft.omit({ name: true }))
    .output(z.object({ entries: z.array(DryRunEntry) })),
}
