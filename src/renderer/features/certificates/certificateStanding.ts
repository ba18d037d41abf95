export const CERTIFICATE_STANDINGS = ['valid', 'ends-soon', 'ended', 'not-yet-valid', 'revoked'] as const
export type CertificateStanding = (typeof CERTIFICATE_STANDINGS)[number]

/** A station starts to renew one month before the end (A03.FR.02): from then on the end is worth a look. */
export const SOON_MS = 30 * 24 * 60 * 60 * 1000

/** How a certificate stands at `now` (ms). notAfter itself still counts as valid (RFC 5280 §4.1.2.5). */
export function certificateStanding(
  certificate: { readonly notBefore: number; readonly notAfter: number; readonly revoked?: boolean },
  now: number,
): CertificateStanding {
  // Also when it has ended since: it did not end by itself.
  if (certificate.revoked) return 'revoked'
  if (now > certificate.notAfter) return 'ended'
  if (now < certificate.notBefore) return 'not-yet-valid'
  return certificate.notAfter - now <= SOON_MS ? 'ends-soon' : 'valid'
}
