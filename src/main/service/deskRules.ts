import type { Site } from '../site'
import { service } from './implementer'

/** The rules by which requests are approved without a person, and who confirms approvals as the second one. */
export function deskRulesService({ desk: { rules }, secondPeople }: Site) {
  return {
    list: service.deskRules.list.handler(() => ({ rules: rules.list(), suspended: secondPeople.areNeeded() })),
    save: service.deskRules.save.handler(({ input: { ruleId = null, ...draft }, context }) =>
      rules.save(context.actor, draft, ruleId),
    ),
    switch: service.deskRules.switch.handler(async ({ input, context }) => {
      await rules.switch(context.actor, input.ruleId, input.on)
      return { on: input.on }
    }),
    remove: service.deskRules.remove.handler(async ({ input, context }) => {
      await rules.remove(context.actor, input.ruleId)
      return { kind: 'removed' as const }
    }),
    dryRun: service.deskRules.dryRun.handler(({ input }) => ({ entries: rules.dryRun(input) })),
  }
}

/** The people one of whom confirms every approval. */
export function approversService({ secondPeople }: Site) {
  return {
    list: service.approvers.list.handler(() => ({ needed: secondPeople.areNeeded(), people: secondPeople.list() })),
    setWanted: service.approvers.setWanted.handler(({ input, context }) =>
      secondPeople.setWanted(context.actor, input.wanted, input.confirm),
    ),
    add: service.approvers.add.handler(({ input, context }) => secondPeople.add(context.actor, input)),
    remove: service.approvers.remove.handler(({ input, context }) =>
      secondPeople.remove(context.actor, input.approverId, input.confirm),
    ),
  }
}
