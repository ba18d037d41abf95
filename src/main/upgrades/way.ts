import type { SecurityProfile } from '@shared/ocpp/securityProfile'
import type { Protocol } from '@shared/ocpp/station'
import type { HigherProfile, UpgradeStepName } from '@shared/ocpp/upgrade'

/** A step, and the profile that it leads to. */
export interface PlannedStep {
  readonly step: UpgradeStepName
  readonly profile: HigherProfile
}

/**
 * All steps from one profile to a higher one. Profile 1 is skipped on the way to a higher one: it would be one more
 * restart, to send the password in the clear. Profile 2 is not: a certificate is asked for over a connection that has
 * proved itself, or anybody on the network could ask for it.
 */
export function wayFrom(from: SecurityProfile, to: HigherProfile, protocol: Protocol): readonly PlannedStep[] {
  if (to <= from) return []
  const first: HigherProfile = to === 3 && from < 2 ? 2 : to
  const leg = legOf(from, first, protocol)
  return first === to ? leg : [...leg, ...legOf(first, to, protocol).filter(({ step }) => step !== 'root')]
}

function legOf(from: SecurityProfile, to: HigherProfile, protocol: Protocol): PlannedStep[] {
  const intoTls = from < 2 && to >= 2
  const names: (UpgradeStepName | false)[] = [
    intoTls && 'tls-port',
    to >= 2 && 'root',
    to < 3 && from === 0 && 'password',
    to === 3 && 'organisation',
    to === 3 && 'certificate',
    ...(protocol === 'ocpp1.6'
      ? [intoTls && ('address' as const), 'security-profile' as const]
      : ['network-profile' as const, 'priority' as const, 'restart' as const]),
    'return',
  ]
  return names.filter((step) => step !== false).map((step) => ({ step, profile: to }))
}

/**
 * Whether the station may come under its new profile from this step on: what it was told survives a power cut, so both
 * profiles have to count before it is told.
 */
export function opensDoor(step: UpgradeStepName): boolean {
  return OPEN.has(step)
}
const OPEN: ReadonlySet<UpgradeStepName> = new Set([
  'address',
  'network-profile',
  'priority',
  'restart',
  'security-profile',
  'return',
])

/** Phase of a step whose command could not be given; it stays so until a person has it tried again. */
export const IMPOSSIBLE = 'impossible'

/** Steps that a person can have seen to; what only the station can show is never taken on somebody’s word. */
export function canBeByHand(step: UpgradeStepName): boolean {
  return step !== 'certificate' && step !== 'return' && step !== 'undo'
}
