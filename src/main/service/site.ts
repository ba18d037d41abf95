import { REVISED_SUBJECTS } from '../revisions'
import type { Site } from '../site'
import { latestFeed, onAny } from './feeds'
import { service } from './implementer'

const STATE_SUBJECTS = ['site', 'station', 'request', 'unknownCard', 'reader'] as const

/** The site as a whole: its state in the strip, and its first run. */
export function siteService(site: Site) {
  return {
    watch: service.site.watch.handler(({ signal }) =>
      latestFeed(site.state, onAny(site.changes, STATE_SUBJECTS), signal),
    ),
    revisions: service.site.revisions.handler(({ signal }) =>
      latestFeed(site.revisions, onAny(site.changes, REVISED_SUBJECTS), signal),
    ),
    clock: service.site.clock.handler(() => ({ timeZone: site.reportDesk.zone.name })),
    setUp: service.site.setUp.handler(async ({ input, context }) => {
      await site.setUp(context.actor, input)
      return { kind: 'done' as const }
    }),
  }
}
