import { createPresentedAt } from '../cards/presentedAt'
import type { Site } from '../site'
import { findAudit, findSecurityEvents, toAuditEntry, toSecurityEvent } from '../store/queries/events'
import { toPage } from '../store/queries/page'
import { findAuthorizations, toAuthorizationRecord } from '../store/queries/presented'
import { service } from './implementer'

/** What happened: security events of the stations, presented cards, and everything that was changed by hand. */
export function eventsService({ store }: Site) {
  const filter = (input: { stationId?: number; before?: number | null; limit: number }) => ({
    stationId: input.stationId ?? null,
    before: input.before ?? null,
    limit: input.limit,
  })
  const presentedAt = createPresentedAt(store.read)
  return {
    security: service.events.security.handler(({ input }) => {
      const { rows, total } = findSecurityEvents(store.read, filter(input))
      return toPage(rows, input.limit, total, toSecurityEvent)
    }),
    audit: service.events.audit.handler(({ input }) => {
      const { rows, total } = findAudit(store.read, filter(input))
      return toPage(rows, input.limit, total, toAuditEntry)
    }),
    authorizations: service.events.authorizations.handler(async ({ input, signal }) => {
      const { stationId, ...page } = filter(input)
      const { rows, total } =
        stationId === null
          ? findAuthorizations(store.read, page)
          : await presentedAt.find({ stationId, ...page }, signal)
      return toPage(rows, input.limit, total, toAuthorizationRecord)
    }),
  }
}
