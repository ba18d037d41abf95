import { events } from '@renderer/i18n/en/events'

export type SecurityEventName = keyof typeof events.security.type

/** Spellings of OCPP 1.6 and of the 2.0.1 appendix for events that 2.0.1's list spells otherwise. */
const OTHER_SPELLINGS: ReadonlyMap<string, SecurityEventName> = new Map([
  ['FailedToAuthenticationAtCsms', 'FailedToAuthenticateAtCsms'],
  ['FailedToAuthenticationAtCentralSystem', 'FailedToAuthenticateAtCsms'],
  ['CsmsFailedToAuthentication', 'CsmsFailedToAuthenticate'],
  ['CentralSystemFailedToAuthentication', 'CsmsFailedToAuthenticate'],
  ['InvalidCentralSystemCertificate', 'InvalidCsmsCertificate'],
  ['InvalidChargePointCertificate', 'InvalidChargingStationCertificate'],
])

/** The standard's name of a security event as a station spelt it, in any version; null when it is none (A04). */
export function securityEventName(spelt: string): SecurityEventName | null {
  if (Object.hasOwn(events.security.type, spelt)) return spelt as SecurityEventName
  return OTHER_SPELLINGS.get(spelt) ?? null
}
