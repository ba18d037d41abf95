import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect as connectTls } from 'node:tls'
import { issueCertificate, issuerOf } from '@main/ca/issue'
import { newSerialNumber } from '@main/ca/serialNumber'
import { type Charger, createCharger } from '@simulator/index'
import { privateKeyPem, requestKey } from '@simulator/pki/keys'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ClientOptions } from 'ws'
import { eventually } from '../support/eventually'
import { fast } from '../support/fastEnvironment'
import { bootOf, RawCharger, refusalOf } from '../support/rawCharger'
import { TestCa } from '../support/testCa'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
let root: string
const chargers: Charger[] = []

beforeAll(async () => {
  site = await openTestSite({ tls: true })
  root = site.site.authority.certificatePem('root')
})
afterEach(async () => {
  await Promise.all(chargers.splice(0).map((charger) => charger.stop()))
})
afterAll(() => site.close())

let number = 0
/** A station of its own, admitted. */
async function station(serialNumber = ''): Promise<{ stationId: number; identity: string }> {
  number += 1
  const identity = `CP_${number}`
  const registered = await site.client.stations.register({ identity, serialNumber })
  return { stationId: registered.stationId, identity }
}

const basic = (user: string, password: string | Buffer): ClientOptions => ({
  headers: {
    authorization: `Basic ${Buffer.concat([Buffer.from(`${user}:`), Buffer.from(password)]).toString('base64')}`,
  },
})
const refused = (base: string, identity: string, options: ClientOptions = {}) =>
  refusalOf(base, identity, ['ocpp2.0.1'], { ca: root, ...options })
const connect = (base: string, identity: string, options: ClientOptions = {}) =>
  RawCharger.connect(base, identity, 'ocpp2.0.1', { ca: root, ...options })
const callsOf = (stationId: number) => site.client.refusedCalls.find({ stationId })

async function withPassword(profile: 1 | 2) {
  const made = await station()
  const { password } = await site.client.security.setPassword({ stationId: made.stationId })
  expect(await site.client.security.setProfile({ ...made, profile })).toEqual({ kind: 'saved', disconnected: false })
  return { ...made, password }
}

