import { hostname, networkInterfaces } from 'node:os'
import type { Clock } from '../../clock'
import type { SiteAuthority } from '../siteAuthority'
import { type Renewal, type ServerCertificateLimits, startRenewal } from './renewal'
import { newServerCredentials, type ServerCredentials } from './serverCredentials'
import { serverNames } from './serverNames'

/** What a TLS port shows, and by which authorities those are signed that it believes. All PEM. */
export interface SiteCredentials extends ServerCredentials {
  readonly ca: readonly string[]
}

export interface SiteCertificatesOptions {
  readonly authority: Pick<SiteAuthority, 'withIssuing' | 'certificatePem'>
  readonly organisation: string
  /** The address that the port is bound to. */
  readonly bind: string
  readonly clock: Clock
  readonly limits: ServerCertificateLimits
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
}

/** The certificates of this site's own TLS port, for this computer as it is now. */
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
  const { authority, organisation, bind, clock, limits, onFailure } = options
  const names = () => serverNames(bind, networkInterfaces(), hostname())
  const make = async (under = names()): Promise<SiteCredentials> => {
    const made = await newServerCredentials({
      authority,
      organisation,
      names: under,
      now: clock(),
      validMs: limits.validMs,
    })
    return { ...made, ca: [authority.certificatePem('root'), authority.certificatePem('issuing')] }
  }
  let renewal: Renewal | null = null
  return {
    make: () => make(),
    keepFresh(first, swap) {
      renewal = startRenewal({ clock, limits, first, names, make, swap, onFailure })
    },
    look: async () => renewal?.look(),
    stop: () => renewal?.stop(),
  }
}
