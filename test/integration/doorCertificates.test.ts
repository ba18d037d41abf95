import type { AccessRefusal } from '@shared/ocpp/securityProfile'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asClient, type Bend, bentCertificate, type Signed, signedOf } from '../support/bentCertificate'
import { certify, connectStation, STATION } from '../support/certifiedStation'
import { RawCharger, refusalOf } from '../support/rawCharger'
import { TestCa } from '../support/testCa'
import { openTestSite, type TestSite } from '../support/testSite'

/**
 * Each certificate is good but for one thing, and stands in the records of the site as the one that was issued to the
 * station: so nothing but the check for that thing can refuse it. The first test lets the one in that has no bend.
 */
let site: TestSite
let root: string
let issuing: Signed
let stationId: number
const names = { commonName: STATION.serialNumber, organisation: STATION.organisation }

beforeAll(async () => {
  site = await openTestSite({ tls: true })
  root = site.site.authority.certificatePem('root')
  const charger = await connectStation(site)
  await certify(site, charger)
  stationId = site.site.stations.viewAll()[0]?.id ?? 0
  expect(await site.client.security.setProfile({ stationId, profile: 3 })).toMatchObject({ kind: 'saved' })
  issuing = await site.site.authority.withIssuing((keyed) => signedOf(keyed.certificatePem, keyed.privateKeyPkcs8))
})
afterAll(() => site.close())

const bent = (bend?: Bend, issuer = issuing) => bentCertificate(issuer, names, bend)

/** Makes it the certificate that was issued to the station, whatever it is. */
async function record({ certificate }: Signed): Promise<void> {
  const serial = certificate.serialNumber.toLowerCase()
  await site.site.store.writer.write((db) => {
    // Another test may have revoked the one before.
    db.prepare(
      `UPDATE certificate SET pem = ?, serial_number = ?, revoked_at = NULL, revocation_reason = NULL, revoked_by = NULL
         WHERE station_id = ?`,
    ).run(certificate.toString('pem'), serial, stationId)
  })
}

const enter = async (own: Signed, ...above: Signed[]) =>
  RawCharger.connect(site.tlsUrl, STATION.identity, 'ocpp2.0.1', { ca: root, ...(await asClient(own, ...above)) })

/** What the caller is told, and under which reason it is kept. */
async function refusal(own: Signed, ...above: Signed[]) {
  const client = await asClient(own, ...above)
  const { status, body } = await refusalOf(site.tlsUrl, STATION.identity, ['ocpp2.0.1'], { ca: root, ...client })
  const [newest] = await site.client.refusedCalls.find({ stationId })
  return { status, body: body.trim(), reason: newest?.reason }
}

