import { connect as connectTcp } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { openStore } from '@main/store/open'
import { deleteBrokerSubscription, saveBrokerSubscription } from '@main/store/queries/broker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshEcKeys } from '../support/certificationRequests'
import { certify, connectStation, STATION } from '../support/certifiedStation'
import { connectDevice, enrolDevice, negotiate } from '../support/enrolledDevice'
import { eventually } from '../support/eventually'
import { RawCharger, refusalOf } from '../support/rawCharger'
import { cut, type DeviceKeys } from '../support/testBroker'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
let meter: DeviceKeys
let charger: DeviceKeys
/** How far the clock of the site is before that of the computer, in milliseconds. */
let ahead = 0
beforeAll(async () => {
  site = await openTestSite({ tls: true, mqtt: true, clock: () => Date.now() + ahead })
  meter = await enrolDevice(site, 'meter', { read: ['test/#'], write: ['test/#'] })
  const keyPair = freshEcKeys()
  const certified = await connectStation(site)
  const { pem } = await certify(site, certified, keyPair)
  certified.close()
  charger = { cert: pem, key: keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
})
afterAll(() => site.close())

const refusedCalls = async (reason: string) =>
  (await site.client.refusedCalls.find({})).filter((call) => call.reason === reason)
const deviceOf = (clientId: string) =>
  site.site.deviceSite.devices.list().find((device) => device.clientId === clientId)

describe('one TLS port', () => {
  test.each([
    [['x-amzn-mqtt-ca'], 'x-amzn-mqtt-ca'],
    [['mqtt'], 'mqtt'],
    [['http/1.1'], 'http/1.1'],
    [['h2', 'http/1.1'], 'http/1.1'],
    [[], 'none'],
    [['ocpp'], 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL'],
  ])('offered %j: %s', async (offered, expected) => {
    expect(await negotiate(site, offered)).toBe(expected)
  })

  test('a device and a charger on it at the same time', async () => {
    const inbox: string[] = []
    const device = await connectDevice(site, meter, {}, inbox)
    await site.client.stations.register({ identity: 'CP_TLS', serialNumber: 'S1' })
    const other = await RawCharger.connect(site.tlsUrl, 'CP_TLS', 'ocpp1.6', {
      ca: site.site.authority.certificatePem('root'),
    })
    await device.subscribeAsync('test/#', { qos: 1 })
    for (let turn = 0; turn < 5; turn += 1) {
      const [heartbeat] = await Promise.all([
        other.ask('Heartbeat', {}),
        device.publishAsync('test/x', String(turn), { qos: 1 }),
      ])
      expect(heartbeat).toHaveProperty('currentTime')
    }
    await eventually(() => expect(inbox).toEqual([0, 1, 2, 3, 4].map((turn) => `test/x ${turn}`)))
    expect(deviceOf('meter')?.connected).toBe(true)
    expect(deviceOf('meter')?.messagesPerMinute).toBeGreaterThanOrEqual(5)
    await device.endAsync()
    await eventually(() => expect(deviceOf('meter')).toMatchObject({ connected: false }))
    expect(await other.ask('Heartbeat', {})).toHaveProperty('currentTime')
    other.close()
  })

  test('a port for MQTT alone needs no ALPN, and takes whatever is offered there', async () => {
    const { port } = new URL(site.site.state().listeners[2]?.url ?? '')
    for (const ALPNProtocols of [undefined, ['x-amzn-mqtt-ca'], ['something']]) {
      const device = await connectDevice(site, meter, { port: Number(port), ALPNProtocols })
      await device.publishAsync('test/plain', 'x', { qos: 1 })
      await device.endAsync()
    }
  })

  test('who breaks off at the port for MQTT is among the callers turned away, as one that wanted MQTT', async () => {
    const { port } = new URL(site.site.state().listeners[2]?.url ?? '')
    const plain = connectTcp(Number(port), '127.0.0.1')
    plain.on('error', () => {}).write('no TLS at all')
    await new Promise((resolve) => plain.resume().once('close', resolve))
    await eventually(async () =>
      expect(await refusedCalls('tls-none')).toMatchObject([{ transport: 'mqtts', remoteAddress: '127.0.0.1' }]),
    )
    // It looks at our certificate when the handshake is over, and leaves without a word.
    const wary = connectTls({ port: Number(port), host: '127.0.0.1', ...meter, rejectUnauthorized: false })
    wary.once('session', () => wary.destroy())
    await eventually(async () =>
      expect(await site.client.refusedCalls.find({})).toContainEqual(
        expect.objectContaining({
          transport: 'mqtts',
          identity: 'meter',
          reason: 'tls-broken-off',
        }),
      ),
    )
  })

  test('without a certificate there is HTTP and no MQTT', async () => {
    await expect(connectDevice(site, null, { clientId: 'stranger' })).rejects.toThrow('Not authorized')
    expect(await refusedCalls('no-certificate')).toMatchObject([{ identity: 'stranger', transport: 'mqtts', times: 1 }])
  })
})

describe('certificates are for what they were made for', () => {
  test('a charger’s does not open the broker', async () => {
    await expect(connectDevice(site, charger, { clientId: 'x' })).rejects.toThrow('Not authorized')
    expect(await refusedCalls('certificate-of-station')).toMatchObject([{ data: { station: STATION.identity } }])
  })

  test('a device’s does not prove a charger', async () => {
    await site.client.security.setProfile({
      stationId: site.site.stations.find(STATION.identity)?.id ?? 0,
      profile: 3,
    })
    const refusal = await refusalOf(site.tlsUrl, STATION.identity, ['ocpp2.0.1'], {
      ca: site.site.authority.certificatePem('root'),
      ...meter,
    })
    expect(refusal).toMatchObject({ status: 403 })
    expect(refusal.body).toContain('meter')
    expect(await refusedCalls('certificate-of-device')).toMatchObject([{ data: { device: 'meter' } }])
  })
})

test('a device that was connected for a while was seen last when it went', async () => {
  const device = await connectDevice(site, meter)
  // Less than certificates are dated back.
  ahead = 20 * 60_000
  await device.endAsync()
  await eventually(() => expect(deviceOf('meter')?.lastSeenAt).toBeGreaterThan(Date.now() + ahead - 60_000))
})

test('revoking a device ends its connection at once, and it does not come back', async () => {
  const keys = await enrolDevice(site, 'lost')
  const device = await connectDevice(site, keys)
  const ended = cut(device)
  await site.client.devices.revoke({ deviceId: deviceOf('lost')?.id ?? 0, reason: 'keyCompromise' })
  await ended
  await expect(connectDevice(site, keys)).rejects.toThrow('Not authorized')
  expect(await refusedCalls('certificate-revoked')).toMatchObject([{ identity: 'lost' }])
})

test('sessions go on after a restart of the program', async () => {
  const keys = await enrolDevice(site, 'sleeper', { read: ['test/#'] })
  const first = await connectDevice(site, keys, { clientId: 'sleeper', clean: false })
  await first.subscribeAsync('test/#', { qos: 1 })
  await first.endAsync()
  await site.client.devices.publish({ topic: 'test/night', payload: 'kept', retain: false })
  site = await site.restart()
  const inbox: string[] = []
  await connectDevice(site, keys, { clientId: 'sleeper', clean: false }, inbox)
  await eventually(() => expect(inbox).toEqual(['test/night kept']))
})

test('a broker that does not open leaves nothing open: the data are free for the next start', async () => {
  const blank = await openTestSite({ setUp: false })
  const spoilt = { client_id: 'meter', topic: 'a', options: 'not JSON' }
  await blank.site.store.writer.write((db) => saveBrokerSubscription(db, spoilt))
  await expect(blank.restart()).rejects.toThrow(SyntaxError)
  const store = openStore({ folder: blank.folder, onLazyFailure: () => {} })
  await store.writer.write((db) => deleteBrokerSubscription(db, 'meter', 'a'))
  store.close()
  const again = await openTestSite({ setUp: false, folder: blank.folder })
  await again.close()
})