describe('profile 1: a password without TLS', () => {
  test('lets in who has it, and shows how', async () => {
    const { stationId, identity, password } = await withPassword(1)
    await connect(site.url, identity, basic(identity, password))
    expect(await site.client.security.get({ stationId })).toMatchObject({
      profile: 1,
      passwordAt: expect.any(Number),
      now: { transport: 'ws', provedBy: 'password' },
    })
    expect(await callsOf(stationId)).toEqual([])
  })

  test('takes a key of 1.6 as digits of any case and as the bytes that they mean', async () => {
    const { identity, password } = await withPassword(1)
    for (const sent of [password.toUpperCase(), Buffer.from(password, 'hex')]) {
      await connect(site.url, identity, basic(identity, sent))
    }
  })

  test('takes a password that a manager typed, in UTF-8 and with a colon', async () => {
    const { stationId, identity } = await withPassword(1)
    await site.client.security.setPassword({ stationId, password: 'gruen:größer:1234567' })
    await connect(site.url, identity, basic(identity, 'gruen:größer:1234567'))
  })

  test('refuses everybody else with 401 and a sentence, and keeps it', async () => {
    const { stationId, identity, password } = await withPassword(1)
    expect(await refused(site.url, identity)).toMatchObject({
      status: 401,
      body: expect.stringContaining('has to send its password'),
      headers: { 'www-authenticate': expect.stringContaining('Basic realm=') },
    })
    expect(await refused(site.url, identity, basic(identity, 'not-the-password-1'))).toMatchObject({
      status: 401,
      body: expect.stringContaining('not the one of this charger'),
    })
    expect(await refused(site.url, identity, basic('CP_OTHER', password))).toMatchObject({
      status: 401,
      body: expect.stringContaining('CP_OTHER'),
    })
    const mixedUp = await refused(site.url, identity, basic(password, identity))
    expect(mixedUp.status).toBe(401)
    expect(mixedUp.body).not.toContain(password)
    expect(await refused(site.url, identity, { headers: { authorization: 'Bearer x' } })).toMatchObject({ status: 401 })
    expect(await refused(site.tlsUrl, identity, basic(identity, password))).toMatchObject({
      status: 403,
      body: expect.stringContaining('ws://'),
    })
    const calls = await callsOf(stationId)
    expect(calls.map(({ reason, times, identity: named }) => [reason, times, named])).toEqual([
      ['needs-plain', 1, identity],
      ['no-password', 2, identity],
      ['wrong-user', 2, identity],
      ['wrong-password', 1, identity],
    ])
    expect(JSON.stringify(calls)).not.toContain('not-the-password-1')
  })

  test('is not set for a station without a password', async () => {
    const { stationId } = await station()
    expect(await site.client.security.setProfile({ stationId, profile: 1 })).toEqual({ kind: 'needs-password' })
    expect(await site.client.security.setProfile({ stationId, profile: 2 })).toEqual({ kind: 'needs-password' })
  })

  test('ends a connection that has not proved itself, and not one that has', async () => {
    const { stationId, identity } = await station()
    const open = await connect(site.url, identity)
    const { password } = await site.client.security.setPassword({ stationId })
    expect(await site.client.security.setProfile({ stationId, profile: 1 })).toEqual({
      kind: 'saved',
      disconnected: true,
    })
    expect(await open.closed).toMatchObject({ code: 1008, reason: expect.stringContaining('security profile') })
    await connect(site.url, identity, basic(identity, password))
    expect(await site.client.security.setProfile({ stationId, profile: 1 })).toEqual({
      kind: 'saved',
      disconnected: false,
    })
  })

  test('outlives a restart; the password is nowhere in the clear', async () => {
    const other = await openTestSite()
    const { stationId } = await other.client.stations.register({ identity: 'CP_1' })
    const { password } = await other.client.security.setPassword({ stationId })
    await other.client.security.setProfile({ stationId, profile: 1 })
    const again = await other.restart()
    await RawCharger.connect(again.url, 'CP_1', 'ocpp1.6', basic('CP_1', password))
    expect((await refusalOf(again.url, 'CP_1')).status).toBe(401)
    const everything = again.site.store.read.prepare('SELECT group_concat(detail) AS text FROM audit').get() as object
    const stored = again.site.store.read.prepare('SELECT * FROM station_security').get() as object
    expect(JSON.stringify([everything, stored])).not.toContain(password)
    await again.close()
  })
})

describe('profile 2: a password inside TLS', () => {
  test('lets in over TLS only', async () => {
    const { stationId, identity, password } = await withPassword(2)
    expect(await refused(site.url, identity, basic(identity, password))).toMatchObject({
      status: 403,
      body: expect.stringContaining('wss://'),
    })
    expect(await refused(site.tlsUrl, identity)).toMatchObject({ status: 401 })
    await connect(site.tlsUrl, identity, basic(identity, password))
    expect(await site.client.security.get({ stationId })).toMatchObject({
      now: { transport: 'wss', provedBy: 'password' },
    })
  })

  test('is where no TLS port is open not offered', async () => {
    const plain = await openTestSite()
    const { stationId } = await plain.client.stations.register({ identity: 'CP_1' })
    await plain.client.security.setPassword({ stationId })
    expect(await plain.client.security.setProfile({ stationId, profile: 2 })).toEqual({ kind: 'needs-tls' })
    await plain.close()
  })
})

