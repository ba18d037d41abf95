import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { issuerHashes } from '@main/ca/ocsp/issuerHashes'
import type { findings as words } from '@shared/words/en/findings'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  asking,
  element,
  freshEcKeys,
  keys,
  oid,
  pem,
  type RequestRecipe,
  requestDer,
  rsaSpki,
  sequence,
} from '../support/certificationRequests'
import { csrOf, DeskAtSite, SERIAL } from '../support/deskAtSite'
import type { RawCharger } from '../support/rawCharger'

/** One site for all: each request has its own station, so that nothing of one is found in another. */
let desk: DeskAtSite
let count = 0
beforeAll(async () => {
  desk = await DeskAtSite.open()
  return () => desk.site.close()
})

type FindingWords = keyof typeof words

const newStation = async () => {
  count += 1
  const identity = `BAD_${count}`
  const { stationId } = await registered(identity)
  await desk.withPassword(identity)
  return { identity, stationId, charger: await desk.connect('ocpp2.1', identity) }
}
async function registered(identity: string) {
  const outcome = await desk.site.client.stations.register({ identity, serialNumber: SERIAL })
  if (outcome.kind !== 'registered') throw new Error(outcome.kind)
  return outcome
}

/** What a station is told, and what the desk found in what it sent. */
async function foundIn(charger: RawCharger, identity: string, request: object) {
  const { status } = await charger.ask('SignCertificate', request)
  const [entry] = (await desk.site.client.requests.find({ limit: 5 })).entries
  if (entry?.owner.name !== identity) return { status, id: 0, codes: [] as string[], severity: null }
  const { findings } = await desk.caseOf(entry.id)
  const worst = findings.filter(({ severity }) => severity === entry.severity).map(({ code }) => code)
  return { status, id: entry.id, codes: worst, severity: entry.severity }
}

const site = (recipe: RequestRecipe): string => csrOf(recipe)
const named = (...subject: (readonly [string, string])[]) => ({ subject })
const good = requestDer({
  keyPair: keys('P-256'),
  subject: [
    ['O', 'Test Organisation'],
    ['CN', SERIAL],
  ],
})

/** Changes one byte from the end: the signature, and with it nothing else. */
function tampered(der: Buffer): Buffer {
  const copy = Buffer.from(der)
  copy.writeUInt8(copy.readUInt8(copy.length - 1) ^ 1, copy.length - 1)
  return copy
}
/** The outer length in one byte more than is needed. */
const longLength = Buffer.concat([Buffer.from([0x30, 0x83, 0]), good.subarray(2)])
const indefinite = Buffer.concat([
  Buffer.from([0x30, 0x80]),
  good.subarray(good[1] === 0x82 ? 4 : 3),
  Buffer.from([0, 0]),
])

const BLOCKED: [string, FindingWords, string][] = [
  ['a bad signature', 'possession-not-proven', pem(tampered(good))],
  ['a signature of another key', 'possession-not-proven', site({ signWith: freshEcKeys().privateKey })],
  ['RSA of 1024 bits', 'key-too-small', site({ keyPair: keys('RSA-1024') })],
  ['RSA with the exponent 3', 'key-weak-exponent', site({ keyPair: keys('RSA-e3') })],
  ['the curve P-521', 'key-curve-not-allowed', site({ keyPair: keys('P-521') })],
  ['the curve of bitcoins', 'key-curve-not-allowed', site({ keyPair: keys('secp256k1') })],
  ['an Ed25519 key', 'key-kind-not-allowed', site({ keyPair: keys('ed25519') })],
  [
    'an RSA number that is even',
    'key-small-factor',
    site({
      spki: rsaSpki(2n ** 2047n, 65_537n),
      algorithm: sequence(oid('1.2.840.113549.1.1.11'), element(5)),
    }),
  ],
  ['MD5', 'signature-broken-hash', site({ keyPair: keys('RSA-2048'), digest: 'md5' })],
  ['CA:TRUE', 'asks-to-be-authority', site({ extensions: [asking.authority] })],
  ['keyCertSign', 'asks-to-be-authority', site({ extensions: [asking.certificateSigning] })],
  ['an unknown critical extension', 'unknown-critical-extension', site({ extensions: [asking.unknownCritical] })],
]
const WARNED: [string, FindingWords, string][] = [
  ['alternative names', 'alternative-names-not-copied', site({ extensions: [asking.alternativeNames] })],
  ['another CN', 'cn-differs', site(named(['O', 'Test Organisation'], ['CN', 'SN-9999']))],
  ['no CN', 'cn-missing', site(named(['O', 'Test Organisation']))],
  ['two CNs', 'cn-several', site(named(['O', 'Test Organisation'], ['CN', SERIAL], ['CN', 'SN-2']))],
  ['another O', 'organisation-differs', site(named(['O', 'Elsewhere'], ['CN', SERIAL]))],
  ['no O', 'organisation-missing', site(named(['CN', SERIAL]))],
]
const UNREADABLE: [string, FindingWords, string][] = [
  ['trailing bytes', 'unreadable-trailing-bytes', pem(Buffer.concat([good, Buffer.from([5, 0])]))],
  ['a length that is longer than it has to be', 'unreadable-malformed', pem(longLength)],
  ['the indefinite length of BER', 'unreadable-malformed', pem(indefinite)],
  ['half of it', 'unreadable-malformed', pem(good.subarray(0, 100))],
  ['two of them', 'unreadable-several-blocks', pem(good) + pem(good)],
  ['a certificate', 'unreadable-other-content', pem(good, 'CERTIFICATE')],
  ['a private key', 'unreadable-private-key', pem(good, 'EC PRIVATE KEY')],
  ['letters that do not belong there', 'unreadable-bad-base64', pem(good).replace('M', '*')],
  ['words', 'unreadable-no-block', 'please sign this'],
]

