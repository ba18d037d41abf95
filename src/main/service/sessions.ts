import type { Site } from '../site'
import { keyedFeed } from './feeds'
import { service } from './implementer'

/** What runs now, and the ledger of what ran. */
export function sessionsService({ sessions, changes }: Site) {
  return {
    watchRunning: service.sessions.watchRunning.handler(({ signal }) =>
      keyedFeed(
        {
          snapshot: sessions.running,
          entry: (id) => {
            const session = sessions.view(id)
            return session?.state === 'running' ? session : undefined
          },
          listen: (changed) => changes.on('session', changed),
        },
        signal,
      ),
    ),
    find: service.sessions.find.handler(({ input }) =>
      sessions.find({
        stationId: input.stationId ?? null,
        state: input.state ?? null,
        search: input.search,
        before: input.before ?? null,
        limit: input.limit,
      }),
    ),
    get: service.sessions.get.handler(({ input }) => sessions.get(input.sessionId)),
  }
}
