import type { events } from '@renderer/i18n/en/events'

export type SecurityEventName = keyof typeof events.security.type

/** The names of the standard (OCPP 2.0.1 appendix 1), by themselves: words for them are only loaded for one language. */
const STANDARD: Readonly<Record<SecurityEventName, true>> = {
  FirmwareUpdated: true,
  FailedToAuthenticateAtCsms: true,
  CsmsFailedToAuthenticate: true,
  SettingSystemTime: true,
  StartupOfTheDevice: true,
  ResetOrReboot: true,
  SecurityLogWasCleared: true,
  ReconfigurationOfSecurityParameters: true,
  MemoryExhaustion: true,
  InvalidMessages: true,
  AttemptedReplayAttacks: true,
  TamperDetectionActivated: true,
  InvalidFirmwareSignature: true,
  InvalidFirmwareSigningCertificate: true,
  InvalidCsmsCertificate: true,
  InvalidChargingStationCertificate: true,
  InvalidTLSVersion: true,
  InvalidTLSCipherSuite: true,
  MaintenanceLoginAccepted: true,
  MaintenanceLoginFailed: true,
  DiscardedRenewedClientCertificate: true,
}

const isStandard = (spelt: string): spelt is SecurityEventName => Object.hasOwn(STANDARD, spelt)

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
  if (isStandard(spelt)) return spelt
  return OTHER_SPELLINGS.get(spelt) ?? null
}
