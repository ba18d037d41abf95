import { X509Certificate } from 'node:crypto'
import type { Command } from '@shared/contract/commands'
import type { AnchorKind, ReportedHash, TrustAnchor } from '@shared/contract/roots'
import type { AuthorityState } from '../../store/queries/authority'
import type { Generation, SiteAuthority } from '../siteAuthority'
import { anchorHash, sameHash } from './anchorHash'

/** A form in which a root of this site can stand on a station: signed by itself, or by another root of the site. */
export interface KnownAnchor {
  readonly rootId: number
  readonly state: AuthorityState
  readonly crossSigned: boolean
  readonly certificatePem: string
  /** Whose hashes name it. */
  readonly issuerPem: string
}

/** All forms of the roots of the site. */
export function knownAnchors(
  generations: readonly Generation[],
  crossPems: ReturnType<SiteAuthority['crossPems']>,
): KnownAnchor[] {
  const roots = generations.filter(({ role }) => role === 'root')
  return roots.flatMap(({ id: rootId, state, certificatePem }) => [
    { rootId, state, crossSigned: false, certificatePem, issuerPem: certificatePem },
    ...crossPems.flatMap((cross): KnownAnchor[] => {
      const issuer = roots.find(({ id }) => id === cross.issuerId)
      if (cross.subjectId !== rootId || !issuer) return []
      return [
        { rootId, state, crossSigned: true, certificatePem: cross.certificatePem, issuerPem: issuer.certificatePem },
      ]
    }),
  ])
}

/** The one of `anchors` that a station names by this hash. */
export function matchAnchor(hash: ReportedHash, anchors: readonly KnownAnchor[]): KnownAnchor | undefined {
  return anchors.find(({ certificatePem, issuerPem }) =>
    sameHash(hash, anchorHash(certificatePem, hash.hashAlgorithm, issuerPem)),
  )
}

const KINDS: Readonly<Record<AuthorityState, AnchorKind>> = {
  current: 'site-root',
  next: 'next-root',
  old: 'old-root',
  retired: 'retired-root',
}

/** What a reported anchor is to this site; `given` are certificates that were sent to the station. */
export function describeAnchor(
  hash: ReportedHash,
  ours: readonly KnownAnchor[],
  given: readonly string[],
): Pick<TrustAnchor, 'kind' | 'crossSigned' | 'certificate'> {
  const own = matchAnchor(hash, ours)
  if (own) return { kind: KINDS[own.state], crossSigned: own.crossSigned, certificate: summaryOf(own.certificatePem) }
  const other = given.find((pem) => sameHash(hash, anchorHash(pem, hash.hashAlgorithm)))
  return other
    ? { kind: 'installed-here', crossSigned: false, certificate: summaryOf(other) }
    : { kind: 'unknown', crossSigned: false, certificate: null }
}

function summaryOf(pem: string): TrustAnchor['certificate'] {
  const { subject, validToDate } = new X509Certificate(pem)
  return { subject: subject.split('\n').join(', '), notAfter: validToDate.getTime() }
}

/** The certificate that a command was to install; none where it is no such command, or nothing that can be read. */
export function certificateIn({ action, input }: Command): string[] {
  const { certificate } = input
  if (action !== 'InstallCertificate' || typeof certificate !== 'string') return []
  try {
    new X509Certificate(certificate)
    return [certificate]
  } catch {
    return []
  }
}
