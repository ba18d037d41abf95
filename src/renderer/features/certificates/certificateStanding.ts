import { ENDS_SOON_MS } from '@shared/certificateEnd'

export const CERTIFICATE_STANDINGS = ['valid', 'ends-soon', 'ended', 'not-yet-valid', 'revoked'] as const
export type CertificateStanding = (typeof CERTIFICATE_STANDINGS)[number]

/** How a certificate stands at `now` (ms). notAfter itself still counts as valid (RFC 5280 §4.1.2.5). */
export function certificateStanding(
  certificate: { readonly notBefore: number; readonly notAfter: number; readonly revoked?: boolean },
  now: number,
): CertificateStanding {
  // Also when it has ended since: it did not end by itself.
  if (certificate.revoked) return 'revoked'
  if (now > certificate.notAfter) return 'ended'
  if (now < certificate.notBefore) return 'not-yet-valid'
  return certificate.notAfter - now <= ENDS_SOON_MS ? 'ends-soon' : 'valid'
}
