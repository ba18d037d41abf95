import type { Clock } from '../../clock'
import type { SiteAuthority } from '../siteAuthority'
import { type Renewal, type ServerCertificateLimits, startRenewal } from './renewal'
import { newServerCredentials, type ServerCredentials } from './serverCredentials'
import type { ServerNames } from './serverNames'

/** What a TLS port shows, and by which authorities those are signed that it believes. All PEM. */
export interface SiteCredentials extends ServerCredentials {
  readonly ca: readonly string[]
}

/** The part of the authority that a TLS port needs. */
export type CertifyingAuthority = Pick<SiteAuthority, 'withIssuing' | 'chainAbove' | 'trustedPems'>

export interface SiteCertificatesOptions {
  readonly authority: CertifyingAuthority
  readonly organisation: string
  /** Under what chargers reach this computer at this moment. */
  readonly names: () => ServerNames
  readonly clock: Clock
  readonly limits: ServerCertificateLimits
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
}

/** The certificates of this site's own TLS port, for the names that it is reached under. */
export interface SiteCertificates {
  /** @throws AppError of the key store; RangeError when the issuing certificate has expired */
  make(): Promise<SiteCredentials>
  /** From now on renewed ones of `first` are handed over, until `stop`. */
  keepFresh(first: SiteCredentials, swap: (credentials: SiteCredentials) => void): void
  /** Renews now what is due. */
  look(): Promise<void>
  stop(): void
}

export function createSiteCertificates(options: SiteCertificatesOptions): SiteCertificates {
  const { authority, organisation, names, clock, limits, onFailure } = options
  const make = async (under = names()): Promise<SiteCredentials> => {
    const made = await newServerCredentials({
      authority,
      organisation,
      names: under,
      now: clock(),
      validMs: limits.validMs,
    })
    const [, ...crossSigned] = authority.chainAbove()
    const cert = made.cert.map((chain) => [chain, ...crossSigned].map((pem) => `${pem.trim()}\n`).join(''))
    return { ...made, cert, ca: authority.trustedPems() }
  }
  const isOutdated = ({ cert, ca }: SiteCredentials) =>
    !sameTexts(ca, authority.trustedPems()) ||
    cert.some((chain) => !sameTexts(chain.match(CERTIFICATE)?.slice(1) ?? [], authority.chainAbove()))
  let renewal: Renewal | null = null
  return {
    make: () => make(),
    keepFresh(first, swap) {
      renewal = startRenewal({ clock, limits, first, names, make, isOutdated, swap, onFailure })
    },
    look: async () => renewal?.look(),
    stop: () => renewal?.stop(),
  }
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, place) => text.trim() === b[place]?.trim())
}
