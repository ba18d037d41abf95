import type { Protocol } from '@shared/ocpp/station'
import { expect } from 'vitest'
import { freshEcKeys, type RequestRecipe, requestPem } from './certificationRequests'
import { eventually } from './eventually'
import { bootOf, RawCharger } from './rawCharger'
import type { TestSite } from './testSite'

/** The station that asks for certificates in tests, and what its certificates say. */
export const STATION = { identity: 'CP_1', serialNumber: 'SN-0042', organisation: 'Test Organisation' } as const

export type KeyPair = NonNullable<RequestRecipe['keyPair']>

/** A request of STATION. */
export function csrOf(keyPair: KeyPair = freshEcKeys()): string {
  return requestPem({
    keyPair,
    subject: [
      ['O', STATION.organisation],
      ['CN', STATION.serialNumber],
    ],
  })
}

/** STATION, registered, connected and booted. */
export async function connectStation(site: TestSite, protocol: Protocol = 'ocpp2.0.1'): Promise<RawCharger> {
  await site.client.stations.register({ identity: STATION.identity, serialNumber: STATION.serialNumber })
  const charger = await RawCharger.connect(site.url, STATION.identity, protocol)
  await charger.ask('BootNotification', bootOf(protocol, STATION.serialNumber))
  return charger
}

/** The certificate that was issued last. */
export async function newestCertificate(site: TestSite) {
  const [certificate] = (await site.client.certificates.find({ limit: 1 })).entries
  if (!certificate) throw new Error('nothing was issued')
  return certificate
}

/** The request that waits. */
export async function pendingCase(site: TestSite) {
  const [request] = (await site.client.requests.find({ status: 'pending', limit: 10 })).entries
  if (!request) throw new Error('nothing waits')
  return site.client.requests.get({ requestId: request.id })
}

/** Has a certificate made for the station; gives it as the list shows it once the station has it, and its PEM. */
export async function certify(site: TestSite, charger: RawCharger, keyPair?: KeyPair) {
  expect(await charger.ask('SignCertificate', { csr: csrOf(keyPair) })).toEqual({ status: 'Accepted' })
  const requestId = (await pendingCase(site)).request.id
  expect(await site.client.requests.approve({ requestId, reason: 'known' })).toMatchObject({ kind: 'approved' })
  expect((await charger.obey({ status: 'Accepted' })).action).toBe('CertificateSigned')
  await eventually(async () => expect((await newestCertificate(site)).delivery.state).toBe('accepted'))
  const { certificate } = await site.client.requests.get({ requestId })
  return { ...(await newestCertificate(site)), pem: certificate?.pem ?? '' }
}
