import { once } from 'node:events'
import { connect as connectPlain, createServer, type Socket } from 'node:net'
import { connect, type PeerCertificate } from 'node:tls'
import { openSite, type Site } from '@main/site'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClientOptions } from 'ws'
import { eventually } from '../support/eventually'
import { bootOf, RawCharger, refusalOf } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
let root: string
beforeEach(async () => {
  site = await openTestSite({ tls: true })
  root = site.site.authority.certificatePem('root')
})
afterEach(() => site.close())

const portOf = (url: string) => Number(new URL(url).port)
const state = () => site.site.portChoices.state()
const stationOf = async (identity: string) => (await site.client.stations.register({ identity })).stationId
const audited = async () => (await site.client.events.audit({})).entries[0]

/** The certificate that the port shows to who asks for that name. */
async function shown(at: TestSite = site): Promise<PeerCertificate> {
  const socket = connect({ host: '127.0.0.1', port: portOf(at.tlsUrl), ca: root })
  await once(socket, 'secureConnect')
  const certificate = socket.getPeerCertificate()
  socket.destroy()
  return certificate
}

describe('names and addresses that the manager adds', () => {
  test('are in the certificate at once; who is connected stays so; a restart knows them', async () => {
    const charger = await RawCharger.connect(site.tlsUrl, 'CP_1', 'ocpp2.0.1', { ca: root })
    const before = await shown()
    expect(before.subjectaltname).not.toContain('ocpp.example.org')
    const saved = await site.client.ports.setNames({ extra: ['OCPP.example.org', '203.0.113.7', 'ocpp.example.org'] })
    expect(saved).toEqual({ kind: 'saved', extra: ['ocpp.example.org', '203.0.113.7'] })
    const after = await shown()
    expect(after.subject.CN).toBe('ocpp.example.org')
    expect(after.subjectaltname).toContain('DNS:ocpp.example.org')
    expect(after.subjectaltname).toContain('IP Address:203.0.113.7')
    expect(after.subjectaltname).toContain('IP Address:127.0.0.1')
    expect(await charger.ask('BootNotification', bootOf('ocpp2.0.1'))).toBeTruthy()
    expect(state()).toMatchObject({
      extra: ['ocpp.example.org', '203.0.113.7'],
      certificate: { names: { dns: expect.arrayContaining(['ocpp.example.org']) } },
    })
    expect(await audited()).toMatchObject({
      action: 'ports-changed',
      detail: { extraNames: [[], ['ocpp.example.org', '203.0.113.7']] },
    })
    await charger.close()

    site = await site.restart()
    expect((await shown()).subject.CN).toBe('ocpp.example.org')
    await site.client.ports.setNames({ extra: [] })
    expect((await shown()).subjectaltname).not.toContain('ocpp.example.org')
  })

  test('are all taken or none, each with what is wrong with it; the same ones change nothing', async () => {
    const before = await shown()
    const extra = ['ocpp.example.org', 'wss://ocpp.example.org', '*.example.org']
    expect(await site.client.ports.setNames({ extra })).toEqual({
      kind: 'bad-names',
      problems: [
        { entry: 'wss://ocpp.example.org', problem: 'with-scheme' },
        { entry: '*.example.org', problem: 'wildcard' },
      ],
    })
    expect(await site.client.ports.setNames({ extra: [] })).toEqual({ kind: 'saved', extra: [] })
    expect((await shown()).fingerprint256).toBe(before.fingerprint256)
    expect((await audited())?.action).toBe('site-set-up')
  })
})

