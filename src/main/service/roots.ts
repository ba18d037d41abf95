import type { Site } from '../site'
import { service } from './implementer'

/** The roots that stations trust. */
export function rootsService({ requireSetUp, roots }: Site) {
  return {
    get: service.roots.get.handler(({ input }) => {
      requireSetUp()
      return roots.of(input.stationId)
    }),
    ask: service.roots.ask.handler(({ input, context }) => roots.ask(context.actor, input.stationId, input.use)),
    install: service.roots.install.handler(({ input, context }) =>
      roots.install(context.actor, input.stationId, input.root),
    ),
    installOther: service.roots.installOther.handler(({ input: { stationId, ...other }, context }) =>
      roots.installOther(context.actor, stationId, other),
    ),
    remove: service.roots.remove.handler(({ input: { stationId, ...anchor }, context }) =>
      roots.remove(context.actor, stationId, anchor),
    ),
    askAll: service.roots.askAll.handler(({ context }) => {
      requireSetUp()
      return roots.askAll(context.actor)
    }),
    installAll: service.roots.installAll.handler(async ({ input, context }) => {
      requireSetUp()
      const outcome = await roots.installAll(context.actor, input.root)
      return outcome ? { kind: 'done' as const, ...outcome } : { kind: 'no-such-root' as const }
    }),
  }
}