describe('a request with', () => {
  test.each(BLOCKED)('%s is taken, and can not be approved', async (_, code, csr) => {
    const { charger, identity } = await newStation()
    const found = await foundIn(charger, identity, { csr })
    expect(found).toMatchObject({ status: 'Accepted', severity: 'block' })
    expect(found.codes).toContain(code)
    expect(await desk.approve(found.id)).toMatchObject({ kind: 'blocked' })
  })

  test.each(WARNED)('%s is approved only with a reason, and gets nothing of it', async (_, code, csr) => {
    const { charger, identity } = await newStation()
    const found = await foundIn(charger, identity, { csr })
    expect(found).toMatchObject({ status: 'Accepted', severity: 'warn' })
    expect(found.codes).toContain(code)
    expect(await desk.site.client.requests.approve({ requestId: found.id })).toMatchObject({ kind: 'reason-needed' })
    expect(await desk.approve(found.id)).toMatchObject({ kind: 'approved' })
    await charger.obey({ status: 'Accepted' })
    const { certificate } = await desk.caseOf(found.id)
    expect(certificate?.subject).toBe(`O=Test Organisation, CN=${SERIAL}`)
    expect(new X509Certificate(certificate?.pem ?? '').subjectAltName).toBeUndefined()
  })

  test.each(UNREADABLE)('%s is told Rejected and kept to be explained', async (_, code, csr) => {
    const { charger, identity } = await newStation()
    const found = await foundIn(charger, identity, { csr })
    expect(found).toMatchObject({ status: 'Rejected', severity: 'block' })
    expect(found.codes).toEqual([code])
    const { asked } = await desk.caseOf(found.id)
    const isSecret = csr.includes('PRIVATE KEY')
    expect(asked.pem).toBe(isSecret ? csr.replace(/\n[^-]+\n/, '\n••••\n') : csr)
  })

  test('more characters than the message has room for is refused before it comes to the desk', async () => {
    const { charger, identity } = await newStation()
    const frame = await charger.call('SignCertificate', { csr: 'x'.repeat(5_501) })
    expect(frame[0]).toBe(4)
    expect((await desk.site.client.requests.find({})).entries[0]?.owner.name).not.toBe(identity)
  })

  test('the key of another charger, of an authority or of a revoked certificate can not be approved', async () => {
    const one = await newStation()
    const keyPair = freshEcKeys()
    const first = await foundIn(one.charger, one.identity, { csr: csrOf({ keyPair }) })
    await desk.approve(first.id)
    await one.charger.obey({ status: 'Accepted' })
    const other = await newStation()
    const copied = await foundIn(other.charger, other.identity, { csr: csrOf({ keyPair }) })
    expect(copied.codes).toEqual(['key-of-other-station'])
    const [certificate] = (await desk.site.client.certificates.find({ stationId: one.stationId })).entries
    const certificateId = certificate?.id ?? 0
    await desk.site.client.certificates.revoke({ certificateId, reason: 'keyCompromise' })
    const withdrawn = await foundIn(other.charger, other.identity, { csr: csrOf({ keyPair, digest: 'sha384' }) })
    expect(withdrawn.codes).toEqual(['key-revoked', 'key-of-other-station'])
    const authorityKey = new X509Certificate((await desk.site.client.certificates.authority()).issuing.pem).publicKey
    const stolen = await newStation()
    const asked = await foundIn(stolen.charger, stolen.identity, {
      csr: csrOf({ spki: authorityKey.export({ format: 'der', type: 'spki' }) }),
    })
    expect(asked.codes).toContain('key-of-authority')
  })
})

