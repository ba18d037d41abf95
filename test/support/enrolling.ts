import type { DeviceTokenRequest } from '@shared/contract/devices'
import { expect } from 'vitest'
import { freshEcKeys, requestPem } from './certificationRequests'
import { DeviceClient } from './deviceClient'
import type { TestSite } from './testSite'

export const NO_RIGHTS = { clientIds: [], read: [], write: [] }

/** A request for a certificate, with a key of its own unless one is given. */
export const csr = (commonName = 'lg_thinq', keyPair = freshEcKeys()) =>
  requestPem({ subject: [['CN', commonName]], keyPair })

/** A refusal as devices get it. */
export const refusal = (status: number, code: string, message: RegExp) => ({
  status,
  body: { error: { code, message: expect.stringMatching(message) } },
})

/** What it takes to enrol devices at a site with TLS. */
export function enrolling(site: () => TestSite) {
  async function token(more: Partial<DeviceTokenRequest> = {}) {
    const made = await site().client.devices.makeToken({
      name: 'Meters',
      signing: 'at-once',
      usesMax: null,
      endsAt: null,
      policy: NO_RIGHTS,
      ...more,
    })
    if (made.kind !== 'made') throw new Error(made.kind)
    return made
  }
  let number = 0
  const freshId = () => `meter-${++number}`
  /** A device with a token of its own, not registered yet. */
  async function device(more: Partial<DeviceTokenRequest> = {}) {
    const { token: text, tokenId } = await token(more)
    const origin = site().tlsUrl.replace('wss:', 'https:')
    const ca = site().site.authority.certificatePem('root')
    const client = new DeviceClient(origin, text, freshId(), { ca })
    return { client, text, tokenId, clientId: client.clientId ?? '' }
  }
  return { token, device, freshId }
}
