import { QUIRK_PLACE_LENGTH } from '@main/tolerance/tolerance'
import type { Quirk } from '@shared/ocpp/quirks'
import { afterEach, describe, expect, test } from 'vitest'
import { RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

let open: TestSite | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

async function siteWithStation() {
  open = await openTestSite()
  const registered = await open.client.stations.register({ identity: 'CP_1' })
  return { site: open, stationId: registered.stationId }
}

const BOOT = { chargePointVendor: 'V', chargePointModel: 'M' }
/** As a real charger of many departures sends it. */
const STATUS = { connectorId: 1, errorCode: 'NoError', status: 'available', timestamp: '2026-01-01T00:00:00', x: 1 }

const sighted = async (site: TestSite, stationId: number) =>
  (await site.client.tolerance.get({ stationId })).sighted.map(({ quirk, place }) => `${quirk} ${place}`).sort()

describe('a charger that departs from its specification', () => {
  test('is served, shown, and remembered over a restart', async () => {
    const { site, stationId } = await siteWithStation()
    const charger = await RawCharger.connect(site.url, 'CP_1', 'ocpp1.6')
    await charger.ask('BootNotification', BOOT)
    await charger.ask('StatusNotification', STATUS)
    await charger.ask('StatusNotification', STATUS)
    const start = await charger.ask('StartTransaction', {
      connectorId: '1',
      idTag: 12345,
      meterStart: 10.4,
      timestamp: '2026-01-01T00:00:00',
    })
    expect(start).toMatchObject({ transactionId: expect.any(Number) })
    const places = [
      'extra-field StatusNotification/x',
      'fraction StartTransaction/meterStart',
      'letter-case StatusNotification/status',
      'number-as-text StartTransaction/connectorId',
      'text-as-number StartTransaction/idTag',
      'time-without-zone StartTransaction/timestamp',
      'time-without-zone StatusNotification/timestamp',
    ]
    expect(await sighted(site, stationId)).toEqual(places)
    const { sighted: before } = await site.client.tolerance.get({ stationId })
    expect(before.find(({ quirk }) => quirk === 'letter-case')?.times).toBe(2)
    expect(site.site.stations.view(stationId)?.connectors).toMatchObject([{ status: 'available' }])
    // The session was made from what was understood.
    await expect.poll(() => site.site.sessions.running()).toMatchObject([{ token: '12345', meterStartWh: 10 }])

    open = await site.restart()
    expect(await sighted(open, stationId)).toEqual(places)
  })

  test('fills no memory with names of its own, neither before it is let in nor after', async () => {
    const { site } = await siteWithStation()
    const charger = await RawCharger.connect(site.url, 'STRANGER', 'ocpp1.6')
    for (let place = 0; place < 20; place++) {
      await charger.ask('BootNotification', { ...BOOT, [`${place}${'x'.repeat(100_000)}`]: 1 })
      await charger.call(`${place}${'y'.repeat(100_000)}`, {}, `${place}${'z'.repeat(100)}`)
    }
    const arrival = site.site.stations.arrive('STRANGER', '127.0.0.1')
    const stationId = arrival.kind === 'known' ? arrival.station.id : -1
    const { sighted: places } = await site.client.tolerance.get({ stationId })
    expect(places).toHaveLength(40)
    for (const { place } of places) expect(place.length).toBeLessThanOrEqual(QUIRK_PLACE_LENGTH)
  })

  test('is understood in its answers, too', async () => {
    const { site, stationId } = await siteWithStation()
    const charger = await RawCharger.connect(site.url, 'CP_1', 'ocpp1.6')
    await charger.ask('BootNotification', BOOT)
    const sent = site.client.commands.send({ stationId, command: { name: 'clear-cache', input: {} }, waitUntil: null })
    const asked = await charger.next()
    charger.send([3, asked[1], { status: 'accepted', vendor: 'x' }])
    await sent
    await expect.poll(async () => (await site.client.commands.find({ stationId })).entries[0]?.state).toBe('accepted')
    const places = ['extra-field ClearCache/vendor', 'letter-case ClearCache/status']
    expect(await sighted(site, stationId)).toEqual(places)
    const again = site.client.commands.send({ stationId, command: { name: 'clear-cache', input: {} }, waitUntil: null })
    const [, id] = await charger.next()
    charger.send([3, id, { status: 'Rejected' }, {}])
    await again
    await expect.poll(async () => (await site.client.commands.find({ stationId })).entries[0]?.state).toBe('refused')
    expect(await sighted(site, stationId)).toEqual([places[0], 'extra-frame-parts ClearCache', places[1]])
  })

  test.each([
    ['letter-case', 'StatusNotification', { ...STATUS, timestamp: '2026-01-01T00:00:00Z', x: undefined }],
    ['extra-field', 'Heartbeat', { x: 1 }],
    ['action-spelling', 'HEARTBEAT', {}],
  ] as readonly [Quirk, string, object][])(
    'is refused %s where the manager says so',
    async (quirk, action, payload) => {
      const { site, stationId } = await siteWithStation()
      const charger = await RawCharger.connect(site.url, 'CP_1', 'ocpp1.6')
      await charger.ask('BootNotification', BOOT)
      expect((await charger.call(action, payload))[0]).toBe(3)
      await site.client.tolerance.setAccepted({ stationId, quirk, accepted: false })
      expect((await charger.call(action, payload))[0]).toBe(4)
      expect((await site.client.tolerance.get({ stationId })).refused).toEqual([quirk])
      await site.client.tolerance.setAccepted({ stationId, quirk, accepted: true })
      expect((await charger.call(action, payload))[0]).toBe(3)
    },
  )

  test('is refused parts that no message has where the manager says so', async () => {
    const { site, stationId } = await siteWithStation()
    const charger = await RawCharger.connect(site.url, 'CP_1', 'ocpp1.6')
    await charger.ask('BootNotification', BOOT)
    charger.send([2, 'long-1', 'Heartbeat', {}, {}])
    expect((await charger.next()).slice(0, 2)).toEqual([3, 'long-1'])
    await site.client.tolerance.setAccepted({ stationId, quirk: 'extra-frame-parts', accepted: false })
    charger.send([2, 'long-2', 'Heartbeat', {}, {}])
    expect((await charger.next()).slice(0, 3)).toEqual([4, 'long-2', 'FormationViolation'])
    expect(await sighted(site, stationId)).toEqual(['extra-frame-parts Heartbeat'])
  })

  test('is told of as one that never booted, and served', async () => {
    const { site, stationId } = await siteWithStation()
    const charger = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1')
    await charger.ask('Heartbeat', {})
    expect(await sighted(site, stationId)).toEqual(['no-boot BootNotification'])
  })
})

describe('a charger that is held to the letter', () => {
  test.each(['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'] as const)(
    'on %s is refused everything that departs',
    async (protocol) => {
      const { site, stationId } = await siteWithStation()
      await site.client.tolerance.setStrict({ stationId, strict: true })
      const charger = await RawCharger.connect(site.url, 'CP_1', protocol)
      // B01.FR.10: nothing before an accepted boot.
      expect(await charger.call('Heartbeat', {})).toEqual([
        4,
        expect.any(String),
        'SecurityError',
        expect.stringContaining('held to the letter'),
        {},
      ])
      const boot =
        protocol === 'ocpp1.6' ? BOOT : { reason: 'PowerUp', chargingStation: { vendorName: 'V', model: 'M' } }
      expect((await charger.call('BootNotification', { ...boot, x: 1 }))[0]).toBe(4)
      await charger.ask('BootNotification', boot)
      await charger.ask('Heartbeat', {})
      expect((await charger.call('Heartbeat', { x: 1 }))[0]).toBe(4)
      expect((await charger.call('heartbeat', {}))[2]).toBe('NotImplemented')
      expect(await sighted(site, stationId)).toEqual([])
      open = await site.restart()
      expect(await open.client.tolerance.get({ stationId })).toMatchObject({ strict: true })
    },
  )
})