describe('a changed password', () => {
  test('by hand: the old one ends at once, or stays until the new one is used', async () => {
    const { stationId, identity, password: first } = await withPassword(1)
    const { password: second } = await site.client.security.setPassword({ stationId, keepOld: true })
    expect(await site.client.security.get({ stationId })).toMatchObject({ nextPasswordAt: expect.any(Number) })
    await connect(site.url, identity, basic(identity, first))
    await connect(site.url, identity, basic(identity, second))
    await eventually(async () =>
      expect(await site.client.security.get({ stationId })).toMatchObject({ nextPasswordAt: null }),
    )
    expect(await refused(site.url, identity, basic(identity, first))).toMatchObject({ status: 401 })
    const { password: third } = await site.client.security.setPassword({ stationId })
    expect(await refused(site.url, identity, basic(identity, second))).toMatchObject({ status: 401 })
    await connect(site.url, identity, basic(identity, third))
  })

  const rotating = async () => {
    const made = await withPassword(1)
    const charger = await connect(site.url, made.identity, basic(made.identity, made.password))
    await charger.ask('BootNotification', bootOf('ocpp2.0.1'))
    expect(await site.client.security.rotatePassword({ stationId: made.stationId })).toMatchObject({ kind: 'sent' })
    const [, id, action, payload] = await charger.next()
    expect(action).toBe('SetVariables')
    const [asked] = (payload as { setVariableData: { attributeValue: string; component: object; variable: object }[] })
      .setVariableData
    expect(asked).toMatchObject({ component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } })
    const answer = (attributeStatus: string) =>
      charger.send([
        3,
        id,
        { setVariableResult: [{ attributeStatus, component: asked?.component, variable: asked?.variable }] },
      ])
    const settled = () =>
      eventually(async () =>
        expect(await site.client.security.get({ stationId: made.stationId })).toMatchObject({ nextPasswordAt: null }),
      )
    return { ...made, charger, fresh: asked?.attributeValue ?? '', answer, settled }
  }

  test('by command: accepted, only the new one counts', async () => {
    const { identity, password, fresh, answer, settled } = await rotating()
    answer('Accepted')
    await settled()
    expect(await refused(site.url, identity, basic(identity, password))).toMatchObject({ status: 401 })
    await connect(site.url, identity, basic(identity, fresh))
  })

  test('by command: refused, only the old one counts', async () => {
    const { identity, password, fresh, answer, settled } = await rotating()
    answer('Rejected')
    await settled()
    expect(await refused(site.url, identity, basic(identity, fresh))).toMatchObject({ status: 401 })
    await connect(site.url, identity, basic(identity, password))
  })

  test('by command: without an answer both count, until the new one is used', async () => {
    const { identity, password, fresh, charger, settled } = await rotating()
    charger.socket.terminate()
    await connect(site.url, identity, basic(identity, password))
    await connect(site.url, identity, basic(identity, fresh))
    await settled()
    expect(await refused(site.url, identity, basic(identity, password))).toMatchObject({ status: 401 })
  })

  test('by command: an answer settles its own password and those before it, and leaves a newer one open', async () => {
    const { stationId, identity, password, fresh, answer } = await rotating()
    const { password: newest } = await site.client.security.setPassword({ stationId, keepOld: true })
    answer('Accepted')
    await eventually(async () =>
      expect(await refused(site.url, identity, basic(identity, password))).toMatchObject({ status: 401 }),
    )
    expect(await site.client.security.get({ stationId })).toMatchObject({ nextPasswordAt: expect.any(Number) })
    await connect(site.url, identity, basic(identity, fresh))
    await connect(site.url, identity, basic(identity, newest))
  })

  test('by command: of several that were not answered none is forgotten before the station shows which it has', async () => {
    const { stationId, identity, password, fresh, charger, settled } = await rotating()
    charger.socket.terminate()
    const { password: second } = await site.client.security.setPassword({ stationId, keepOld: true })
    const { password: third } = await site.client.security.setPassword({ stationId, keepOld: true })
    await connect(site.url, identity, basic(identity, password))
    await connect(site.url, identity, basic(identity, fresh))
    await eventually(async () =>
      expect(await refused(site.url, identity, basic(identity, password))).toMatchObject({ status: 401 }),
    )
    await connect(site.url, identity, basic(identity, second))
    const back = await connect(site.url, identity, basic(identity, third))
    await settled()
    expect(await refused(site.url, identity, basic(identity, second))).toMatchObject({ status: 401 })
    for (let made = 0; made < 4; made += 1) await site.client.security.setPassword({ stationId, keepOld: true })
    await back.ask('BootNotification', bootOf('ocpp2.0.1'))
    expect(await site.client.security.rotatePassword({ stationId })).toEqual({ kind: 'too-many-open' })
    await connect(site.url, identity, basic(identity, third))
  })

  test('by command: the virtual charger takes it in both versions and comes back with it', async () => {
    for (const version of ['1.6', '2.0.1'] as const) {
      const { stationId, identity, password } = await withPassword(1)
      const charger = createCharger({ url: site.url, identity, version, password, ...fast })
      chargers.push(charger)
      charger.start()
      await charger.waitFor('ready', undefined, { from: 'history' })
      await site.client.security.rotatePassword({ stationId })
      await eventually(async () =>
        expect(await site.client.security.get({ stationId })).toMatchObject({ nextPasswordAt: null }),
      )
      const back = charger.waitFor('connected')
      charger.dropLink()
      charger.restoreLink()
      await back
      expect(await refused(site.url, identity, basic(identity, password))).toMatchObject({ status: 401 })
    }
  })

  test('without a connection nothing is changed', async () => {
    const { stationId } = await withPassword(1)
    expect(await site.client.security.rotatePassword({ stationId })).toEqual({ kind: 'offline' })
  })
})

