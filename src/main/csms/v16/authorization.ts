import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { AuthorizationDecision } from '../../cards/authorize'

/** 1.6 knows fewer answers: Invalid stands for everything that is not known or not yet valid (1.6 §7.2). */
const STATUS = {
  accepted: 'Accepted',
  blocked: 'Blocked',
  expired: 'Expired',
  'not-yet-valid': 'Invalid',
  unknown: 'Invalid',
} as const satisfies Record<AuthorizationStatus, string>

/** The site's decision as 1.6 words it. `expiryDate` keeps a station's cache from outliving the card. */
export function toIdTagInfo(decision: AuthorizationDecision) {
  return {
    status: STATUS[decision.status],
    ...(decision.group === '' ? {} : { parentIdTag: decision.group }),
    ...(decision.validUntil === null ? {} : { expiryDate: new Date(decision.validUntil).toISOString() }),
  }
}
