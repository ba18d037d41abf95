import { request } from 'node:https'
import { PushMessage, SITE_TOPICS } from '@shared/devices/pushMessage'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { STATION } from '../support/certifiedStation'
import { DeviceClient } from '../support/deviceClient'
import { connectDevice, type EnrolledDevice, enrolDevice, tlsPortOf } from '../support/enrolledDevice'
import { eventually } from '../support/eventually'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
let gateway: EnrolledDevice
let client: MqttClient
/** The schema that devices are given, as they would use it. */
let isAsDocumented: ValidateFunction
const inbox: string[] = []
const messages = () =>
  inbox.map((line) => {
    const space = line.indexOf(' ')
    const message: unknown = JSON.parse(line.slice(space + 1))
    if (!isAsDocumented(message)) throw new Error(JSON.stringify(isAsDocumented.errors))
    return { topic: line.slice(0, space), message: PushMessage.parse(message) }
  })
/** What was pushed about a charger or device. */
const pushed = (deviceId: string) =>
  messages()
    .filter(({ topic, message }) => topic === 'app/clients/gateway/push' && message.deviceId === deviceId)
    .map(({ message }) => message)

function call(method: string, path: string, body?: object): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port: tlsPortOf(site),
      path,
      method,
      ca: site.site.authority.certificatePem('root'),
      headers: {
        authorization: `Bearer ${gateway.token}`,
        'x-client-id': 'gateway',
        'x-message-id': 'AAAAAAAAAAAAAAAAAAAAAA',
        'content-type': 'application/json',
      },
    })
    asked.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode)))
    asked.on('error', reject)
    asked.end(body ? JSON.stringify(body) : undefined)
  })
}

beforeAll(async () => {
  site = await openTestSite({ tls: true, push: { gatherMs: 1 }, homeAssistant: true })
  await site.client.stations.register({ identity: STATION.identity, serialNumber: STATION.serialNumber })
  gateway = await enrolDevice(site, 'gateway', { read: ['site/#', 'homeassistant/#'] })
  client = await connectDevice(site, gateway, {}, inbox)
  await client.subscribeAsync('app/clients/gateway/push', { qos: 1 })
  const origin = `https://127.0.0.1:${tlsPortOf(site)}`
  const reader = new DeviceClient(origin, null, null, { ca: site.site.authority.certificatePem('root') })
  const ajv = addFormats(new Ajv2020({ allowUnionTypes: true }))
  isAsDocumented = ajv.compile((await reader.call('GET', '/devices/push.schema.json')).body)
})
beforeEach(() => inbox.splice(0))
afterAll(() => site.close())

test('what happens at a charger is pushed to who subscribed, and to nobody once it is ended', async () => {
  expect(await call('POST', `/push/${STATION.identity}/subscribe`)).toBe(200)
  const charger = await RawCharger.connect(site.url, STATION.identity, 'ocpp1.6')
  await charger.ask('BootNotification', bootOf('ocpp1.6', STATION.serialNumber))
  await eventually(() =>
    expect(pushed(STATION.identity)).toMatchObject([{ pushCode: 'CONNECTED', deviceId: STATION.identity }]),
  )
  inbox.splice(0)

  await charger.ask('Authorize', { idTag: 'NOBODY' })
  await eventually(() =>
    expect(pushed(STATION.identity)).toMatchObject([{ pushCode: 'CARD_REFUSED', detail: { status: 'unknown' } }]),
  )
  expect(inbox.join()).not.toContain('NOBODY')
  inbox.splice(0)

  await charger.ask('SecurityEventNotification', {
    type: 'TamperDetectionActivated',
    timestamp: new Date().toISOString(),
  })
  await eventually(() =>
    expect(pushed(STATION.identity)).toMatchObject([
      { pushCode: 'SECURITY_EVENT', detail: { type: 'TamperDetectionActivated', critical: true } },
    ]),
  )
  inbox.splice(0)

  const start = { connectorId: 1, idTag: 'NOBODY', meterStart: 1_000, timestamp: new Date().toISOString() }
  const { transactionId } = (await charger.ask('StartTransaction', start)) as { transactionId: number }
  await eventually(() =>
    expect(pushed(STATION.identity)).toContainEqual(expect.objectContaining({ pushCode: 'SESSION_STARTED' })),
  )
  await charger.ask('StopTransaction', { transactionId, meterStop: 3_500, timestamp: new Date().toISOString() })
  await eventually(() =>
    expect(pushed(STATION.identity)).toContainEqual(
      expect.objectContaining({ pushCode: 'SESSION_ENDED', detail: expect.objectContaining({ energyWh: 2_500 }) }),
    ),
  )
  expect(await call('DELETE', `/push/${STATION.identity}/unsubscribe`)).toBe(200)
  inbox.splice(0)
  charger.close()
  await site.client.stations.register({ identity: 'CP_MARK', serialNumber: '' })
  await client.subscribeAsync(SITE_TOPICS.state('CP_MARK'))
  await eventually(() => expect(inbox.some((line) => line.startsWith(SITE_TOPICS.state('CP_MARK')))).toBe(true))
  expect(pushed(STATION.identity)).toEqual([])
})

