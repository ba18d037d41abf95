import type { Protocol } from '@shared/ocpp/station'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freshEcKeys, type RequestRecipe, requestPem } from '../support/certificationRequests'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

const SERIAL = 'SN-0042'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
  await site.client.stations.register({ identity: 'CP_1', serialNumber: SERIAL })
})
afterEach(() => site.close())

type KeyPair = NonNullable<RequestRecipe['keyPair']>
const csrOf = (keyPair: KeyPair = freshEcKeys()) =>
  requestPem({
    keyPair,
    subject: [
      ['O', 'Test Organisation'],
      ['CN', SERIAL],
    ],
  })
const connect = async (protocol: Protocol = 'ocpp2.0.1') => {
  const charger = await RawCharger.connect(site.url, 'CP_1', protocol)
  await charger.ask('BootNotification', bootOf(protocol, SERIAL))
  return charger
}
const newest = async () => {
  const [certificate] = (await site.client.certificates.find({ limit: 1 })).entries
  if (!certificate) throw new Error('nothing was issued')
  return certificate
}
const pendingCase = async () => {
  const [request] = (await site.client.requests.find({ status: 'pending', limit: 10 })).entries
  if (!request) throw new Error('nothing waits')
  return site.client.requests.get({ requestId: request.id })
}
/** Has a certificate made for the station; gives it as the list shows it once the station has it. */
const certify = async (charger: RawCharger, keyPair?: KeyPair) => {
  expect(await charger.ask('SignCertificate', { csr: csrOf(keyPair) })).toEqual({ status: 'Accepted' })
  const requestId = (await pendingCase()).request.id
  expect(await site.client.requests.approve({ requestId, reason: 'known' })).toMatchObject({ kind: 'approved' })
  expect((await charger.obey({ status: 'Accepted' })).action).toBe('CertificateSigned')
  await vi.waitFor(async () => expect((await newest()).delivery.state).toBe('accepted'))
  return newest()
}
const audited = async () =>
  (await site.client.events.audit({})).entries.filter(({ action }) => action === 'certificate-revoked')
/** As the listener with TLS says it: this connection was proved with that certificate. */
const provedWith = (stationId: number, certificateSerialNumber: string) => {
  const facts = site.site.stations.connection(stationId)
  if (!facts) throw new Error('not connected')
  site.site.stations.connected(stationId, { ...facts, certificateSerialNumber })
}

test('a revoked certificate is revoked for good, from at once, over a restart, and says why and by whom', async () => {
  const certificate = await certify(await connect())
  const { id: certificateId, serialNumber } = certificate
  expect(certificate.revocation).toBeNull()
  expect(site.site.revocations.isRevoked(serialNumber)).toBe(false)

  const outcome = await site.client.certificates.revoke({ certificateId, reason: 'keyCompromise' })
  expect(outcome).toEqual({ kind: 'revoked', disconnected: false })
  // Node writes serial numbers in capitals, others with zeros in front.
  for (const spelling of [serialNumber, serialNumber.toUpperCase(), `00${serialNumber}`]) {
    expect(site.site.revocations.isRevoked(spelling)).toBe(true)
  }
  expect(await newest()).toMatchObject({ revocation: { reason: 'keyCompromise', by: 'test' } })
  expect(await site.client.certificates.revoke({ certificateId, reason: 'unspecified' })).toEqual({
    kind: 'already-revoked',
  })
  expect(await audited()).toMatchObject([
    { actor: 'test', detail: { station: 'CP_1', serialNumber, reason: 'keyCompromise' } },
  ])

  site = await site.restart()
  expect(site.site.revocations.isRevoked(serialNumber)).toBe(true)
  expect(await newest()).toMatchObject({ revocation: { reason: 'keyCompromise' } })
})

test('a certificate that does not exist can not be revoked', async () => {
  await expect(site.client.certificates.revoke({ certificateId: 99, reason: 'unspecified' })).rejects.toMatchObject({
    code: 'UNKNOWN_CERTIFICATE',
  })
})