/** A certificate of this site's issuing CA that is in no record. */
async function issueApart(serialNumber: string) {
  const { csrPem: _, keys, spki } = await requestKey('EC', serialNumber, 'Test Organisation')
  const issued = await site.site.authority.withIssuing(async (issuing) =>
    issueCertificate(
      {
        profile: 'station',
        commonName: serialNumber,
        organisation: 'Test Organisation',
        publicKey: Buffer.from(spki, 'base64'),
        certificateSerialNumber: newSerialNumber(randomBytes),
        now: Date.now(),
      },
      await issuerOf(issuing),
    ),
  )
  return { cert: issued.chainPem, key: await privateKeyPem(keys) }
}

/** A virtual charger that has asked for its certificate and got it. */
async function enrolled(serialNumber: string, keyType: 'EC' | 'RSA' = 'EC') {
  const made = await station(serialNumber)
  const charger = createCharger({
    url: site.tlsUrl,
    identity: made.identity,
    version: '2.0.1',
    serialNumber,
    organisation: 'Test Organisation',
    trustedRoots: [root],
    certificateRoot: root,
    keyType,
    ...fast,
  })
  chargers.push(charger)
  charger.start()
  await charger.waitFor('ready', undefined, { from: 'history' })
  await charger.requestCertificate()
  const [request] = await eventually(async () => {
    const { entries } = await site.client.requests.find({ status: 'pending' })
    const own = entries.filter((entry) => entry.owner.name === made.identity)
    expect(own).toHaveLength(1)
    return own
  })
  const installed = charger.waitFor('certificate-installed')
  const connected = charger.waitFor('connected')
  await site.client.requests.approve({ requestId: request?.id ?? 0 })
  await installed
  await connected
  await eventually(async () =>
    expect(await site.client.security.get({ stationId: made.stationId })).toMatchObject({ hasCertificate: true }),
  )
  return { ...made, charger }
}

