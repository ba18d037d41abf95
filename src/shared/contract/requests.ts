import { oc } from '@orpc/contract'
import { z } from 'zod'
import { mayFailWith } from './errors'
import { feed, Id, PageRequest, page, Time } from './feed'

/** How much a finding matters: `block` can't be approved, `warn` needs a reason, `note` is worth a look, `ok` is fine. */
export const SEVERITIES = ['block', 'warn', 'note', 'ok'] as const
export type Severity = (typeof SEVERITIES)[number]

/** One result of examining a request. The sentence is `findings.<code>` of the words, filled with `params`. */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(SEVERITIES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The rule behind it, such as `A00.FR.502` or `RFC 2986`. */
  requirement: z.string(),
})
export type Finding = z.infer<typeof Finding>

/**
 * Where a request stands.
 * - `pending`: waits for the manager
 * - `approved`: signed; the certificate is on its way (see delivery)
 * - `rejected`: turned down by the manager
 * - `unreadable`: what arrived was not a certificate request; kept to be explained
 */
export const REQUEST_STATUSES = ['pending', 'approved', 'rejected', 'unreadable'] as const

/**
 * What became of the signed certificate.
 * - `waiting`: the station is not connected; it is sent when it comes back
 * - `sent`: sent, no answer yet
 * - `accepted` / `refused`: the station's own answer
 * - `unanswered`: sent, and no answer came; sent again at its next connection
 */
export const DELIVERY_STATES = ['waiting', 'sent', 'accepted', 'refused', 'unanswered'] as const

export const Delivery = z.object({
  state: z.enum(DELIVERY_STATES),
  changedAt: Time,
  /** The station's own words, when it gave any. */
  detail: z.string().nullable(),
})

export type Delivery = z.infer<typeof Delivery>

export const CertificateRequest = z.object({
  id: Id,
  stationId: Id,
  stationIdentity: z.string(),
  receivedAt: Time,
  lastReceivedAt: Time,
  /** How often the station has sent this key. */
  times: z.number().int().positive(),
  status: z.enum(REQUEST_STATUSES),
  /** The worst of its findings. */
  severity: z.enum(SEVERITIES),
  subject: z.string().nullable(),
  delivery: Delivery.nullable(),
})
export type CertificateRequest = z.infer<typeof CertificateRequest>

export const CertificateSummary = z.object({
  subject: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  notBefore: Time,
  notAfter: Time,
  keyDescription: z.string(),
  sha256: z.string(),
})
export type CertificateSummary = z.infer<typeof CertificateSummary>

/** Everything a person needs to decide one request. */
export const RequestCase = z.object({
  request: CertificateRequest,
  station: z.object({
    id: Id,
    identity: z.string(),
    vendor: z.string().nullable(),
    model: z.string().nullable(),
    serialNumber: z.string().nullable(),
    remoteAddress: z.string().nullable(),
    online: z.boolean(),
  }),
  asked: z.object({
    subject: z.string(),
    /** Such as “EC P-256” or “RSA 2048”; null when the request could not be read. */
    key: z.string().nullable(),
    /** SHA-256 of the public key, hex pairs with colons. */
    fingerprint: z.string().nullable(),
    signatureAlgorithm: z.string().nullable(),
    certificateType: z.string().nullable(),
    /** The connection it came over, as it was then. */
    cameOver: z.object({ transport: z.enum(['ws', 'wss']), remoteAddress: z.string(), protocol: z.string() }),
    pem: z.string(),
  }),
  findings: z.array(Finding),
  /** The chain as it would be (pending) or is (approved), leaf first; empty when no leaf could be built. */
  chain: z.array(z.object({ subject: z.string(), notAfter: Time, role: z.enum(['station', 'issuing', 'root']) })),
  decision: z.object({ decidedAt: Time, by: z.string(), reason: z.string() }).nullable(),
  certificate: CertificateSummary.extend({ pem: z.string() }).nullable(),
})
export type RequestCase = z.infer<typeof RequestCase>

const RequestRef = z.object({ requestId: Id })
const Reason = z.string().trim().max(500)

export const requests = {
  /** The queue: what waits for the manager, what could not be read, and what was approved and not accepted yet. */
  watch: oc.route({ method: 'GET', path: '/requests/watch' }).output(feed(CertificateRequest)),

  /** Everything that was ever asked, newest first. */
  find: oc
    .route({ method: 'GET', path: '/requests' })
    .input(PageRequest.extend({ status: z.enum(REQUEST_STATUSES).optional(), stationId: Id.optional() }))
    .output(page(CertificateRequest)),

  get: oc
    .route({ method: 'GET', path: '/requests/{requestId}' })
    .input(RequestRef)
    .output(RequestCase)
    .errors(mayFailWith('UNKNOWN_REQUEST')),

  approve: oc
    .route({ method: 'POST', path: '/requests/{requestId}/approve' })
    .input(RequestRef.extend({ reason: Reason.default('') }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('approved'), delivery: z.enum(DELIVERY_STATES) }),
        /** A finding blocks it; nothing was signed. */
        z.object({ kind: z.literal('blocked'), findings: z.array(Finding) }),
        /** A finding warns, and no reason was given; nothing was signed. */
        z.object({ kind: z.literal('reason-needed'), findings: z.array(Finding) }),
        z.object({ kind: z.literal('already-decided'), status: z.enum(REQUEST_STATUSES) }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_REQUEST')),

  /** Turns a pending request down, or puts an unreadable one aside. Nothing is sent to the station; the reason is kept. */
  reject: oc
    .route({ method: 'POST', path: '/requests/{requestId}/reject' })
    .input(RequestRef.extend({ reason: Reason.min(1) }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('rejected') }),
        z.object({ kind: z.literal('already-decided'), status: z.enum(REQUEST_STATUSES) }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_REQUEST')),

  /** Sends a certificate that the station refused, or did not answer to, once more. */
  resend: oc
    .route({ method: 'POST', path: '/requests/{requestId}/resend' })
    .input(RequestRef)
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('resent'), delivery: z.enum(DELIVERY_STATES) }),
        /** There is no certificate, the station accepted it, or it has expired. */
        z.object({ kind: z.literal('nothing-to-send') }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_REQUEST')),

  /** Takes note of a station's refusal: the request leaves the queue and stays in the history. */
  settle: oc
    .route({ method: 'POST', path: '/requests/{requestId}/settle' })
    .input(RequestRef)
    .output(z.object({ kind: z.enum(['settled', 'nothing-to-settle']) }))
    .errors(mayFailWith('UNKNOWN_REQUEST')),

  /** Puts a rejected request back into the queue. */
  reopen: oc
    .route({ method: 'POST', path: '/requests/{requestId}/reopen' })
    .input(RequestRef)
    .output(z.object({ kind: z.enum(['reopened', 'not-rejected']) }))
    .errors(mayFailWith('UNKNOWN_REQUEST')),
}
