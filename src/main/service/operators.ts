import type { Site } from '../site'
import { service } from './implementer'

/** Who may use the console. */
export function operatorsService({ operators, secondPeople }: Site) {
  return {
    list: service.operators.list.handler(() => ({
      operators: operators.list(),
      idleMinutes: operators.idleMinutes(),
    })),
    add: service.operators.add.handler(async ({ input: { confirm, ...wanted }, context: { actor, seat } }) => {
      const isFirst = !operators.exist()
      const confirmed = await secondPeople.confirmChange(actor, confirm)
      if (confirmed.kind !== 'may') return confirmed
      // Whoever makes the first one must not lock themselves out by it.
      const sitDown = (operatorId: number, kept: string) => seat?.take(operatorId, kept)
      return operators.add(confirmed.by, wanted, isFirst ? sitDown : undefined)
    }),
    change: service.operators.change.handler(async ({ input: { operatorId, confirm, ...to }, context: { actor } }) => {
      const confirmed = await secondPeople.confirmChange(actor, confirm)
      return confirmed.kind === 'may' ? operators.change(confirmed.by, operatorId, to) : confirmed
    }),
    setSecret: service.operators.setSecret.handler(
      async ({ input: { operatorId, secret, confirm }, context: { actor, seat } }) => {
        const confirmed = await secondPeople.confirmChange(actor, confirm)
        if (confirmed.kind !== 'may') return confirmed
        // Whoever sets their own here does not lock themselves out by it.
        await operators.setSecret(confirmed.by, operatorId, secret, (kept) => seat?.stay(operatorId, kept))
        return { kind: 'saved' as const }
      },
    ),
    remove: service.operators.remove.handler(async ({ input: { operatorId, confirm }, context: { actor } }) => {
      const confirmed = await secondPeople.confirmChange(actor, confirm)
      return confirmed.kind === 'may' ? operators.remove(confirmed.by, operatorId) : confirmed
    }),
    setIdle: service.operators.setIdle.handler(async ({ input, context }) => {
      await operators.setIdle(context.actor, input.minutes)
      return { kind: 'saved' as const }
    }),
  }
}