const beginningOf = (reason: AccessRefusal) => words.access[reason].split(/ *\(?\{\{/)[0] ?? ''
const refusedAs = (reason: AccessRefusal) => ({
  status: 403,
  reason,
  body: expect.stringContaining(beginningOf(reason)),
})

test('a certificate without a bend is let in, so that each of the others is refused for its bend alone', async () => {
  const good = await bent()
  await record(good)
  await (await enter(good)).close()
  await (await enter(good, issuing)).close()
})

test('a serial number with signs that names escape is the same number', async () => {
  const serialNumber = 'SN,1+2="3"; \\#<4>'
  await site.client.stations.update({ stationId, serialNumber })
  const good = await bent({ commonName: serialNumber })
  await record(good)
  await (await enter(good)).close()
  await site.client.stations.update({ stationId, serialNumber: STATION.serialNumber })
  expect(await refusal(good)).toMatchObject({
    reason: 'certificate-other-serial',
    body: expect.stringContaining('SN,1'),
  })
})

test.each<[string, AccessRefusal, Bend]>([
  ['has expired', 'certificate-expired', { from: -48, to: -1 }],
  ['is not valid yet', 'certificate-not-yet', { from: 1 }],
  ['was signed by itself', 'certificate-self-signed', { selfSigned: true }],
  ['is that of an authority', 'certificate-of-authority', { ca: true }],
  ['is a server’s', 'certificate-not-for-this', { extendedKeyUsage: '1.3.6.1.5.5.7.3.1' }],
  ['is for another serial number', 'certificate-other-serial', { commonName: 'SN-9999' }],
  ['is for another organisation', 'certificate-other-owner', { organisation: 'Another Organisation' }],
])('one that %s is refused', async (_, reason, bend) => {
  const certificate = await bent(bend)
  await record(certificate)
  expect(await refusal(certificate)).toEqual(refusedAs(reason))
})

describe('a chain that leads', () => {
  test('to a root of somebody else is refused, whatever of it is shown', async () => {
    const foreign = await TestCa.create()
    const certificate = await bent({}, foreign.issuing)
    await record(certificate)
    for (const above of [[], [foreign.issuing], [foreign.issuing, foreign.root]]) {
      expect(await refusal(certificate, ...above)).toEqual(refusedAs('certificate-untrusted'))
    }
  })

  test('over an authority that the issuing CA may not have (path length) is refused', async () => {
    const sub = await bent({ ca: true, commonName: 'Sub CA' })
    const certificate = await bent({}, sub)
    await record(certificate)
    expect(await refusal(certificate, sub, issuing)).toEqual(refusedAs('certificate-path'))
  })

  test('over the certificate of another station, which may sign nothing, is refused', async () => {
    const thief = await bent({ commonName: 'SN-THIEF' })
    const certificate = await bent({}, thief)
    await record(certificate)
    expect(await refusal(certificate, thief, issuing)).toEqual(refusedAs('certificate-path'))
  })

  test('to the name of the issuing CA, signed with another key, is refused', async () => {
    const other = await TestCa.create()
    const certificate = await bent({}, { certificate: issuing.certificate, keys: other.issuing.keys })
    await record(certificate)
    expect(await refusal(certificate)).toEqual(refusedAs('certificate-untrusted'))
  })
})

test('the issuing CA’s own certificate and key open no door', async () => {
  await record(issuing)
  expect(await refusal(issuing)).toEqual(refusedAs('certificate-of-authority'))
})

test('one that is in no record is refused, also when all in it is right', async () => {
  await record(await bent())
  expect(await refusal(await bent())).toEqual(refusedAs('certificate-unknown'))
})

test('one with the serial number of the one on record, and else another, is refused', async () => {
  const [recorded, other] = [await bent(), await bent()]
  await record(recorded)
  await site.site.store.writer.write((db) => {
    db.prepare('UPDATE certificate SET serial_number = ? WHERE station_id = ?').run(
      other.certificate.serialNumber.toLowerCase(),
      stationId,
    )
  })
  expect(await refusal(other)).toEqual(refusedAs('certificate-unknown'))
})

test('the right one of another charger is refused, and the other one is named', async () => {
  const good = await bent()
  await record(good)
  const other = await site.client.stations.register({ identity: 'CP_OTHER', serialNumber: STATION.serialNumber })
  await site.client.security.setPassword({ stationId: other.stationId })
  const belongsTo = (id: number) =>
    site.site.store.writer.write((db) => {
      db.prepare('UPDATE certificate SET station_id = ?').run(id)
    })
  await belongsTo(other.stationId)
  expect(await refusal(good)).toMatchObject({
    reason: 'certificate-other-station',
    body: expect.stringMatching(/CP_OTHER/),
  })
  await belongsTo(stationId)
  await (await enter(good)).close()
})

test('a revoked one is refused, and was let in before', async () => {
  const good = await bent()
  await record(good)
  await (await enter(good)).close()
  const { entries } = await site.client.certificates.find({ stationId })
  await site.client.certificates.revoke({ certificateId: entries[0]?.id ?? 0, reason: 'keyCompromise' })
  expect(await refusal(good)).toEqual(refusedAs('certificate-revoked'))
})
