import type { Site } from '../site'
import { latestFeed, onAny } from './feeds'
import { service } from './implementer'

/** How chargers reach this computer. */
export function portsService({ portChoices, changes, requireSetUp }: Site) {
  return {
    watch: service.ports.watch.handler(({ signal }) =>
      latestFeed(portChoices.state, onAny(changes, ['site', 'station']), signal),
    ),
    setNames: service.ports.setNames.handler(({ input, context }) => {
      requireSetUp()
      return portChoices.setNames(context.actor, input.extra)
    }),
    setPlain: service.ports.setPlain.handler(({ input, context }) => {
      requireSetUp()
      return portChoices.setPlain(context.actor, input)
    }),
    setOldChargers: service.ports.setOldChargers.handler(async ({ input, context }) => {
      requireSetUp()
      await portChoices.setOldChargers(context.actor, input.allowed)
      return { kind: 'saved' as const }
    }),
    setShownKey: service.ports.setShownKey.handler(async ({ input, context }) => {
      requireSetUp()
      await portChoices.setShownKey(context.actor, input.key)
      return { kind: 'saved' as const }
    }),
  }
}
