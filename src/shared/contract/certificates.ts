import { oc } from '@orpc/contract'
import { z } from 'zod'
import { mayFailWith } from './errors'
import { Id, PageRequest, page, Time } from './feed'
import { CertificateSummary, Delivery } from './requests'

const AuthorityCertificate = CertificateSummary.extend({ pem: z.string() })

/**
 * Why a certificate is revoked, spelt as in RFC 5280 §5.3.1. The reasons that are not here are about authorities, or
 * could be taken back.
 */
export const REVOCATION_REASONS = [
  'keyCompromise',
  'superseded',
  'cessationOfOperation',
  'affiliationChanged',
  'privilegeWithdrawn',
  'unspecified',
] as const
export type RevocationReason = (typeof REVOCATION_REASONS)[number]

export const Revocation = z.object({
  at: Time,
  reason: z.enum(REVOCATION_REASONS),
  /** A person, or the station whose newer certificate took its place. */
  by: z.string(),
})

export const IssuedCertificate = CertificateSummary.extend({
  id: Id,
  stationId: Id,
  stationIdentity: z.string(),
  issuedAt: Time,
  delivery: Delivery,
  /** When the station first proved itself with it; null when it has not yet. */
  seenAt: Time.nullable(),
  revocation: Revocation.nullable(),
})
export type IssuedCertificate = z.infer<typeof IssuedCertificate>

export const certificates = {
  /** The site's own authority: the root that chargers install, and the issuing CA that signs. */
  authority: oc
    .route({ method: 'GET', path: '/certificates/authority' })
    .output(z.object({ root: AuthorityCertificate, issuing: AuthorityCertificate }))
    .errors(mayFailWith('NOT_SET_UP')),

  find: oc
    .route({ method: 'GET', path: '/certificates' })
    .input(PageRequest.extend({ stationId: Id.optional() }))
    .output(page(IssuedCertificate)),

  /** Revokes a certificate for good; a connection that was proved with it is ended. */
  revoke: oc
    .route({ method: 'POST', path: '/certificates/{certificateId}/revoke' })
    .input(z.object({ certificateId: Id, reason: z.enum(REVOCATION_REASONS) }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('revoked'),
          /** Whether the station was connected by this certificate. */
          disconnected: z.boolean(),
        }),
        z.object({ kind: z.literal('already-revoked') }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_CERTIFICATE')),
}