describe('the port without TLS', () => {
  const close = (confirmed = false) => site.client.ports.setPlain({ open: false, confirmed })

  test('is not closed while that locks a charger out, and the chargers are named', async () => {
    const [byPassword, unseen, inside] = await Promise.all(['CP_PASSWORD', 'CP_UNSEEN', 'CP_INSIDE'].map(stationOf))
    await site.client.security.setPassword({ stationId: byPassword ?? 0 })
    await site.client.security.setProfile({ stationId: byPassword ?? 0, profile: 1 })
    const charger = await RawCharger.connect(site.tlsUrl, 'CP_INSIDE', 'ocpp2.0.1', { ca: root })
    await charger.ask('BootNotification', bootOf('ocpp2.0.1'))
    const outcome = await close()
    expect(outcome).toEqual({
      kind: 'locks-out',
      stations: [
        { id: byPassword, identity: 'CP_PASSWORD' },
        { id: unseen, identity: 'CP_UNSEEN' },
      ],
    })
    expect(state().plain).toMatchObject({ wanted: true, open: true })
    // Those who would come back with TLS by their profile are no reason.
    for (const stationId of [byPassword, unseen]) {
      await site.client.security.setPassword({ stationId: stationId ?? 0 })
      await site.client.security.setProfile({ stationId: stationId ?? 0, profile: 2 })
    }
    expect(await close()).toEqual({ kind: 'saved' })
    expect(inside).toBeDefined()
    expect(await charger.ask('Heartbeat', {})).toBeTruthy()
  })

  test('says goodbye to those who came by it, and stays closed after a restart', async () => {
    const stationId = await stationOf('CP_1')
    const plain = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1')
    await plain.ask('BootNotification', bootOf('ocpp2.0.1'))
    expect(await close(true)).toEqual({ kind: 'saved' })
    expect(await plain.closed).toMatchObject({ code: 1008, reason: expect.stringContaining('wss://') })
    const knocking = connectPlain({ host: '127.0.0.1', port: portOf(site.url) })
    expect((await once(knocking, 'error'))[0]).toMatchObject({ code: 'ECONNREFUSED' })
    expect(site.site.state().listeners.map(({ url }) => url)).toEqual([site.tlsUrl])
    expect(state().plain).toMatchObject({ wanted: false, open: false })
    expect(await audited()).toMatchObject({ action: 'ports-changed', detail: { plain: [true, false] } })

    await site.client.security.setPassword({ stationId })
    expect(await site.client.security.setProfile({ stationId, profile: 1 })).toEqual({ kind: 'needs-plain' })

    site = await site.restart()
    expect(site.site.state().listeners).toMatchObject([{ url: expect.stringMatching(/^wss:/) }])
    expect(await site.client.ports.setPlain({ open: true })).toEqual({ kind: 'saved' })
    const [opened] = site.site.state().listeners
    await RawCharger.connect(opened?.url ?? '', 'CP_1', 'ocpp2.0.1')
  })

  test('is not closed where it is the only one', async () => {
    const alone = await openTestSite()
    expect(await alone.client.ports.setPlain({ open: false, confirmed: true })).toEqual({ kind: 'needs-tls' })
    await alone.close()
  })

  test('stays closed when somebody else has it by then', async () => {
    await close(true)
    await site.site.close()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const again: Site = await openSite({
      dataFolder: site.folder,
      bind: '127.0.0.1',
      ocppPort: port,
      tlsPort: 0,
      demo: false,
      keyStore: site.keyStore,
      version: '0.0.0',
      log: site.log,
    })
    const open = () => again.portChoices.setPlain('test', { open: true, confirmed: false })
    await expect(open()).rejects.toMatchObject({ code: 'PORT_IN_USE', data: { port, option: '--ocpp-port' } })
    expect(again.portChoices.state().plain).toMatchObject({ wanted: false, open: false })
    await new Promise((resolve) => other.close(resolve))
    expect(await open()).toEqual({ kind: 'saved' })
    await again.close()
  })
})

