import type {
  SecurityEventNotificationRequest,
  SecurityEventNotificationResponse,
} from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'
import { readTime } from '../../timestamp'

/** A security event (1.6 security extension A04). Any type is kept: vendors have their own. */
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
