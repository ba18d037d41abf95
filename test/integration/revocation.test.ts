import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshEcKeys } from '../support/certificationRequests'
import { certify, connectStation, csrOf, newestCertificate, pendingCase } from '../support/certifiedStation'
import { eventually } from '../support/eventually'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const audited = async () =>
  (await site.client.events.audit({})).entries.filter(({ action }) => action === 'certificate-revoked')
/** As the listener with TLS says it: this connection was proved with that certificate. */
const provedWith = (stationId: number, certificateSerialNumber: string) => {
  const facts = site.site.stations.connection(stationId)
  if (!facts) throw new Error('not connected')
  site.site.stations.connected(stationId, { ...facts, certificateSerialNumber })
}

test('a revoked certificate is revoked for good, from at once, over a restart, and says why and by whom', async () => {
  const certificate = await certify(site, await connectStation(site))
  const { id: certificateId, serialNumber } = certificate
  expect(certificate.revocation).toBeNull()
  expect(site.site.revocations.isRevoked(serialNumber)).toBe(false)

  const outcome = await site.client.certificates.revoke({ certificateId, reason: 'keyCompromise' })
  expect(outcome).toEqual({ kind: 'revoked', disconnected: false })
  // Node writes serial numbers in capitals, others with zeros in front.
  for (const spelling of [serialNumber, serialNumber.toUpperCase(), `00${serialNumber}`]) {
    expect(site.site.revocations.isRevoked(spelling)).toBe(true)
  }
  expect(await newestCertificate(site)).toMatchObject({ revocation: { reason: 'keyCompromise', by: 'test' } })
  expect(await site.client.certificates.revoke({ certificateId, reason: 'unspecified' })).toEqual({
    kind: 'already-revoked',
  })
  expect(await audited()).toMatchObject([
    { actor: 'test', detail: { station: 'CP_1', serialNumber, reason: 'keyCompromise' } },
  ])

  site = await site.restart()
  expect(site.site.revocations.isRevoked(serialNumber)).toBe(true)
  expect(await newestCertificate(site)).toMatchObject({ revocation: { reason: 'keyCompromise' } })
})

test('a certificate that does not exist can not be revoked', async () => {
  await expect(site.client.certificates.revoke({ certificateId: 99, reason: 'unspecified' })).rejects.toMatchObject({
    code: 'UNKNOWN_CERTIFICATE',
  })
})

