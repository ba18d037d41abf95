import type { CertificateRequest, CertificateSide, RequestCase } from '@shared/contract/requests'
import { devices as words } from '@shared/words/en/devices'
import { ownerOf, type RequestViewRow } from '../store/queries/requests'
import type { ReadableRequest } from './certificationRequest'
import { certificateKeySha256, describeCertificate } from './chain'
import type { ExaminationContext, Examined } from './examination'
import { asFingerprint } from './fingerprint'
import { type ClientProfile, monthsOf, profileFor } from './leafProfiles'
import { commonNameOf, type Owner } from './owner'
import { describeKey } from './publicKey'
import { canBeCommonName, leafSubject } from './subject'
import { clientValidity } from './validity'

/** A request as the lists show it. */
export function toRequest(row: RequestViewRow): CertificateRequest {
  const { first_at, first_by } = row
  return {
    id: row.id,
    owner: { ...ownerOf(row), name: row.owner_name },
    receivedAt: row.received_at,
    lastReceivedAt: row.last_received_at,
    times: row.times,
    status: row.status,
    severity: row.severity,
    subject: row.subject,
    delivery:
      row.delivery && row.delivery_at !== null
        ? { state: row.delivery, changedAt: row.delivery_at, detail: row.delivery_detail }
        : null,
    firstApproval:
      row.status === 'pending' && first_at !== null
        ? { at: first_at, by: first_by ?? '', reason: row.first_reason ?? '' }
        : null,
  }
}

export interface CaseParts {
  readonly row: RequestViewRow
  readonly owner: Owner
  readonly examined: Examined
  /** What was signed for it. */
  readonly certificatePem: string | undefined
  readonly context: ExaminationContext
}

/** Everything a person needs to decide one request, or sees of a decided one. */
export function toCase(parts: CaseParts): RequestCase {
  const { row, owner, examined, certificatePem } = parts
  const { request, findings } = examined
  const leaf = certificatePem ? signed(certificatePem) : leafToBe(parts)
  return {
    request: toRequest(row),
    owner,
    asked: {
      subject: request?.subject ?? '',
      key: request && describeKey(request.key),
      fingerprint: request && asFingerprint(request.spkiSha256),
      signatureAlgorithm: request?.signatureAlgorithm.name ?? null,
      certificateType: row.certificate_type,
      cameOver: { transport: row.transport, remoteAddress: row.remote_address, protocol: row.protocol },
      pem: row.csr,
    },
    findings,
    comparison:
      leaf && examined.request && examined.previousPem !== null
        ? { before: signed(examined.previousPem), after: leaf }
        : null,
    chain: chainOf(parts, leaf),
    decision:
      row.decided_at === null
        ? null
        : {
            decidedAt: row.decided_at,
            by: row.decided_by ?? '',
            reason: row.reason ?? '',
            reasonCode: ownReason(row.reason),
          },
    certificate: certificatePem ? { ...describeCertificate(certificatePem), pem: certificatePem } : null,
  }
}

/** Reasons of the program's own are kept as their English sentences: it is known by them, also in older records. */
function ownReason(reason: string | null): string | null {
  const own = Object.entries(words).find(([, sentence]) => sentence === reason)
  return own === undefined ? null : `devices.${own[0]}`
}

/** A certificate as one side of a comparison. */
function signed(pem: string): CertificateSide {
  const { subject, issuer, serialNumber, notBefore, notAfter, keyDescription } = describeCertificate(pem)
  const keyFingerprint = asFingerprint(certificateKeySha256(pem))
  return { subject, issuer, key: keyDescription, keyFingerprint, serialNumber, notBefore, notAfter }
}

/** The chain as it is, or as it would be if the request were approved now; leaf first. Empty when there can be none. */
function chainOf({ owner, context }: CaseParts, leaf: CertificateSide | null): RequestCase['chain'] {
  if (!leaf) return []
  const [issuingPem = ''] = context.authority.above
  const issuing = describeCertificate(issuingPem)
  const root = describeCertificate(context.authority.rootPem)
  return [
    { subject: leaf.subject, notAfter: leaf.notAfter, role: owner.kind },
    { subject: issuing.subject, notAfter: issuing.notAfter, role: 'issuing' },
    { subject: root.subject, notAfter: root.notAfter, role: 'root' },
  ]
}

function leafToBe({ row, owner, examined, context }: CaseParts): CertificateSide | null {
  const commonName = commonNameOf(owner)
  const profile = profileFor(owner.kind, row.certificate_type)
  if (!examined.request || profile === null || commonName === null || !canBeCommonName(commonName)) return null
  return sideToBe(examined.request, profile, commonName, context)
}

function sideToBe(
  request: ReadableRequest,
  profile: ClientProfile,
  commonName: string,
  { authority, organisation, now }: ExaminationContext,
): CertificateSide | null {
  const validity = clientValidity(now, authority.issuing.notAfter.getTime(), monthsOf(profile))
  if (validity.kind === 'issuer-expired') return null
  const [issuingPem = ''] = authority.above
  return {
    subject: leafSubject(profile, { commonName, organisation }),
    issuer: describeCertificate(issuingPem).subject,
    key: describeKey(request.key),
    keyFingerprint: asFingerprint(request.spkiSha256),
    serialNumber: null,
    notBefore: validity.notBefore,
    notAfter: validity.notAfter,
  }
}
