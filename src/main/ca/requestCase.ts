import type { CertificateRequest, RequestCase } from '@shared/contract/requests'
import type { StationRecord } from '../stations/stations'
import type { CertificateRow } from '../store/queries/certificates'
import type { RequestViewRow } from '../store/queries/requests'
import { describeCertificate } from './chain'
import type { Examined } from './examination'
import { asFingerprint } from './fingerprint'
import { describeKey } from './publicKey'
import type { SiteAuthority } from './siteAuthority'
import { canBeCommonName, stationSubject } from './subject'
import { stationValidity } from './validity'

/** A request as the lists show it. */
export function toRequest(row: RequestViewRow): CertificateRequest {
  return {
    id: row.id,
    stationId: row.station_id,
    stationIdentity: row.station_identity,
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
  }
}

export interface CaseParts {
  readonly row: RequestViewRow
  readonly station: StationRecord
  readonly online: boolean
  readonly examined: Examined
  readonly certificate: CertificateRow | undefined
  readonly authority: SiteAuthority
  readonly organisation: string
  readonly now: number
}

/** Everything a person needs to decide one request, or sees of a decided one. */
export function toCase(parts: CaseParts): RequestCase {
  const { row, station, online, examined, certificate } = parts
  const { request, findings } = examined
  return {
    request: toRequest(row),
    station: {
      id: station.id,
      identity: station.identity,
      vendor: station.row.vendor,
      model: station.row.model,
      serialNumber: station.serialNumber,
      remoteAddress: station.row.remote_address,
      online,
    },
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
    chain: chainOf(parts),
    decision:
      row.decided_at === null
        ? null
        : { decidedAt: row.decided_at, by: row.decided_by ?? '', reason: row.reason ?? '' },
    certificate: certificate ? { ...describeCertificate(certificate.pem), pem: certificate.pem } : null,
  }
}

/** The chain as it is, or as it would be if the request were approved now; leaf first. Empty when there can be none. */
function chainOf(parts: CaseParts): RequestCase['chain'] {
  const issuing = describeCertificate(parts.authority.certificatePem('issuing'))
  const leaf = parts.certificate ? describeCertificate(parts.certificate.pem) : leafToBe(parts, issuing.notAfter)
  if (!leaf) return []
  const root = describeCertificate(parts.authority.certificatePem('root'))
  return [
    { subject: leaf.subject, notAfter: leaf.notAfter, role: 'station' },
    { subject: issuing.subject, notAfter: issuing.notAfter, role: 'issuing' },
    { subject: root.subject, notAfter: root.notAfter, role: 'root' },
  ]
}

function leafToBe({ station: { serialNumber }, examined, organisation, now }: CaseParts, issuerNotAfter: number) {
  if (!examined.request || serialNumber === null || !canBeCommonName(serialNumber)) return null
  const validity = stationValidity(now, issuerNotAfter)
  if (validity.kind === 'issuer-expired') return null
  return { subject: stationSubject({ serialNumber, organisation }), notAfter: validity.notAfter }
}
