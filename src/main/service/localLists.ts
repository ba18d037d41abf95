import type { Site } from '../site'
import { service } from './implementer'

/** What the chargers do while this program is away. */
export function localListsService({ localLists }: Site) {
  return {
    all: service.localLists.all.handler(() => ({ stations: localLists.all() })),
    entries: service.localLists.entries.handler(({ input }) => localLists.entries(input.stationId)),
    setKept: service.localLists.setKept.handler(async ({ input }) => {
      await localLists.setKept(input.stationId, input.kept)
      return { kind: 'saved' }
    }),
    sendAgain: service.localLists.sendAgain.handler(async ({ input }) => ({
      kind: (await localLists.sendAgain(input.stationId)) ? 'begun' : 'offline',
    })),
  }
}
