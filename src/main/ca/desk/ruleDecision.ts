import type { DeskRuleConditions, RuleReason } from '@shared/contract/deskRules'
import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from '../checks/facts'
import { worstSeverity } from '../examine'
import { describeKey } from '../publicKey'

/** A stretch of time in which a rule approves no more than it may, in milliseconds. */
export const RULE_DAY_MS = 24 * 3_600_000

/** What a rule decides by. */
export interface RuleFacts {
  readonly facts: ExaminationFacts
  readonly findings: readonly Finding[]
}

/** The security profile of the connection that a request came over, as far as it proves something. */
export function profileOf({ transport, authenticated, byCertificate }: ExaminationFacts['connection']): 0 | 1 | 2 | 3 {
  if (!authenticated) return 0
  if (transport === 'ws') return 1
  return byCertificate ? 3 : 2
}

/** The name asked for, compared by what counts of it. */
const sameNames = ({ request, previous }: ExaminationFacts) => previous !== null && request.subject === previous.subject

/**
 * Why a rule leaves a request to the manager, all reasons of it; none: it approves. What it approves has nothing but good
 * findings, whatever else the rule allows. `usedToday`: how often it approved in the last RULE_DAY_MS.
 */
export function reasonsAgainst(
  { conditions, perDay }: { readonly conditions: DeskRuleConditions; readonly perDay: number },
  { facts, findings }: RuleFacts,
  usedToday: number,
): RuleReason[] {
  const { previous, request } = facts
  const against: [RuleReason, boolean][] = [
    ['findings', worstSeverity(findings) !== 'ok'],
    ['asker', facts.owner.kind !== conditions.asker],
    ['no-renewal', conditions.renewal && previous?.live !== true],
    ['other-key-kind', conditions.sameKeyKind && previous?.keyDescription !== describeKey(request.key)],
    ['same-key', conditions.newKey && previous?.spkiSha256 === request.spkiSha256],
    ['other-subject', conditions.sameSubject && !sameNames(facts)],
    ['profile', profileOf(facts.connection) < conditions.profile],
    ['day-full', usedToday >= perDay],
  ]
  return against.filter(([, holds]) => holds).map(([reason]) => reason)
}

/** The first rule that approves a request; undefined when none does. */
export function ruleFor<
  Rule extends { readonly conditions: DeskRuleConditions; readonly perDay: number; readonly usedToday: number },
>(rules: readonly Rule[], facts: RuleFacts): Rule | undefined {
  return rules.find((rule) => reasonsAgainst(rule, facts, rule.usedToday).length === 0)
}
