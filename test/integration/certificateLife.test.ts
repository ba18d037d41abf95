import { once } from 'node:events'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { type Charger, createCharger } from '@simulator/index'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientOptions } from 'ws'
import { STATION } from '../support/certifiedStation'
import { eventually } from '../support/eventually'
import { fast } from '../support/fastEnvironment'
import { RawCharger, refusalOf } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
let root: string
let charger: Charger
let stationId: number
beforeEach(async () => {
  site = await openTestSite({ tls: true })
  root = site.site.authority.certificatePem('root')
  const { identity, serialNumber, organisation } = STATION
  ;({ stationId } = await site.client.stations.register({ identity, serialNumber }))
  charger = createCharger({
    url: site.tlsUrl,
    identity,
    version: '2.0.1',
    serialNumber,
    organisation,
    trustedRoots: [root],
    certificateRoot: root,
    ...fast,
  })
  charger.start()
  await charger.waitFor('ready', undefined, { from: 'history' })
})
afterEach(async () => {
  await charger.stop()
  await site.close()
})

const certificates = async () => (await site.client.certificates.find({ stationId })).entries
/** The charger asks for a certificate, gets it, and comes back with it. */
async function enrol() {
  const installed = charger.waitFor('certificate-installed')
  const back = charger.waitFor('connected')
  await charger.requestCertificate()
  const { entries } = await eventually(async () => {
    const found = await site.client.requests.find({ status: 'pending' })
    expect(found.entries).toHaveLength(1)
    return found
  })
  await site.client.requests.approve({ requestId: entries[0]?.id ?? 0, reason: 'known' })
  await installed
  await back
  return eventually(async () => {
    const [newest] = await certificates()
    expect(newest?.delivery.state).toBe('accepted')
    return newest ?? expect.unreachable()
  })
}
const own = (): ClientOptions => ({
  ca: root,
  cert: charger.certificate?.chain,
  key: charger.certificate?.privateKey,
})
/** Connects by TLS and HTTP, and gives what resumes the session that the server offers. */
async function sessionOf(options: ClientOptions): Promise<Buffer> {
  const { port } = new URL(site.tlsUrl)
  const socket: TLSSocket = connectTls({
    ...options,
    host: '127.0.0.1',
    port: Number(port),
    checkServerIdentity: () => undefined,
  } as object)
  const offered = once(socket, 'session')
  await once(socket, 'secureConnect')
  socket.write('GET /pki/root.crt HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
  socket.resume()
  const [session] = await offered
  await once(socket, 'close')
  return session as Buffer
}

test('over profile 3: renewed, the old one gives way when the new one is used, and revoking ends it all', async () => {
  const first = await enrol()
  const proved = charger.waitFor('connected')
  expect(await site.client.security.setProfile({ stationId, profile: 3 })).toMatchObject({ kind: 'saved' })
  await proved
  await eventually(async () => expect((await certificates())[0]?.seenAt).not.toBeNull())
  const before = own()

  const second = await enrol()
  expect(second.id).not.toBe(first.id)
  await eventually(async () => {
    expect(await certificates()).toMatchObject([
      { id: second.id, revocation: null, seenAt: expect.any(Number) },
      { id: first.id, revocation: { reason: 'superseded', by: STATION.identity } },
    ])
  })
  const refused = async (options: ClientOptions) =>
    (await refusalOf(site.tlsUrl, STATION.identity, ['ocpp2.0.1'], options)).body
  expect(await refused(before)).toContain('has been revoked')

  const { hits } = await site.client.certificates.get({ certificateId: second.id })
  expect(hits).toEqual({ connected: true, others: 0, needsCertificate: true })
  const ended = charger.waitFor('disconnected')
  expect(await site.client.certificates.revoke({ certificateId: second.id, reason: 'keyCompromise' })).toEqual({
    kind: 'revoked',
    disconnected: true,
  })
  await ended
  await charger.stop()
  expect(await refused(own())).toContain('has been revoked')
  expect(site.site.connectedStations()).toBe(0)
})

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a session of %s that is resumed outlives no revocation',
  async (version) => {
    const { id } = await enrol()
    await charger.stop()
    await site.client.security.setProfile({ stationId, profile: 3 })
    const options: ClientOptions = { ...own(), minVersion: version, maxVersion: version }
    const session = await sessionOf(options)
    const resuming: ClientOptions & { session: Buffer } = { ...options, session }
    const connection = await RawCharger.connect(site.tlsUrl, STATION.identity, 'ocpp2.0.1', resuming)
    expect((connection.socket as unknown as { _socket: TLSSocket })._socket.isSessionReused()).toBe(true)
    expect(await site.client.certificates.revoke({ certificateId: id, reason: 'keyCompromise' })).toMatchObject({
      disconnected: true,
    })
    expect((await connection.closed).code).toBe(1008)
    const answer = await refusalOf(site.tlsUrl, STATION.identity, ['ocpp2.0.1'], resuming)
    expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('has been revoked') })
  },
)
