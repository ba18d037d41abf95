import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { IdTokenInfoType } from 'typed-ocpp/dist/ocpp20/types.js'
import type { AuthorizationDecision } from '../../cards/authorize'

/** NotAtThisTime is about the hour of the day; a card whose time has not come yet is Invalid. */
const STATUS = {
  accepted: 'Accepted',
  blocked: 'Blocked',
  expired: 'Expired',
  'not-yet-valid': 'Invalid',
  // C12.FR.09, C16.FR.03
  'starts-nothing': 'Invalid',
  'not-at-this-location': 'NotAtThisLocation',
  'not-this-evse': 'NotAllowedTypeEVSE',
  'not-at-this-time': 'NotAtThisTime',
  'no-credit': 'NoCredit',
  'charging-already': 'ConcurrentTx',
  'card-wanted': 'Invalid',
  // C04.FR.01
  'wrong-code': 'Invalid',
  'too-many-guesses': 'Invalid',
  unknown: 'Unknown',
} as const satisfies Record<AuthorizationStatus, IdTokenInfoType['status']>

/** What a station is told of a decision. */
type Told = Pick<AuthorizationDecision, 'status' | 'group' | 'cacheUntil' | 'evseIds' | 'language' | 'message'>

/**
 * The site's decision as 2.x words it: the group is always included when there is one (C01.FR.06, C09.FR.09), of type
 * Central (errata C09.FR.13); it bounds the station's cache (C10.FR.13) and lists the EVSEs where it does not hold for
 * all of them (C01.FR.19, C01.FR.20).
 */
export function toIdTokenInfo(decision: Told): IdTokenInfoType {
  const { status, group, cacheUntil, evseIds, language, message } = decision
  const [firstEvse, ...otherEvses] = evseIds ?? []
  return {
    status: STATUS[status],
    ...(group === '' ? {} : { groupIdToken: { idToken: group, type: 'Central' } }),
    ...(cacheUntil === null ? {} : { cacheExpiryDateTime: new Date(cacheUntil).toISOString() }),
    ...(firstEvse === undefined ? {} : { evseId: [firstEvse, ...otherEvses] }),
    ...(language === '' ? {} : { language1: language }),
    ...(message === '' ? {} : { personalMessage: toPersonalMessage(message, language) }),
  }
}

function toPersonalMessage(content: string, language: string): NonNullable<IdTokenInfoType['personalMessage']> {
  return { format: 'UTF8', content, ...(language === '' ? {} : { language }) }
}
