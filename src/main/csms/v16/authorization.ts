import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { AuthorizationDecision } from '../../cards/authorize'

/** 1.6 knows fewer answers: Invalid stands for everything that has none of its own (1.6 §7.2). */
const STATUS = {
  accepted: 'Accepted',
  blocked: 'Blocked',
  expired: 'Expired',
  'not-yet-valid': 'Invalid',
  'starts-nothing': 'Invalid',
  'not-at-this-location': 'Invalid',
  'not-this-evse': 'Invalid',
  'not-at-this-time': 'Invalid',
  'no-credit': 'Invalid',
  // Of StartTransaction alone, as the rule behind it is (1.6 §7.2).
  'charging-already': 'ConcurrentTx',
  'card-wanted': 'Invalid',
  'wrong-code': 'Invalid',
  'too-many-guesses': 'Invalid',
  unknown: 'Invalid',
} as const satisfies Record<AuthorizationStatus, string>

/** The site's decision as 1.6 words it. `expiryDate` bounds the station's cache: the card ends, or
 * it will be another answer. */
export function toIdTagInfo(decision: Pick<AuthorizationDecision, 'status' | 'group' | 'cacheUntil'>) {
  return {
    status: STATUS[decision.status],
    ...(decision.group === '' ? {} : { parentIdTag: decision.group }),
    ...(decision.cacheUntil === null ? {} : { expiryDate: new Date(decision.cacheUntil).toISOString() }),
  }
}
