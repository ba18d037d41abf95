/**
 * How a station proves who it is, by the numbers of OCPP (A00): 0 not at all (not a profile of the specification), 1 a
 * password over a plain connection, 2 a password inside TLS, 3 a certificate of its own.
 */
export const SECURITY_PROFILES = [0, 1, 2, 3] as const
export type SecurityProfile = (typeof SECURITY_PROFILES)[number]

/** Why a caller was not let in by its station's profile. */
export const ACCESS_REFUSALS = [
  'needs-tls',
  'needs-plain',
  'no-password',
  'wrong-user',
  'wrong-password',
  'busy',
  'no-certificate',
  'certificate-untrusted',
  'certificate-self-signed',
  'certificate-path',
  'certificate-of-authority',
  'certificate-not-for-this',
  'certificate-expired',
  'certificate-not-yet',
  'certificate-unknown',
  'certificate-revoked',
  /** It is that of a meter, a gateway or another device (MQTT). */
  'certificate-of-device',
  'certificate-other-station',
  'certificate-other-serial',
  'certificate-other-owner',
  'no-serial-number',
] as const
export type AccessRefusal = (typeof ACCESS_REFUSALS)[number]

/** Shortest and longest password of a station, in characters (A00.FR.205; 2.x BasicAuthPassword.maxLimit up to 64). */
export const PASSWORD_MIN_LENGTH = 16
export const PASSWORD_MAX_LENGTH = 64
