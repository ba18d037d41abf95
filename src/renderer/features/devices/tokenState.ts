import type { DeviceToken } from '@shared/contract/devices'

/** How a token may stand. */
export const TOKEN_STATES = ['good', 'spent', 'ended'] as const

/** Whether a token still lets devices in: `ended` by its time or the manager, `spent` when as many came as it allows. */
export function tokenState(token: DeviceToken, now: number): (typeof TOKEN_STATES)[number] {
  if (token.endedAt !== null || (token.endsAt !== null && token.endsAt <= now)) return 'ended'
  return token.usesMax !== null && token.uses >= token.usesMax ? 'spent' : 'good'
}