describe('the mode for old chargers', () => {
  const withTls = (version: 'TLSv1' | 'TLSv1.1' | 'TLSv1.3'): ClientOptions => ({
    ca: root,
    minVersion: version,
    maxVersion: version,
    // Ours would not speak it otherwise.
    ciphers: 'AES128-SHA:TLS_AES_128_GCM_SHA256:@SECLEVEL=0',
  })
  const refusals = async () => (await site.client.refusedCalls.find({})).map(({ reason }) => reason)

  test('is off: TLS 1.0 and 1.1 are refused, and why is told', async () => {
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      await expect(RawCharger.connect(site.tlsUrl, 'CP_OLD', 'ocpp1.6', withTls(version))).rejects.toThrow()
    }
    await eventually(async () => expect(await refusals()).toEqual(['tls-version']))
  })

  test('serves chargers of 1.6 and no others, until it ends', async () => {
    expect(await site.client.ports.setOldChargers({ allowed: true })).toEqual({ kind: 'saved' })
    expect(await audited()).toMatchObject({ action: 'ports-changed', detail: { oldChargers: [false, true] } })
    const old = await RawCharger.connect(site.tlsUrl, 'CP_OLD', 'ocpp1.6', withTls('TLSv1'))
    const older = await RawCharger.connect(site.tlsUrl, 'CP_OLDER', 'ocpp1.6', withTls('TLSv1.1'))
    const modern = await RawCharger.connect(site.tlsUrl, 'CP_NEW', 'ocpp2.0.1', withTls('TLSv1.3'))
    await old.ask('BootNotification', bootOf('ocpp1.6'))
    expect(state().oldChargers).toMatchObject({
      allowed: true,
      connected: [
        { identity: 'CP_OLD', tlsVersion: 'TLSv1' },
        { identity: 'CP_OLDER', tlsVersion: 'TLSv1.1' },
      ],
    })
    expect(await refusalOf(site.tlsUrl, 'CP_2X', ['ocpp2.0.1'], withTls('TLSv1'))).toMatchObject({
      status: 403,
      body: expect.stringContaining('OCPP 2 needs TLS 1.2'),
    })
    expect(await refusals()).toEqual(['tls-too-old'])

    await site.client.ports.setOldChargers({ allowed: false })
    for (const charger of [old, older]) {
      expect(await charger.closed).toMatchObject({ code: 1008, reason: expect.stringContaining('TLS 1.2') })
    }
    await modern.ask('BootNotification', bootOf('ocpp2.0.1'))
    await expect(RawCharger.connect(site.tlsUrl, 'CP_OLD', 'ocpp1.6', withTls('TLSv1'))).rejects.toThrow()
    expect(state().oldChargers).toEqual({ allowed: false, connected: [] })
  })

  test('serves none that shook hands before it ended and calls after that; nor does a port that was closed so', async () => {
    await site.client.ports.setOldChargers({ allowed: true })
    /** Begins to call; goes on when it is told to, until it has heard what is wanted. */
    const call = (socket: Socket, path: string) => {
      const lines = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13']
      const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
      socket.write(`GET /${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('\r\n')}\r\n`)
      return async (wanted: string) => {
        socket.write(`${key}\r\nSec-WebSocket-Protocol: ocpp1.6\r\n\r\n`)
        let heard = ''
        for await (const chunk of socket.setEncoding('latin1')) {
          heard += chunk
          if (heard.includes(wanted)) return
        }
        throw new Error(`not told: ${heard}`)
      }
    }
    const { ciphers } = withTls('TLSv1')
    const old = { ca: root, ciphers, minVersion: 'TLSv1', maxVersion: 'TLSv1' } as const
    const secure = connect({ host: '127.0.0.1', port: portOf(site.tlsUrl), ...old })
    await once(secure, 'secureConnect')
    const plain = connectPlain({ host: '127.0.0.1', port: portOf(site.url) })
    await once(plain, 'connect')
    const [goOnOld, goOnPlain] = [call(secure, 'CP_OLD'), call(plain, 'CP_PLAIN')]
    await site.client.ports.setOldChargers({ allowed: false })
    await goOnOld('This site speaks TLS 1.2 and 1.3 only')
    const closing = site.client.ports.setPlain({ open: false, confirmed: true })
    await eventually(() => expect(state().plain.open).toBe(false))
    await goOnPlain('reached with TLS only')
    expect(await closing).toEqual({ kind: 'saved' })
    await site.client.ports.setPlain({ open: true })
    expect(site.site.connectedStations()).toBe(0)
  })

  test('serves no devices, neither with MQTT nor at their addresses', async () => {
    await site.client.ports.setOldChargers({ allowed: true })
    const port = portOf(site.tlsUrl)
    /** Everything that comes back. */
    const heard = async (version: 'TLSv1.1' | 'TLSv1.2', said: string | Buffer, ALPNProtocols: string[]) => {
      const limits = { minVersion: version, maxVersion: version, ciphers: 'AES128-SHA:AES128-GCM-SHA256:@SECLEVEL=0' }
      const socket = connect({ host: '127.0.0.1', port, ca: root, ...limits, ALPNProtocols })
      socket.write(said)
      let bytes = ''
      for await (const chunk of socket.setEncoding('latin1')) bytes += chunk
      return bytes
    }
    const mqttConnect = Buffer.from([0x10, 13, 0, 4, ...Buffer.from('MQTT'), 4, 2, 0, 60, 0, 1, 0x61])
    expect(await heard('TLSv1.2', mqttConnect, ['x-amzn-mqtt-ca'])).not.toBe('')
    expect(await heard('TLSv1.1', mqttConnect, ['x-amzn-mqtt-ca'])).toBe('')
    const asked = 'GET /route HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
    expect(await heard('TLSv1.2', asked, ['http/1.1'])).not.toContain('HTTP/1.1 426')
    expect(await heard('TLSv1.1', asked, ['http/1.1'])).toContain('HTTP/1.1 426')
  })

  test('outlives a restart', async () => {
    await site.client.ports.setOldChargers({ allowed: true })
    site = await site.restart()
    await RawCharger.connect(site.tlsUrl, 'CP_OLD', 'ocpp1.6', withTls('TLSv1.1'))
  })
})

test('where both certificates are shown, the choice of one is kept for where they are not', async () => {
  expect(state().keys).toEqual({ both: true, shown: 'ec' })
  await site.client.ports.setShownKey({ key: 'rsa' })
  expect(state().keys).toEqual({ both: true, shown: 'rsa' })
  expect((await shown()).bits).toBe(256)
})

test('nothing is decided before the first run', async () => {
  const fresh = await openTestSite({ setUp: false, tls: true })
  await expect(fresh.client.ports.setNames({ extra: ['a.example'] })).rejects.toMatchObject({ code: 'NOT_SET_UP' })
  await expect(fresh.client.ports.setPlain({ open: false })).rejects.toMatchObject({ code: 'NOT_SET_UP' })
  await expect(fresh.client.ports.setOldChargers({ allowed: true })).rejects.toMatchObject({ code: 'NOT_SET_UP' })
  await expect(fresh.client.ports.setShownKey({ key: 'rsa' })).rejects.toMatchObject({ code: 'NOT_SET_UP' })
  await fresh.close()
})
