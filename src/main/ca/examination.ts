import type { Finding } from '@shared/contract/requests'
import type { ReadDb } from '../store/handles'
import {
  type CertificateRow,
  certificateBefore,
  certificateOfRequest,
  stationsWithKey,
} from '../store/queries/certificates'
import { type OwnerRef, othersWithRequest, type RequestRow } from '../store/queries/requests'
import { stationsWithRevokedKey } from '../store/queries/revocations'
import { type ReadableRequest, readCertificationRequest } from './certificationRequest'
import { describeCertificate } from './chain'
import { longestLeaf } from './chainSize'
import type { ExaminationFacts, KeyUse, PreviousCertificate } from './checks/facts'
import { examine, examineUnreadable } from './examine'
import { type ClientProfile, monthsOf, profileFor } from './leafProfiles'
import { commonNameOf, type DevicesAtDesk, type Owner } from './owner'
import { isOurRoot, readAskedRoot } from './rootAsked'
import type { SiteAuthority } from './siteAuthority'
import { canBeCommonName } from './subject'
import { clientValidity } from './validity'
import { X509Certificate } from './x509'

/** What the site knows at the moment of an examination; the same for many requests that are examined together. */
export interface ExaminationContext {
  readonly read: ReadDb
  readonly devices: Pick<DevicesAtDesk, 'newestCertificate' | 'withKey'>
  readonly organisation: string
  readonly publishedAt?: string
  readonly authority: AuthorityFacts
  /** Characters that a chain for the station may have; null when it never told. */
  readonly chainRoom: (stationId: number) => number | null
  readonly now: number
}

/** The authority as examinations need it. */
export interface AuthorityFacts {
  readonly issuing: X509Certificate
  /** Certificates between a leaf and the root, as PEM, nearest first. */
  readonly above: readonly string[]
  readonly rootPem: string
  /** Of all generations. */
  readonly keys: readonly { readonly spkiSha256: string; readonly certificatePem: string }[]
}

/** Reads the authority. @throws AppError NOT_SET_UP */
export function authorityFacts(
  authority: Pick<SiteAuthority, 'certificatePem' | 'keyHashes' | 'chainAbove'>,
): AuthorityFacts {
  const issuingPem = authority.certificatePem('issuing')
  return {
    issuing: new X509Certificate(issuingPem),
    above: authority.chainAbove(),
    rootPem: authority.certificatePem('root'),
    keys: authority.keyHashes(),
  }
}

/** The part of a stored request that is examined. */
export type Examinable = Pick<
  RequestRow,
  | 'id'
  | 'csr'
  | 'status'
  | 'certificate_type'
  | 'asked_root'
  | 'transport'
  | 'protocol'
  | 'remote_address'
  | 'authenticated'
  | 'by_certificate'
  | 'possession'
>

/** A request with what it was compared with. */
export type Examined =
  | {
      readonly request: ReadableRequest
      readonly facts: ExaminationFacts
      readonly findings: Finding[]
      /** The PEM of the owner's certificate before; null when there was none. */
      readonly previousPem: string | null
    }
  /** The text is no certificate request. */
  | { readonly request: null; readonly findings: Finding[] }

/**
 * Examines a stored request against what the site knows now: a serial number learnt since, or a key used elsewhere
 * since, changes the findings.
 */
export function examineStored(row: Examinable, owner: Owner, context: ExaminationContext): Examined {
  const request = readCertificationRequest(row.csr)
  if (request.kind === 'unreadable') return { request: null, findings: examineUnreadable(request) }
  const profile = profileFor(owner.kind, row.certificate_type)
  const before = certificateBeforeThis(row, owner, request, context)
  const facts: ExaminationFacts = {
    request,
    possession: row.possession === 1,
    owner,
    profile,
    organisation: context.organisation,
    otherUsesOfKey: keyUses(owner, request.spkiSha256, context),
    previous: before?.previous ?? null,
    connection: {
      transport: row.transport,
      authenticated: row.authenticated === 1,
      byCertificate: row.by_certificate === 1,
      remoteAddress: row.remote_address,
      protocol: row.protocol,
    },
    certificateType: row.certificate_type,
    validity: clientValidity(context.now, context.authority.issuing.notAfter.getTime(), monthsOf(profile ?? 'station')),
    room: profile === null ? null : roomFor(request, owner, profile, context),
    rootAsked: row.asked_root === null ? null : rootAsked(row.asked_root, context.authority.rootPem),
  }
  return { request, facts, findings: examine(facts), previousPem: before?.pem ?? null }
}

