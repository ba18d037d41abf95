import type { DeskRule, DeskRuleConditions, DeskRuleDraft } from '@shared/contract/deskRules'

/** What a new rule begins with: as narrow as it can be. */
export const NEW_RULE: DeskRuleDraft = {
  name: '',
  conditions: { asker: 'station', renewal: true, sameKeyKind: true, newKey: true, sameSubject: true, profile: 3 },
  perDay: 5,
}

/** The conditions that are chosen by a tick, in the order they are read. */
export const TICKED = [
  'renewal',
  'sameSubject',
  'sameKeyKind',
  'newKey',
] as const satisfies readonly (keyof DeskRuleConditions)[]

export const draftOf = ({ name, conditions, perDay }: DeskRule): DeskRuleDraft => ({ name, conditions, perDay })
