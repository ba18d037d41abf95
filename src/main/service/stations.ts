import type { Site } from '../site'
import { keyedFeed } from './feeds'
import { service } from './implementer'

/** Who is connected, and who is let in. */
export function stationsService(site: Site) {
  const { stations, admissions, access, changes } = site
  return {
    watch: service.stations.watch.handler(({ signal }) =>
      keyedFeed(
        {
          snapshot: stations.viewAll,
          entry: stations.view,
          listen: (changed) => changes.on('station', changed),
        },
        signal,
      ),
    ),
    register: service.stations.register.handler(({ input, context }) => {
      site.requireSetUp()
      return stations.register(context.actor, input.identity, input.label, input.serialNumber)
    }),
    admit: service.stations.admit.handler(async ({ input, context }) => ({
      kind: (await admissions.admit(context.actor, input.stationId)) ? 'admitted' : 'already-admitted',
      profile: access.of(input.stationId).profile,
    })),
    refuse: service.stations.refuse.handler(async ({ input, context }) => ({
      kind: (await admissions.refuse(context.actor, input.stationId)) ? 'refused' : 'already-refused',
    })),
    update: service.stations.update.handler(async ({ input, context }) => {
      const { stationId, ...texts } = input
      await stations.update(context.actor, stationId, texts)
      return { kind: 'saved' as const }
    }),
  }
}