test('revoking ends the connection that was proved with the certificate, and no other', async () => {
  const charger = await connectStation(site)
  const first = await certify(site, charger)
  const second = await certify(site, charger)
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
  const charger = await connectStation(site)
  const first = await certify(site, charger)
  await site.site.revocations.seenInUse(first.stationId, first.serialNumber)
  const second = await certify(site, charger)
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

test('as soon as a certificate reads as revoked it is refused, before the revocation is flushed', async () => {
  const charger = await connectStation(site)
  const first = await certify(site, charger)
  const second = await certify(site, charger)
  const { revocations } = site.site
  const issuer = site.site.authority.current('issuing').id
  /** What the door says at the moment from which others are told that it is revoked. */
  const doorWhenTold = async (serialNumber: string) => {
    while (revocations.statusOf(issuer, serialNumber).kind !== 'revoked') await turn()
    return revocations.isRevoked(serialNumber)
  }
  let isFlushed = false
  const flushed = (going: Promise<unknown>) => {
    isFlushed = false
    return going.then(() => {
      isFlushed = true
    })
  }
  const superseding = flushed(revocations.seenInUse(second.stationId, second.serialNumber))
  expect(await doorWhenTold(first.serialNumber)).toBe(true)
  expect(isFlushed).toBe(false)
  await superseding
  const revoking = flushed(revocations.revoke('test', second.id, 'keyCompromise'))
  expect(await doorWhenTold(second.serialNumber)).toBe(true)
  expect(isFlushed).toBe(false)
  await revoking
})

test('revoking again ends a connection that the first try, which failed at the disk, has left open', async () => {
  const charger = await connectStation(site)
  const { id: certificateId, stationId, serialNumber } = await certify(site, charger)
  await site.client.certificates.revoke({ certificateId, reason: 'keyCompromise' })
  provedWith(stationId, serialNumber)
  expect(await site.client.certificates.revoke({ certificateId, reason: 'keyCompromise' })).toEqual({
    kind: 'already-revoked',
  })
  expect((await charger.closed).code).toBe(1008)
})

test('a certificate that is seen at another station, or of nobody, revokes nothing', async () => {
  const charger = await connectStation(site)
  const first = await certify(site, charger)
  const second = await certify(site, charger)
  const other = await site.client.stations.register({ identity: 'CP_2', serialNumber: 'SN-2' })
  await site.site.revocations.seenInUse(other.stationId, second.serialNumber)
  await site.site.revocations.seenInUse(second.stationId, '4711')
  expect(site.site.revocations.isRevoked(first.serialNumber)).toBe(false)
  expect(await newestCertificate(site)).toMatchObject({ seenAt: null })
})

test('a revoked certificate whose answer is missing is seen as delivered no more: it is not sent again', async () => {
  const charger = await connectStation(site)
  await charger.ask('SignCertificate', { csr: csrOf() })
  const requestId = (await pendingCase(site)).request.id
  await charger.close()
  await eventually(() => expect(site.site.connectedStations()).toBe(0))
  expect(await site.client.requests.approve({ requestId, reason: 'known' })).toMatchObject({ delivery: 'waiting' })
  expect(site.site.desk.head()).toHaveLength(1)
  await site.client.certificates.revoke({
    certificateId: (await newestCertificate(site)).id,
    reason: 'cessationOfOperation',
  })
  expect(site.site.desk.head()).toEqual([])
  expect(await site.client.requests.resend({ requestId })).toEqual({ kind: 'nothing-to-send' })
  const back = await connectStation(site)
  await back.ask('Heartbeat', {})
  expect(back.unasked).toEqual([])
})

test('a request for the key of a revoked certificate waits again and is blocked, but not when it only gave way', async () => {
  const charger = await connectStation(site)
  const keyPair = freshEcKeys()
  const first = await certify(site, charger, keyPair)
  const second = await certify(site, charger)
  await site.site.revocations.seenInUse(second.stationId, second.serialNumber)
  await charger.ask('SignCertificate', { csr: csrOf(keyPair) })
  const again = await pendingCase(site)
  expect(again.request.severity).not.toBe('block')
  await site.client.requests.approve({ requestId: again.request.id, reason: 'known' })
  await charger.obey({ status: 'Accepted' })

  await site.client.certificates.revoke({ certificateId: (await newestCertificate(site)).id, reason: 'keyCompromise' })
  await charger.ask('SignCertificate', { csr: csrOf(keyPair) })
  const blocked = await pendingCase(site)
  expect(blocked.findings[0]).toMatchObject({ code: 'key-revoked', severity: 'block' })
  expect(await site.client.requests.approve({ requestId: blocked.request.id, reason: 'known' })).toMatchObject({
    kind: 'blocked',
  })
  expect(first.id).toBeLessThan((await newestCertificate(site)).id)
})

test('what a revocation would hit is known before', async () => {
  const charger = await connectStation(site)
  const first = await certify(site, charger)
  const hits = async () => (await site.client.certificates.get({ certificateId: first.id })).hits
  expect(await hits()).toEqual({ connected: false, others: 0, needsCertificate: false })
  provedWith(first.stationId, first.serialNumber)
  const second = await certify(site, charger)
  expect(await hits()).toEqual({ connected: true, others: 1, needsCertificate: false })
  await site.client.certificates.revoke({ certificateId: second.id, reason: 'unspecified' })
  expect(await hits()).toEqual({ connected: true, others: 0, needsCertificate: false })
  expect((await site.client.certificates.get({ certificateId: first.id })).pem).toBe(first.pem)
  await expect(site.client.certificates.get({ certificateId: 99 })).rejects.toMatchObject({
    code: 'UNKNOWN_CERTIFICATE',
  })
})
