import type { Address } from './link/link'
import type { Network } from './network'
import { endpoint, type Settings } from './options'
import type { Installed } from './pki/enrolment'
import type { TrustStore } from './pki/trustStore'
import type { Variables } from './variables'

/** Where the next connection goes to and what it shows there; asked for anew each time, since all of it may change. */
export function addressOf(
  { handshakeTimeoutSeconds, identity, protocols }: Settings,
  variables: Variables,
  network: Network,
  trust: TrustStore,
  installed: Installed | null,
): Address {
  const { url, password: slotPassword, securityProfile, asMade } = network.current
  // Each profile proves itself in its own way only (A00): profile 3 sends no password, the others show no certificate.
  const password =
    asMade || securityProfile === 1 || securityProfile === 2 ? (slotPassword ?? variables.password) : null
  const certificate = asMade || securityProfile === 3 ? installed : null
  const roots = trust.serverRoots
  const authorization = `Basic ${Buffer.from(`${identity}:${password}`).toString('base64')}`
  return {
    url: endpoint(url, identity),
    protocols,
    options: {
      handshakeTimeout: handshakeTimeoutSeconds * 1000,
      ...(password === null ? {} : { headers: { authorization } }),
      ...(roots ? { ca: [...roots] } : {}),
      // A root that another one signed is one all the same.
      ...(trust.additionalCheck ? { allowPartialTrustChain: true } : {}),
      ...(certificate && url.startsWith('wss:') ? { cert: certificate.chain, key: certificate.privateKey } : {}),
    },
  }
}