test('the state comes at once and whenever it changes, for as long as it was asked for', async () => {
  await site.client.stations.register({ identity: 'CP_STATE', serialNumber: '' })
  expect(await call('POST', '/event/CP_STATE/subscribe', { expire: { unit: 'HOUR', timer: 4_464 } })).toBe(200)
  await eventually(() =>
    // A change that was being gathered at that moment tells it once more.
    expect(pushed('CP_STATE')[0]).toMatchObject({ pushType: 'DEVICE_STATUS', report: { connected: false } }),
  )
  const charger = await RawCharger.connect(site.url, 'CP_STATE', 'ocpp1.6')
  await charger.ask('BootNotification', bootOf('ocpp1.6'))
  await charger.ask('StatusNotification', { connectorId: 1, status: 'Preparing', errorCode: 'NoError' })
  await eventually(() =>
    expect(pushed('CP_STATE').at(-1)).toMatchObject({
      deviceId: 'CP_STATE',
      report: { connected: true, connectors: [{ status: 'preparing' }] },
    }),
  )
  charger.close()
})

test('who comes and goes is pushed to who asked for that', async () => {
  expect(await call('POST', '/push/devices')).toBe(200)
  await site.client.stations.register({ identity: 'CP_NEW', serialNumber: '', label: 'Yard' })
  await eventually(() =>
    expect(pushed('CP_NEW')).toContainEqual(
      expect.objectContaining({ pushType: 'DEVICE_REGISTERED', deviceId: 'CP_NEW', alias: 'Yard' }),
    ),
  )
  await enrolDevice(site, 'meter-9')
  await eventually(() =>
    expect(pushed('meter-9')).toContainEqual(
      expect.objectContaining({ pushType: 'DEVICE_REGISTERED', deviceId: 'meter-9' }),
    ),
  )
  expect(await call('DELETE', '/push/devices')).toBe(200)
})

test('a policy opens the site’s topics: each state, retained, and Home Assistant finds the chargers', async () => {
  const station = await site.client.stations.register({ identity: 'CP+HA 1', serialNumber: '', label: 'Carport' })
  expect(station.kind).toBe('registered')
  const seen: string[] = []
  const home = await connectDevice(
    site,
    await enrolDevice(site, 'home', { read: ['homeassistant/#', 'site/#'] }),
    {},
    seen,
  )
  await home.subscribeAsync(['homeassistant/#', 'site/#'], { qos: 1 })
  const configs = () =>
    seen
      .filter((line) => line.startsWith('homeassistant/'))
      .map((line) => JSON.parse(line.slice(line.indexOf(' ') + 1)) as { state_topic: string; device: { name: string } })
      .filter(({ device }) => device.name === 'Carport')
  await eventually(() => expect(configs()).toHaveLength(3))
  const [config] = configs()
  // The names of its entities come from the charger's and theirs; `object_id` is gone from Home Assistant.
  expect(config).toMatchObject({ origin: { name: 'Chargehand' }, device: { identifiers: [expect.any(String)] } })
  expect(config).not.toHaveProperty('object_id')
  expect(config?.state_topic).toBe('site/state/CP%2BHA%201')
  await eventually(() => expect(seen.some((line) => line.startsWith(`${config?.state_topic} `))).toBe(true))
  // A charger that is let in no more is taken back there too.
  seen.splice(0)
  if (station.kind === 'registered') await site.client.stations.refuse({ stationId: station.stationId })
  await eventually(() => expect(seen.filter((line) => /^homeassistant\/\S+\/config $/.test(line))).toHaveLength(3))
  await home.endAsync()
})

test('the schema of what is pushed leaves room for more, and takes nothing else', () => {
  const gone = {
    pushType: 'DEVICE_UNREGISTERED',
    deviceId: 'CP',
    deviceType: 'charger',
    at: '2026-05-04T08:15:30.000Z',
  }
  expect(isAsDocumented({ ...gone, alias: '', more: 1 })).toBe(true)
  for (const bad of [gone, { ...gone, alias: '', at: 'now' }, { ...gone, alias: '', pushType: 'OTHER' }]) {
    expect(isAsDocumented(bad)).toBe(false)
  }
})

test('a meter that publishes to its outbox shows the power of the site', async () => {
  const meter = await connectDevice(site, await enrolDevice(site, 'house-meter'))
  const watching = await site.client.power.watch()
  const next = async () => (await watching.next()).value
  expect(await next()).toMatchObject({ gridW: null })
  await meter.publishAsync('app/clients/house-meter/outbox', JSON.stringify({ meter: 'grid', powerW: 1_234.5 }), {
    qos: 1,
  })
  await eventually(async () => expect(await next()).toMatchObject({ gridW: 1_234.5, solarW: null }))
  await watching.return?.()
  await meter.endAsync()
})
