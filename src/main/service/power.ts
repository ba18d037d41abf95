import type { Site } from '../site'
import { latestFeed, onAny } from './feeds'
import { service } from './implementer'

/** The power of the whole site: what meters told, and what the chargers deliver. */
export function powerService({ meters, changes }: Site) {
  return {
    watch: service.power.watch.handler(({ signal }) =>
      latestFeed(meters.now, onAny(changes, ['power', 'session'] as const), signal),
    ),
    history: service.power.history.handler(({ input }) => meters.history(input.hours)),
  }
}
