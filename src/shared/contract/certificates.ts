import { oc } from '@orpc/contract'
import { z } from 'zod'
import { VERDICTS } from '../commands/standing'
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

/** What revoking a certificate would do to its station at this moment. */
export const RevocationHits = z.object({
  /** It is connected by this certificate. */
  connected: z.boolean(),
  /** How many other certificates of it count. */
  others: z.number().int().nonnegative(),
  /** Its security profile lets it in by a certificate only. */
  needsCertificate: z.boolean(),
})
export type RevocationHits = z.infer<typeof RevocationHits>

/** A certificate by itself, as it is and with what hangs on it. */
export const CertificateDetail = IssuedCertificate.extend({ pem: z.string(), hits: RevocationHits })
export type CertificateDetail = z.infer<typeof CertificateDetail>

/** What will happen before a certificate ends. Times in milliseconds. */
export const RenewalPlan = z.discriminatedUnion('kind', [
  /** Its station will be asked for a request from then on. */
  z.object({ kind: z.literal('will-ask'), at: Time }),
  /** Its station was asked, and no request has come. `verdict`: its answer to the newest asking. */
  z.object({
    kind: z.literal('asked'),
    at: Time,
    times: z.number().int().positive(),
    verdict: z.enum(VERDICTS).nullable(),
    againAt: Time,
  }),
  /** Its station was asked so often that it is asked no more. */
  z.object({ kind: z.literal('given-up'), times: z.number().int().positive() }),
  /** A request of its station waits for the manager. */
  z.object({ kind: z.literal('request-waits'), requestId: Id }),
  /** A newer one is on its way. */
  z.object({ kind: z.literal('replaced') }),
  /** The list of a root whose private key was taken away: it is to be fetched for a new one, best from then on. */
  z.object({ kind: z.literal('needs-root-key'), from: Time }),
  /** Of the authority itself: nothing happens by itself. */
  z.object({ kind: z.literal('by-hand') }),
  /** Of an authority that another one has replaced: it counts until it is retired. */
  z.object({ kind: z.literal('until-retired') }),
])
export type RenewalPlan = z.infer<typeof RenewalPlan>

/** A certificate that counts, and its end. */
export const CalendarEntry = z.object({
  /** Tells it from the others. */
  key: z.string(),
  role: z.enum(['root', 'root-list', 'issuing', 'station']),
  station: z.object({ id: Id, identity: z.string() }).nullable(),
  /** Of the authority: which of its roots or issuing CAs, counted from 1. */
  generation: z.number().int().positive().nullable(),
  subject: z.string(),
  /** When it began to count; null where only its end is known. */
  notBefore: Time.nullable(),
  notAfter: Time,
  plan: RenewalPlan,
})
export type CalendarEntry = z.infer<typeof CalendarEntry>

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

  get: oc
    .route({ method: 'GET', path: '/certificates/{certificateId}' })
    .input(z.object({ certificateId: Id }))
    .output(CertificateDetail)
    .errors(mayFailWith('UNKNOWN_CERTIFICATE')),

  /** What ends when, and what will happen until then; what ends first comes first. */
  calendar: oc.route({ method: 'GET', path: '/certificates/calendar' }).output(z.array(CalendarEntry)),

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
