import type { Site } from '../site'
import { keyedFeed } from './feeds'
import { service } from './implementer'

/** Stations on their way to higher security profiles. */
export function upgradesService({ upgrades, changes }: Site) {
  return {
    start: service.upgrades.start.handler(({ input, context }) =>
      upgrades.start(context.actor, input.stationIds, input.to, input.network),
    ),
    get: service.upgrades.get.handler(({ input }) => upgrades.of(input.stationId)),
    all: service.upgrades.all.handler(() => upgrades.all()),
    watchOpen: service.upgrades.watchOpen.handler(({ signal }) =>
      keyedFeed(
        {
          snapshot: upgrades.open,
          entry(stationId) {
            const upgrade = upgrades.of(stationId)
            return upgrade && upgrade.endedAt === null ? upgrade : undefined
          },
          listen: (changed) => changes.on('upgrade', changed),
        },
        signal,
      ),
    ),
    retry: service.upgrades.retry.handler(({ input, context }) => upgrades.retry(context.actor, input.stationId)),
    doneByHand: service.upgrades.doneByHand.handler(({ input, context }) =>
      upgrades.doneByHand(context.actor, input.stationId),
    ),
    rollBack: service.upgrades.rollBack.handler(({ input, context }) =>
      upgrades.rollBack(context.actor, input.stationId),
    ),
  }
}
