import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { mayFailWith } from './errors'
import { feed, Id, latest, PageRequest, page, Time } from './feed'

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

/** Who asks to have a key certified: a station over OCPP, or a device over its own interface. */
export const OWNER_KINDS = ['station', 'device'] as const

/** `name` is the station's identity, or the device's client id. */
export const RequestOwner = z.object({ kind: z.enum(OWNER_KINDS), id: Id, name: z.string() })
export type RequestOwner = z.infer<typeof RequestOwner>

export const CertificateRequest = z.object({
  id: Id,
  owner: RequestOwner,
  receivedAt: Time,
  lastReceivedAt: Time,
  /** How often its owner has sent this key. */
  times: z.number().int().positive(),
  status: z.enum(REQUEST_STATUSES),
  /** The worst of its findings. */
  severity: z.enum(SEVERITIES),
  subject: z.string().nullable(),
  delivery: Delivery.nullable(),
  /** One person has approved it and a second one has not; null in every other case. */
  firstApproval: z.object({ at: Time, by: z.string(), reason: z.string() }).nullable(),
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

/** One of the two sides when a certificate takes over from another. */
export const CertificateSide = z.object({
  subject: z.string(),
  issuer: z.string(),
  /** Such as “EC P-256”. */
  key: z.string(),
  /** SHA-256 of the public key, hex pairs with colons. */
  keyFingerprint: z.string(),
  /** Null as long as it is not signed: it is drawn then. */
  serialNumber: z.string().nullable(),
  notBefore: Time,
  notAfter: Time,
})
export type CertificateSide = z.infer<typeof CertificateSide>

/** What is known of who asks. */
export const CaseOwner = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('station'),
    id: Id,
    name: z.string(),
    vendor: z.string().nullable(),
    model: z.string().nullable(),
    serialNumber: z.string().nullable(),
    remoteAddress: z.string().nullable(),
    online: z.boolean(),
  }),
  z.object({
    kind: z.literal('device'),
    id: Id,
    name: z.string(),
    model: z.string().nullable(),
    remoteAddress: z.string().nullable(),
    online: z.boolean(),
  }),
])
export type CaseOwner = z.infer<typeof CaseOwner>

/** Everything a person needs to decide one request. */
export const RequestCase = z.object({
  request: CertificateRequest,
  owner: CaseOwner,
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
  /** The owner's last certificate beside the one that it would get (or got); null when there was none before. */
  comparison: z.object({ before: CertificateSide, after: CertificateSide }).nullable(),
  /** The chain as it would be (pending) or is (approved), leaf first; empty when no leaf could be built. */
  chain: z.array(z.object({ subject: z.string(), notAfter: Time, role: z.enum([...OWNER_KINDS, 'issuing', 'root']) })),
  decision: z
    .object({
      decidedAt: Time,
      by: z.string(),
      reason: z.string(),
      /** Where the words of a reason stand that the program itself gave; null for one that somebody wrote. */
      reasonCode: z.string().nullable(),
    })
    .nullable(),
  certificate: CertificateSummary.extend({ pem: z.string() }).nullable(),
})
export type RequestCase = z.infer<typeof RequestCase>

const RequestRef = z.object({ requestId: Id })
const Reason = z.string().trim().max(500)

/** Proof of the second person, where two have to approve (see `approvers`). */
export const SecondPerson = z.object({ name: z.string().min(1).max(100), passphrase: z.string().min(1).max(200) })
export type SecondPerson = z.infer<typeof SecondPerson>

/** What became of an approval. */
export const ApproveOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approved'), delivery: z.enum(DELIVERY_STATES) }),
  /** A finding blocks it; nothing was signed. */
  z.object({ kind: z.literal('blocked'), findings: z.array(Finding) }),
  /** A finding warns, and no reason was given; nothing was signed. */
  z.object({ kind: z.literal('reason-needed'), findings: z.array(Finding) }),
  /** Two people have to approve; this was the first, and it is kept. Nothing was signed. */
  z.object({ kind: z.literal('second-needed') }),
  z.object({ kind: z.literal('already-decided'), status: z.enum(REQUEST_STATUSES) }),
])
export type ApproveOutcome = z.infer<typeof ApproveOutcome>

