import type { Finding } from '@shared/contract/requests'
import type { ReadDb } from '../store/handles'
import { certificateBefore, certificateOfRequest, otherStationsWithKey } from '../store/queries/certificates'
import type { RequestRow } from '../store/queries/requests'
import { stationsWithRevokedKey } from '../store/queries/revocations'
import { type ReadableRequest, readCertificationRequest } from './certificationRequest'
import { describeCertificate } from './chain'
import type { ExaminationFacts, KeyUse } from './checks/facts'
import { examine, examineUnreadable } from './examine'
import type { SiteAuthority } from './siteAuthority'
import { stationValidity } from './validity'

/** What an examination needs besides the request itself. */
export interface ExaminationContext {
  readonly read: ReadDb
  readonly authority: SiteAuthority
  readonly organisation: string
  readonly station: { readonly id: number; readonly identity: string; readonly serialNumber: string | null }
  readonly now: number
}

/** The part of a stored request that is examined. */
export type Examinable = Pick<
  RequestRow,
  | 'id'
  | 'csr'
  | 'status'
  | 'certificate_type'
  | 'transport'
  | 'protocol'
  | 'remote_address'
  | 'authenticated'
  | 'possession'
>

export interface Examined {
  /** Null when the text is no certificate request. */
  readonly request: ReadableRequest | null
  readonly findings: Finding[]
}

/**
 * Examines a stored request against what the site knows now: a serial number learnt since, or a key used elsewhere
 * since, changes the findings.
 */
export function examineStored(row: Examinable, context: ExaminationContext): Examined {
  const request = readCertificationRequest(row.csr)
  if (request.kind === 'unreadable') return { request: null, findings: examineUnreadable(request) }
  return { request, findings: examine(gatherFacts(row, request, context)) }
}

function gatherFacts(
  row: Examinable,
  request: ReadableRequest,
  { read, authority, organisation, station, now }: ExaminationContext,
): ExaminationFacts {
  // Of a request that is signed, what came before its own certificate; of one that waits, what there is.
  const own = row.status === 'approved' ? certificateOfRequest(read, row.id) : undefined
  const previous = certificateBefore(read, station.id, own?.id ?? Number.MAX_SAFE_INTEGER)
  const described = previous && describeCertificate(previous.pem)
  return {
    request,
    possession: row.possession === 1,
    station: { identity: station.identity, serialNumber: station.serialNumber },
    organisation,
    otherUsesOfKey: keyUses(read, authority, station.id, request.spkiSha256),
    previous:
      previous && described
        ? {
            spkiSha256: previous.spki_sha256,
            subject: described.subject,
            keyDescription: described.keyDescription,
            notAfter: described.notAfter,
          }
        : null,
    connection: {
      transport: row.transport,
      authenticated: row.authenticated === 1,
      remoteAddress: row.remote_address,
      protocol: row.protocol,
    },
    certificateType: row.certificate_type,
    validity: stationValidity(now, describeCertificate(authority.certificatePem('issuing')).notAfter),
  }
}

function keyUses(read: ReadDb, authority: SiteAuthority, stationId: number, spkiSha256: string): KeyUse[] {
  const ours = authority
    .keyHashes()
    .filter((entry) => entry.spkiSha256 === spkiSha256)
    .map(
      (entry): KeyUse => ({
        kind: 'authority',
        identity: describeCertificate(authority.certificatePem(entry.role)).subject,
      }),
    )
  const others = otherStationsWithKey(read, stationId, spkiSha256)
  const revoked = stationsWithRevokedKey(read, spkiSha256)
  return [
    ...ours,
    ...revoked.map((identity): KeyUse => ({ kind: 'revoked', identity })),
    ...others.map((identity): KeyUse => ({ kind: 'station', identity })),
  ]
}
