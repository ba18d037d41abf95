import type {
  SecurityEventNotificationRequest,
  SecurityEventNotificationResponse,
} from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { keepSecurityEvent } from '../../messages/securityEvent'

/** A security event (A04). */
export default inbound<SecurityEventNotificationRequest, SecurityEventNotificationResponse>(
  'SecurityEventNotification',
  keepSecurityEvent,
  { note: 'Kept and shown among the security events.' },
)
