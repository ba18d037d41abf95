import { describeCertificate } from '../ca/chain'
import type { Site } from '../openedSite'

/**
 * When the certificates end that every charger depends on, in seconds since 1970: the root and the issuing CA that sign
 * now, and what is shown on the port with TLS. Empty before the first run.
 */
export function certificateEnds(site: Pick<Site, 'authority' | 'portChoices'>): [string, number][] {
  const signing = site.authority.generations().filter(({ state }) => state === 'current')
  const ends = signing.map(({ role, certificatePem }): [string, number] => [
    role,
    describeCertificate(certificatePem).notAfter / 1000,
  ])
  const shown = site.portChoices.state().certificate
  return shown ? [...ends, ['server', shown.notAfter / 1000]] : ends
}