/** The second person did not prove who they are; nothing was changed. `waitMs`: so long nobody is listened to. */
export const SecondRefused = z.object({ kind: z.literal('second-refused'), waitMs: z.number().int() })

/** The parts of the queue, in their order. */
export const QUEUE_SECTIONS = ['pending', 'unreadable', 'refused', 'on-the-way'] as const
export type QueueSection = (typeof QUEUE_SECTIONS)[number]

/** What the desk holds, in numbers. */
export const DeskSummary = z.object({
  sections: z.record(z.enum(QUEUE_SECTIONS), z.number().int()),
  /** How many of the pending have nothing but good findings. */
  green: z.number().int(),
  /** The newest of those; null when there are none. */
  newestGreen: Id.nullable(),
  /** How many of the pending one person has approved already. */
  halfApproved: z.number().int(),
})
export type DeskSummary = z.infer<typeof DeskSummary>

/** What became of one of many. `failed`: something went wrong with this one, and it still waits; the log says more. */
const BulkOutcome = z.discriminatedUnion('kind', [...ApproveOutcome.options, z.object({ kind: z.literal('failed') })])

/** How far the approval of many is. The last event of a run that was not broken off has `done` equal to `total`. */
export const BulkProgress = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    total: z.number().int(),
    done: z.number().int(),
    /** What was done since the event before. */
    results: z.array(z.object({ requestId: Id, owner: RequestOwner, outcome: BulkOutcome })),
  }),
  SecondRefused,
])
export type BulkProgress = z.infer<typeof BulkProgress>

/** Entries of the feed of the queue: what waits longest. */
export const QUEUE_HEAD = 100

export const requests = {
  /** The head of the queue, for those who only want to know what waits: at most QUEUE_HEAD requests. */
  watch: oc.route({ method: 'GET', path: '/requests/watch' }).output(feed(CertificateRequest)),

  /** The desk in numbers, live. */
  summary: oc.route({ method: 'GET', path: '/requests/summary' }).output(latest(DeskSummary)),

  /**
   * The queue: what waits for the manager, what could not be read, what stations refused, what is on its way to them;
   * within each part what came first stands first.
   */
  queue: oc
    .route({ method: 'GET', path: '/requests/queue' })
    .input(
      z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(200).default(50) }),
    )
    .output(z.object({ entries: z.array(CertificateRequest), total: z.number().int() })),

  /** Where a request stands in the queue, and beside which others; `index` is null when it is not in it. */
  place: oc
    .route({ method: 'GET', path: '/requests/{requestId}/place' })
    .input(RequestRef)
    .output(z.object({ index: z.number().int().nullable(), previous: Id.nullable(), next: Id.nullable() })),

  /** Everything that was ever asked, newest first. */
  find: oc
    .route({ method: 'GET', path: '/requests' })
    .input(
      PageRequest.extend({
        status: z.enum(REQUEST_STATUSES).optional(),
        stationId: Id.optional(),
        deviceId: Id.optional(),
      }),
    )
    .output(page(CertificateRequest)),

  get: oc
    .route({ method: 'GET', path: '/requests/{requestId}' })
    .input(RequestRef)
    .output(RequestCase)
    .errors(mayFailWith('UNKNOWN_REQUEST')),

  approve: oc
    .route({ method: 'POST', path: '/requests/{requestId}/approve' })
    .input(RequestRef.extend({ reason: Reason.default(''), second: SecondPerson.optional() }))
    .output(z.discriminatedUnion('kind', [...ApproveOutcome.options, SecondRefused]))
    .errors(mayFailWith('UNKNOWN_REQUEST')),

  /**
   * Approves all pending requests up to a number that have nothing but good findings at the moment they are signed, some
   * at a time. Whoever stops reading stops the rest; what is signed by then stays signed.
   */
  approveGreen: oc
    .route({ method: 'POST', path: '/requests/approve-green' })
    .input(z.object({ upTo: Id, second: SecondPerson.optional() }))
    .output(eventIterator(BulkProgress)),

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