test('revoking ends the connection that was proved with the certificate, and no other', async () => {
  const charger = await connect()
  const first = await certify(charger)
  const second = await certify(charger)
  provedWith(first.stationId, second.serialNumber.toUpperCase())
  expect(await site.client.certificates.revoke({ certificateId: first.id, reason: 'unspecified' })).toEqual({
    kind: 'revoked',
    disconnected: false,
  })
  // Still served.
  await charger.ask('Heartbeat', {})
  expect(await site.client.certificates.revoke({ certificateId: second.id, reason: 'unspecified' })).toEqual({
    kind: 'revoked',
    disconnected: true,
  })
  expect(await charger.closed).toEqual({ code: 1008, reason: 'The certificate of this connection has been revoked' })
})

test('old and new certificate count until the new one is seen; then the old one is revoked by itself', async () => {
  const charger = await connect()
  const first = await certify(charger)
  await site.site.revocations.seenInUse(first.stationId, first.serialNumber)
  const second = await certify(charger)
  const { isRevoked, seenInUse } = site.site.revocations
  expect([first, second].map(({ serialNumber }) => isRevoked(serialNumber))).toEqual([false, false])
  // It came back with the old one (A02.FR.28): nothing changes.
  await seenInUse(first.stationId, first.serialNumber)
  expect(isRevoked(first.serialNumber)).toBe(false)

  await seenInUse(second.stationId, second.serialNumber.toUpperCase())
  expect([first, second].map(({ serialNumber }) => isRevoked(serialNumber))).toEqual([true, false])
  expect((await site.client.certificates.find({})).entries).toMatchObject([
    { id: second.id, revocation: null, seenAt: expect.any(Number) },
    { id: first.id, revocation: { reason: 'superseded', by: 'CP_1' }, seenAt: expect.any(Number) },
  ])
  expect(await audited()).toMatchObject([{ actor: 'CP_1', detail: { reason: 'superseded' } }])
})

test('a certificate that is seen at another station, or of nobody, revokes nothing', async () => {
  const charger = await connect()
  const first = await certify(charger)
  const second = await certify(charger)
  const other = await site.client.stations.register({ identity: 'CP_2', serialNumber: 'SN-2' })
  await site.site.revocations.seenInUse(other.stationId, second.serialNumber)
  await site.site.revocations.seenInUse(second.stationId, '4711')
  expect(site.site.revocations.isRevoked(first.serialNumber)).toBe(false)
  expect(await newest()).toMatchObject({ seenAt: null })
})

test('a revoked certificate whose answer is missing is seen as delivered no more: it is not sent again', async () => {
  const charger = await connect()
  await charger.ask('SignCertificate', { csr: csrOf() })
  const requestId = (await pendingCase()).request.id
  await charger.close()
  await vi.waitFor(() => expect(site.site.connectedStations()).toBe(0))
  expect(await site.client.requests.approve({ requestId, reason: 'known' })).toMatchObject({ delivery: 'waiting' })
  expect(site.site.desk.open()).toHaveLength(1)
  await site.client.certificates.revoke({ certificateId: (await newest()).id, reason: 'cessationOfOperation' })
  expect(site.site.desk.open()).toEqual([])
  expect(await site.client.requests.resend({ requestId })).toEqual({ kind: 'nothing-to-send' })
  const back = await connect()
  await back.ask('Heartbeat', {})
  expect(back.unasked).toEqual([])
})

test('a request for the key of a revoked certificate waits again and is blocked, but not when it only gave way', async () => {
  const charger = await connect()
  const keyPair = freshEcKeys()
  const first = await certify(charger, keyPair)
  const second = await certify(charger)
  await site.site.revocations.seenInUse(second.stationId, second.serialNumber)
  await charger.ask('SignCertificate', { csr: csrOf(keyPair) })
  const again = await pendingCase()
  expect(again.request.severity).not.toBe('block')
  await site.client.requests.approve({ requestId: again.request.id, reason: 'known' })
  await charger.obey({ status: 'Accepted' })

  await site.client.certificates.revoke({ certificateId: (await newest()).id, reason: 'keyCompromise' })
  await charger.ask('SignCertificate', { csr: csrOf(keyPair) })
  const blocked = await pendingCase()
  expect(blocked.findings[0]).toMatchObject({ code: 'key-revoked', severity: 'block' })
  expect(await site.client.requests.approve({ requestId: blocked.request.id, reason: 'known' })).toMatchObject({
    kind: 'blocked',
  })
  expect(first.id).toBeLessThan((await newest()).id)
})