function rootAsked(text: string, rootPem: string): 'ours' | 'other' {
  return isOurRoot(readAskedRoot(text), rootPem) ? 'ours' : 'other'
}

function certificateBeforeThis(
  row: Examinable,
  owner: Owner,
  request: ReadableRequest,
  { read, devices, now }: ExaminationContext,
): { readonly pem: string; readonly previous: PreviousCertificate } | null {
  if (owner.kind === 'device') {
    const found = devices.newestCertificate(owner.id)
    // Of a request that is signed, the newest is its own.
    if (!found || (row.status === 'approved' && found.spkiSha256 === request.spkiSha256)) return null
    return { pem: found.pem, previous: describePrevious(found.pem, found.spkiSha256, true, now) }
  }
  const own = row.status === 'approved' ? certificateOfRequest(read, row.id) : undefined
  const found = certificateBefore(read, owner.id, row.certificate_type, own?.id ?? Number.MAX_SAFE_INTEGER)
  return found ? { pem: found.pem, previous: describePrevious(found.pem, found.spki_sha256, isHeld(found), now) } : null
}

const isHeld = ({ delivery, revoked_at }: CertificateRow) => delivery === 'accepted' && revoked_at === null

function describePrevious(pem: string, spkiSha256: string, isHeldNow: boolean, now: number): PreviousCertificate {
  const { subject, keyDescription, notAfter } = describeCertificate(pem)
  return { spkiSha256, subject, keyDescription, notAfter, live: isHeldNow && notAfter > now }
}

function roomFor(request: ReadableRequest, owner: Owner, profile: ClientProfile, context: ExaminationContext) {
  const commonName = commonNameOf(owner)
  const max = owner.kind === 'station' ? context.chainRoom(owner.id) : null
  if (max === null || commonName === null || !canBeCommonName(commonName)) return null
  const { authority, organisation, publishedAt } = context
  const leaf = longestLeaf(
    { profile, organisation, commonName, publicKey: request.spki, publishedAt },
    authority.issuing,
  )
  return { max, leaf, whole: authority.above.reduce((sum, pem) => sum + pem.trim().length + 1, leaf) }
}

function keyUses(owner: OwnerRef, spkiSha256: string, { read, devices, authority }: ExaminationContext): KeyUse[] {
  const stationId = owner.kind === 'station' ? owner.id : null
  const ofDevices = devices.withKey(spkiSha256, owner.kind === 'device' ? owner.id : null)
  const uses: KeyUse[] = [
    ...authority.keys
      .filter((key) => key.spkiSha256 === spkiSha256)
      .map(
        ({ certificatePem }): KeyUse => ({
          kind: 'authority',
          identity: describeCertificate(certificatePem).subject,
        }),
      ),
    ...stationsWithRevokedKey(read, spkiSha256).map((identity): KeyUse => ({ kind: 'revoked', identity })),
    ...ofDevices.revoked.map((identity): KeyUse => ({ kind: 'revoked', identity })),
    ...stationsWithKey(read, spkiSha256, stationId).map((identity): KeyUse => ({ kind: 'station', identity })),
    ...ofDevices.used.map((identity): KeyUse => ({ kind: 'device', identity })),
    ...othersWithRequest(read, spkiSha256, owner).map(({ kind, name }): KeyUse => ({ kind, identity: name })),
  ]
  // Who asked for a key has mostly got a certificate for it: once is enough.
  return uses.filter(
    (use, index) => uses.findIndex(({ kind, identity }) => kind === use.kind && identity === use.identity) === index,
  )
}
