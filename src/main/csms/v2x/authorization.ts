import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { IdTokenInfoType } from 'typed-ocpp/dist/ocpp20/types.js'
import type { AuthorizationDecision } from '../../cards/authorize'

/** NotAtThisTime is about the hour of the day; a card whose time has not come yet is Invalid. */
const STATUS = {
  accepted: 'Accepted',
  blocked: 'Blocked',
  expired: 'Expired',
  'not-yet-valid': 'Invalid',
  unknown: 'Unknown',
} as const satisfies Record<AuthorizationStatus, IdTokenInfoType['status']>

/**
 * The site's decision as 2.x words it: the group is always included when there is one (C01.FR.06, C09.FR.09), of type
 * Central (errata C09.FR.13); the end of the card bounds the station's cache (C10.FR.13).
 */
export function toIdTokenInfo(decision: AuthorizationDecision): IdTokenInfoType {
  return {
    status: STATUS[decision.status],
    ...(decision.group === '' ? {} : { groupIdToken: { idToken: decision.group, type: 'Central' } }),
    ...(decision.validUntil === null ? {} : { cacheExpiryDateTime: new Date(decision.validUntil).toISOString() }),
  }
}
