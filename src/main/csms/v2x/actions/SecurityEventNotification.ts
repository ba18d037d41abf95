import type {
  SecurityEventNotificationRequest,
  SecurityEventNotificationResponse,
} from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { readTime } from '../../timestamp'

/** A security event (A04). Always confirmed (A04.FR.03); any type is kept, for vendors have their own. */
export default inbound<SecurityEventNotificationRequest, SecurityEventNotificationResponse>(
  'SecurityEventNotification',
  async ({ station, domain, receivedAt }, request) => {
    await domain.securityEvents.report({
      stationId: station.id,
      type: request.type,
      detail: request.techInfo || null,
      occurredAt: readTime(request.timestamp),
      receivedAt,
    })
    return {}
  },
)
