import type { Incoming } from '../action'
import { readTime } from '../timestamp'

/** A SecurityEventNotification as every version words it. */
interface SecurityEventMessage {
  readonly type: string
  readonly timestamp: string
  readonly techInfo?: string
}

/** Keeps a security event of any type, vendors have their own, and confirms it once it is on disk (A04.FR.02, FR.03). */
export async function keepSecurityEvent({ station, domain, receivedAt }: Incoming, message: SecurityEventMessage) {
  await domain.securityEvents.report({
    stationId: station.id,
    type: message.type,
    detail: message.techInfo || null,
    occurredAt: readTime(message.timestamp),
    receivedAt,
  })
  return {}
}
