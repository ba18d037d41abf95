import type { AccessRefusal } from '@shared/ocpp/securityProfile'

/** What OpenSSL's path check (RFC 5280 §6) calls these problems; every other one is about the way to our root. */
const REFUSALS: Readonly<Record<string, AccessRefusal>> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet',
  CERT_REVOKED: 'certificate-revoked',
  INVALID_PURPOSE: 'certificate-not-for-this',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
  INVALID_CA: 'certificate-path',
  PATH_LENGTH_EXCEEDED: 'certificate-path',
  CERT_CHAIN_TOO_LONG: 'certificate-path',
}

/** Why a certificate is refused of which the TLS library says this. */
export function chainRefusal(problem: string): AccessRefusal {
  return REFUSALS[problem] ?? 'certificate-untrusted'
}
