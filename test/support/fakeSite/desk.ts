import type { CertificateRequest, Finding, RequestCase } from '@shared/contract/requests'
import { PEM } from './ledgers'
import { LiveList } from './live'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const GOOD: Finding[] = [
  { code: 'possession-proven', severity: 'ok', params: {}, requirement: 'RFC 2986' },
  { code: 'key-strong', severity: 'ok', params: { key: 'EC P-256' }, requirement: 'A00.FR.503' },
]
const OPEN_CONNECTION: Finding = {
  code: 'connection-open',
  severity: 'warn',
  params: { address: '192.0.2.23', identity: 'CP_3' },
  requirement: 'A00.FR.201',
}
const NO_POSSESSION: Finding = {
  code: 'possession-not-proven',
  severity: 'block',
  params: {},
  requirement: 'RFC 2986',
}

interface Sketch {
  readonly id: number
  readonly status?: CertificateRequest['status']
  readonly findings: Finding[]
  readonly delivery?: CertificateRequest['delivery']
  readonly online?: boolean
}

/** A request desk kept in memory: cases with given findings, decided by the contract's rules. */
export class FakeDesk {
  readonly queue: LiveList<CertificateRequest>
  readonly #cases = new Map<number, RequestCase>()
  /** Every approval and rejection that arrived, in order. */
  readonly decisions: { id: number; kind: 'approve' | 'reject'; reason: string }[] = []

  constructor(now: number, sketches: readonly Sketch[] = sampleDesk(now)) {
    for (const sketch of sketches) this.#cases.set(sketch.id, caseOf(now, sketch))
    this.queue = new LiveList(this.list.filter(waits))
  }

  get list() {
    return [...this.#cases.values()].map(({ request }) => request)
  }

  case(id: number) {
    return this.#cases.get(id)
  }

  set(id: number, change: Partial<CertificateRequest>, decision: RequestCase['decision']) {
    const known = this.#cases.get(id)
    if (known === undefined) return
    const request = { ...known.request, ...change }
    this.#cases.set(id, { ...known, request, decision })
    if (waits(request)) this.queue.put(request)
    else this.queue.remove(id)
  }
}

const waits = ({ status, delivery }: CertificateRequest) =>
  status === 'pending' || status === 'unreadable' || (status === 'approved' && delivery?.state !== 'accepted')

function caseOf(
  now: number,
  { id, status = 'pending', findings, delivery = null, online = true }: Sketch,
): RequestCase {
  const order = ['block', 'warn', 'note', 'ok'] as const
  const severity = order.find((each) => findings.some((finding) => finding.severity === each)) ?? 'ok'
  const subject = `CN=EP-2200${id}, O=Mill Lane Ltd`
  const readable = status !== 'unreadable'
  return {
    request: {
      id,
      owner: { kind: 'station', id, name: `CP_${id}` },
      receivedAt: now - (30 - id) * MINUTE,
      lastReceivedAt: now - MINUTE,
      times: id === 3 ? 2 : 1,
      status,
      severity,
      subject: readable ? subject : null,
      delivery,
      firstApproval: null,
    },
    owner: {
      kind: 'station',
      id,
      name: `CP_${id}`,
      vendor: 'Example Power',
      model: 'Post 22 Duo',
      serialNumber: `EP-2200${id}`,
      remoteAddress: `192.0.2.${20 + id}`,
      online,
    },
    asked: {
      subject: readable ? subject : '',
      key: readable ? 'EC P-256' : null,
      fingerprint: readable ? Array.from({ length: 32 }, (_, byte) => (byte + 160).toString(16)).join(':') : null,
      signatureAlgorithm: readable ? 'ECDSA with SHA-256' : null,
      certificateType: readable ? 'ChargingStationCertificate' : null,
      cameOver: { transport: 'ws', remoteAddress: `192.0.2.${20 + id}`, protocol: 'ocpp2.0.1' },
      pem: readable ? '-----BEGIN CERTIFICATE REQUEST-----\nMIHsMIGT\n-----END CERTIFICATE REQUEST-----\n' : 'hello',
    },
    findings,
    comparison: null,
    chain: readable
      ? [
          { subject, notAfter: now + 365 * DAY, role: 'station' },
          { subject: 'CN=Mill Lane depot issuing CA, O=Mill Lane Ltd', notAfter: now + 3_650 * DAY, role: 'issuing' },
          { subject: 'CN=Mill Lane depot root, O=Mill Lane Ltd', notAfter: now + 7_300 * DAY, role: 'root' },
        ]
      : [],
    decision:
      status === 'approved' ? { decidedAt: now - 10 * MINUTE, by: 'manager', reason: '', reasonCode: null } : null,
    certificate:
      status === 'approved'
        ? {
            subject,
            issuer: 'CN=Mill Lane depot issuing CA, O=Mill Lane Ltd',
            serialNumber: '3f9a02c4173f9a02c4173f9a02c417aa',
            notBefore: now - 60 * MINUTE,
            notAfter: now + 365 * DAY,
            keyDescription: 'EC P-256',
            sha256: Array.from({ length: 32 }, (_, byte) => (byte + 20).toString(16).padStart(2, '0')).join(':'),
            pem: PEM,
          }
        : null,
  }
}

/** One case of each kind: fine, with a warning, blocked, unreadable, refused by its station, waiting for its station. */
const sampleDesk = (now: number): Sketch[] => [
  { id: 1, findings: GOOD },
  { id: 3, findings: [...GOOD, OPEN_CONNECTION] },
  { id: 4, findings: [NO_POSSESSION, ...GOOD.slice(1)] },
  {
    id: 5,
    status: 'unreadable',
    findings: [{ code: 'unreadable-no-block', severity: 'block', params: {}, requirement: 'RFC 7468' }],
  },
  {
    id: 6,
    status: 'approved',
    findings: GOOD,
    delivery: {
      state: 'refused',
      changedAt: now - 4 * MINUTE,
      detail: 'the chain is longer than it can take (MaxCertificateChainSize 2,500).',
    },
  },
  {
    id: 7,
    status: 'approved',
    online: false,
    findings: GOOD,
    delivery: { state: 'waiting', changedAt: now - 8 * MINUTE, detail: null },
  },
]
