import type { Subject } from '../changes'
import { REVISED_SUBJECTS } from '../revisions'
import type { Site } from '../site'
import { latestFeed } from './feeds'
import { service } from './implementer'

const STATE_SUBJECTS = ['site', 'station', 'request', 'unknownCard'] as const

/** The site as a whole: its state in the strip, and its first run. */
export function siteService(site: Site) {
  const anyOf = (subjects: readonly Subject[]) => (changed: (key: unknown) => void) => {
    const stops = subjects.map((subject) => site.changes.on(subject, changed))
    return () => {
      for (const stop of stops) stop()
    }
  }
  return {
    watch: service.site.watch.handler(({ signal }) => latestFeed(site.state, anyOf(STATE_SUBJECTS), signal)),
    revisions: service.site.revisions.handler(({ signal }) =>
      latestFeed(site.revisions, anyOf(REVISED_SUBJECTS), signal),
    ),
    setUp: service.site.setUp.handler(async ({ input, context }) => {
      await site.setUp(context.actor, input)
      return { kind: 'done' as const }
    }),
  }
}