describe('profile 3: a certificate', () => {
  test('belongs to the serial number that the charger tells: another one ends the connection, none does not', async () => {
    const { stationId, identity, charger } = await enrolled('SN-BOOT')
    const own = { cert: charger.certificate?.chain, key: charger.certificate?.privateKey }
    await charger.stop()
    await site.client.security.setProfile({ stationId, profile: 3 })
    const honest = await connect(site.tlsUrl, identity, own)
    const without = { reason: 'PowerUp', chargingStation: { vendorName: 'Vendor', model: 'Model' } }
    expect(await honest.ask('BootNotification', without)).toMatchObject({ status: 'Accepted' })
    expect(await honest.ask('BootNotification', bootOf('ocpp2.0.1', 'SN-BOOT'))).toMatchObject({ status: 'Accepted' })
    honest.send([2, 'other', 'BootNotification', bootOf('ocpp2.0.1', 'SN-ELSE')])
    expect(await honest.closed).toMatchObject({ code: 1008, reason: expect.stringContaining('serial number') })
  })

  test.each(['EC', 'RSA'] as const)('from the request (%s key) to the connection that it proves', async (keyType) => {
    const { stationId, charger, identity } = await enrolled(`SN-${keyType}`, keyType)
    const back = charger.waitFor('connected')
    expect(await site.client.security.setProfile({ stationId, profile: 3 })).toMatchObject({ kind: 'saved' })
    await back
    await eventually(async () =>
      expect(await site.client.security.get({ stationId })).toMatchObject({
        profile: 3,
        now: { transport: 'wss', provedBy: 'certificate' },
      }),
    )
    expect(await refused(site.url, identity)).toMatchObject({ status: 403, body: expect.stringContaining('wss://') })
    expect(await refused(site.tlsUrl, identity)).toMatchObject({
      status: 403,
      body: expect.stringContaining('has to show its certificate'),
    })
    const { password } = await site.client.security.setPassword({ stationId })
    expect((await refused(site.tlsUrl, identity, basic(identity, password))).status).toBe(403)
  })

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('is checked anew when a session is resumed (%s)', async (version) => {
    const { stationId, identity, charger } = await enrolled(`SN-${version}`)
    const own = { cert: charger.certificate?.chain, key: charger.certificate?.privateKey }
    await charger.stop()
    await site.client.security.setProfile({ stationId, profile: 3 })
    const at = { host: '127.0.0.1', port: Number(new URL(site.tlsUrl).port), ca: root, ...own }
    const limits = { minVersion: version, maxVersion: version }
    const first = connectTls({ ...at, ...limits })
    const [session] = (await once(first, 'session')) as [Buffer]
    first.destroy()
    const reused: boolean[] = []
    const resuming = {
      createConnection: () => {
        const socket = connectTls({ ...at, ...limits, session })
        socket.on('secureConnect', () => reused.push(socket.isSessionReused()))
        return socket
      },
    }
    await (await connect(site.tlsUrl, identity, resuming)).close()
    const { entries } = await site.client.certificates.find({ stationId })
    await site.client.certificates.revoke({ certificateId: entries[0]?.id ?? 0, reason: 'keyCompromise' })
    expect(await refused(site.tlsUrl, identity, resuming)).toMatchObject({
      status: 403,
      body: expect.stringContaining('has been revoked'),
    })
    expect(reused).toEqual([true, true])
  })

  test('is not set for a station that has none, or no serial number', async () => {
    const without = await station()
    expect(await site.client.security.setProfile({ ...without, profile: 3 })).toEqual({ kind: 'needs-serial-number' })
    const withSerial = await station('SN-NONE')
    expect(await site.client.security.setProfile({ ...withSerial, profile: 3 })).toEqual({ kind: 'needs-certificate' })
  })

  test('takes no certificate but the very one that was issued to this charger', async () => {
    const { stationId, identity, charger } = await enrolled('SN-STRICT')
    const own = { cert: charger.certificate?.chain, key: charger.certificate?.privateKey }
    const other = await enrolled('SN-OTHER')
    await charger.stop()
    await site.client.security.setProfile({ stationId, profile: 3 })
    await connect(site.tlsUrl, identity, own)
    const why = async (options: ClientOptions) => {
      const answer = await refused(site.tlsUrl, identity, options)
      expect(answer.status).toBe(403)
      return answer.body
    }
    expect(await why({ cert: other.charger.certificate?.chain, key: other.charger.certificate?.privateKey })).toContain(
      `issued to the charger ${other.identity}`,
    )
    expect(await why(await issueApart('SN-STRICT'))).toContain('not in the records')
    const foreign = await TestCa.create()
    const strange = async (options = {}) => {
      const { csrPem, keys } = await requestKey('EC', 'SN-STRICT', 'Test Organisation')
      return { cert: await foreign.sign(csrPem, options), key: await privateKeyPem(keys) }
    }
    expect(await why(await strange())).toContain('not issued by this site')
    expect(await why(await strange({ chain: ['leaf'] }))).toContain('not issued by this site')
    expect(await why(await strange({ chain: ['leaf', 'issuing', 'root'] }))).toContain('not issued by this site')

    await site.client.stations.update({ stationId, serialNumber: 'SN-NEW' })
    expect(await why(own)).toContain('serial number SN-STRICT; this charger is recorded as SN-NEW')
    await site.client.stations.update({ stationId, serialNumber: '' })
    expect(await why(own)).toContain('knows no serial number')
    await site.client.stations.update({ stationId, serialNumber: 'SN-STRICT' })
    await connect(site.tlsUrl, identity, own)

    const { entries } = await site.client.certificates.find({ stationId })
    await site.client.certificates.revoke({ certificateId: entries[0]?.id ?? 0, reason: 'keyCompromise' })
    expect(await why(own)).toContain('has been revoked')
    const reasons = (await callsOf(stationId)).map(({ reason }) => reason).sort()
    expect(reasons).toEqual([
      'certificate-other-serial',
      'certificate-other-station',
      'certificate-revoked',
      'certificate-unknown',
      'certificate-untrusted',
      'no-serial-number',
    ])
    const events = await site.client.events.security({ stationId })
    expect(events.entries.map(({ type }) => type)).toContain('InvalidChargingStationCertificate')
  })
})