describe('a request of 2.1', () => {
  test('for another root than ours can not be approved, one for ours can', async () => {
    const { root } = await desk.site.client.certificates.authority()
    const hashes = issuerHashes(root.pem, '2.16.840.1.101.3.4.2.1')
    const ours = {
      hashAlgorithm: 'SHA256',
      issuerNameHash: hashes?.name.toUpperCase(),
      issuerKeyHash: hashes?.key,
      serialNumber: root.serialNumber,
    }
    const { charger, identity } = await newStation()
    const certificateType = 'V2GCertificate'
    const ask = (hashRootCertificate: object) =>
      foundIn(charger, identity, { csr: csrOf(), certificateType, hashRootCertificate })
    expect(await ask({ ...ours, issuerKeyHash: '00' })).toMatchObject({
      severity: 'block',
      codes: ['other-root-asked'],
    })
    expect(await ask({ ...ours, serialNumber: '01' })).toMatchObject({ severity: 'block' })
    const found = await ask(ours)
    expect(found).toMatchObject({ severity: 'warn', codes: ['v2g-private-root'] })
    await desk.approve(found.id)
    expect((await charger.obey({ status: 'Accepted' })).payload.certificateType).toBe(certificateType)
    const { certificate } = await desk.caseOf(found.id)
    expect(certificate?.subject).toBe(`DC=CPO, O=Test Organisation, CN=${SERIAL}`)
    expect((certificate?.notAfter ?? 0) - (certificate?.notBefore ?? 0)).toBeLessThan(93 * 24 * 3_600_000)
  })

  test('for a certificate of ISO 15118-20 can not be approved', async () => {
    const { charger, identity } = await newStation()
    expect(await foundIn(charger, identity, { csr: csrOf(), certificateType: 'V2G20Certificate' })).toMatchObject({
      codes: ['certificate-type-not-offered'],
    })
  })
})

describe('a station that takes only short chains', () => {
  const told = (stationId: number, value: number) =>
    desk.site.site.store.writer
      .write((db) => {
        db.prepare(
          `INSERT INTO variable (station_id, component, component_instance, evse_id, connector_id, variable,
             variable_instance, attribute, value, reported_at, difference)
           VALUES (?, 'SecurityCtrlr', '', -1, -1, 'MaxCertificateChainSize', '', 'Actual', ?, 0, 'same')`,
        ).run(stationId, String(value))
      })
      .then(() => desk.site.site.changes.emit('variables', stationId))

  test('gets its certificate alone where the chain has no room', async () => {
    const { charger, identity, stationId } = await newStation()
    await told(stationId, 1_000)
    const found = await foundIn(charger, identity, { csr: csrOf() })
    expect(found).toMatchObject({ severity: 'note', codes: ['chain-leaf-only'] })
    await desk.approve(found.id)
    const chain = String((await charger.obey({ status: 'Accepted' })).payload.certificateChain)
    expect(chain.match(/BEGIN CERTIFICATE/g)).toHaveLength(1)
    expect(chain.length).toBeLessThanOrEqual(1_000)
  })

  test('is told why there is none where not even that fits', async () => {
    const { charger, identity, stationId } = await newStation()
    await told(stationId, 500)
    const found = await foundIn(charger, identity, { csr: csrOf() })
    expect(found).toMatchObject({ severity: 'block', codes: ['chain-too-long'] })
    expect(await desk.approve(found.id)).toMatchObject({ kind: 'blocked' })
  })

  test('gets the whole chain where it has room, also when it told of it only after it had asked', async () => {
    const { charger, identity, stationId } = await newStation()
    const found = await foundIn(charger, identity, {
      csr: csrOf({ keyPair: generateKeyPairSync('rsa', { modulusLength: 2048 }) }),
    })
    await told(stationId, 5_600)
    await desk.approve(found.id)
    const chain = String((await charger.obey({ status: 'Accepted' })).payload.certificateChain)
    expect(chain.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
  })
})

test('a storm of one station is bounded, and keeps no other from asking', async () => {
  const storm = await DeskAtSite.open({ desk: { askedPerOwner: 5 } })
  try {
    await storm.site.client.stations.register({ identity: 'CALM', serialNumber: 'SN-2' })
    const [loud, calm] = [await storm.connect(), await storm.connect('ocpp1.6', 'CALM', 'SN-2')]
    const csr = csrOf()
    const answers = await Promise.all(Array.from({ length: 12 }, () => storm.sign(loud, csr)))
    expect(answers.filter((answer) => answer === 'Accepted')).toHaveLength(5)
    expect(await storm.requests()).toMatchObject([{ times: 5 }])
    expect(await storm.sign(calm, csrOf())).toBe('Accepted')
  } finally {
    await storm.site.close()
  }
})
