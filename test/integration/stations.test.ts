import { once } from 'node:events'
import { CONNECTORS_PER_STATION_MAX, WAITING_STATIONS_MAX } from '@main/stations/stations'
import { PROTOCOLS } from '@shared/ocpp/station'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { authorizeOf, bootOf, RawCharger, refusalOf } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const connect = (identity: string, protocol: (typeof PROTOCOLS)[number] = 'ocpp2.0.1') =>
  RawCharger.connect(site.url, identity, protocol)
const stationOf = (identity: string) => {
  const found = site.site.stations.viewAll().find((station) => station.identity === identity)
  if (!found) throw new Error(`${identity} is not known`)
  return found
}

describe('at the door', () => {
  test('the version is the first of the charger that the server speaks, under any path', async () => {
    await site.client.stations.register({ identity: 'CP 1' })
    const socket = new WebSocket(`${site.url}/ocpp/v/CP%201`, ['ocpp2.1', 'ocpp1.6', 'ocpp2.0.1'])
    await once(socket, 'open')
    expect(socket.protocol).toBe('ocpp1.6')
    await vi.waitFor(() => expect(stationOf('CP 1').connection).toMatchObject({ state: 'online', protocol: 'ocpp1.6' }))
    socket.close()
  })

  test.each([
    ['CP_1', ['ocpp2.1'], 400, 'this server speaks ocpp1.6 and ocpp2.0.1'],
    ['CP_1', [], 400, 'It offers no subprotocol'],
    ['', ['ocpp1.6'], 404, 'Add the identity of the charger to the address'],
    ['a%3Ab', ['ocpp1.6'], 400, 'The identity may have up to 48 characters'],
  ])('%s with %j is refused before the upgrade with %i', async (path, protocols, status, body) => {
    expect(await refusalOf(site.url, path, protocols)).toEqual({ status, body: expect.stringContaining(body) })
    expect(site.site.stations.viewAll()).toEqual([])
  })

  test('offered compression is not taken, and nobody minds', async () => {
    const charger = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1', { perMessageDeflate: true })
    expect(charger.socket.extensions).toBe('')
    expect(await charger.ask('BootNotification', bootOf('ocpp2.0.1'))).toMatchObject({ status: 'Pending' })
  })
})

describe.each(PROTOCOLS)('a station on %s', (protocol) => {
  test('waits, is admitted, refused and admitted again', async () => {
    const charger = await connect('CP_7', protocol)
    expect(await charger.ask('BootNotification', bootOf(protocol))).toMatchObject({ status: 'Pending', interval: 30 })
    expect((await charger.call('Heartbeat', {}))[2]).toBe('SecurityError')
    const { id: stationId } = stationOf('CP_7')
    expect(site.site.state().waiting.stations).toBe(1)

    expect(await site.client.stations.admit({ stationId })).toEqual({ kind: 'admitted' })
    expect((await charger.obey({ status: 'Accepted' })).payload.requestedMessage).toBe('BootNotification')
    expect(await site.client.stations.admit({ stationId })).toEqual({ kind: 'already-admitted' })
    expect(await charger.ask('BootNotification', bootOf(protocol))).toMatchObject({ status: 'Accepted', interval: 300 })
    expect(await charger.ask('Heartbeat', {})).toHaveProperty('currentTime')

    await site.client.stations.refuse({ stationId })
    expect(await charger.closed).toEqual({ code: 1008, reason: expect.stringContaining('refused') })
    expect(await refusalOf(site.url, 'CP_7')).toMatchObject({
      status: 404,
      body: expect.stringContaining('has been refused'),
    })
    expect(stationOf('CP_7')).toMatchObject({ admission: 'refused', connection: { state: 'offline' } })

    await site.client.stations.admit({ stationId })
    const back = await connect('CP_7', protocol)
    expect(await back.ask('Heartbeat', {})).toHaveProperty('currentTime')
    const audit = (await site.client.events.audit({})).entries.map((entry) => entry.action)
    expect(audit.slice(0, 3)).toEqual(['station-admitted', 'station-refused', 'station-admitted'])
  })

  test('that is known and comes back without a boot is served at once', async () => {
    await site.client.stations.register({ identity: 'CP_1' })
    await site.client.cards.enrol({ token: 'AA' })
    for (const identity of ['CP_1', 'cp_1']) {
      const charger = await connect(identity, protocol)
      const [status] = Object.values(await charger.ask('Authorize', authorizeOf(protocol, 'aa')))
      expect(status).toEqual({ status: 'Accepted' })
      await charger.close()
    }
    expect(site.site.stations.viewAll()).toHaveLength(1)
  })

  test('tells what its connectors do', async () => {
    await site.client.stations.register({ identity: 'CP_1' })
    const charger = await connect('CP_1', protocol)
    const timestamp = '2026-01-01T00:00:00Z'
    for (const [evseId, faulted] of [
      [2, false],
      [1, false],
      [1, true],
    ] as const) {
      await charger.ask(
        'StatusNotification',
        protocol === 'ocpp1.6'
          ? {
              connectorId: evseId,
              timestamp,
              status: faulted ? 'Faulted' : 'Available',
              errorCode: faulted ? 'GroundFailure' : 'NoError',
              ...(faulted ? { vendorErrorCode: 'E7' } : {}),
            }
          : { evseId, connectorId: 1, timestamp, connectorStatus: faulted ? 'Faulted' : 'Available' },
      )
    }
    const expected = [
      { evseId: 1, connectorId: 1, status: 'faulted', errorCode: protocol === 'ocpp1.6' ? 'GroundFailure: E7' : null },
      { evseId: 2, connectorId: 1, status: 'available', errorCode: null },
    ]
    expect(stationOf('CP_1').connectors).toMatchObject(expected)
    site = await site.restart()
    expect(stationOf('CP_1').connectors).toMatchObject(expected)
  })
})

test('a station that counts its connectors on and on is answered, and remembered up to a bound', async () => {
  await site.client.stations.register({ identity: 'CP_1' })
  const charger = await connect('CP_1', 'ocpp1.6')
  const tell = (connectorId: number, status = 'Available') =>
    charger.ask('StatusNotification', { connectorId, status, errorCode: 'NoError' })
  for (let connectorId = 0; connectorId < CONNECTORS_PER_STATION_MAX + 10; connectorId += 1) await tell(connectorId)
  await tell(7, 'Charging')
  const { connectors } = stationOf('CP_1')
  expect(connectors).toHaveLength(CONNECTORS_PER_STATION_MAX)
  expect(connectors[7]?.status).toBe('charging')
  site = await site.restart()
  expect(stationOf('CP_1').connectors).toHaveLength(CONNECTORS_PER_STATION_MAX)
})

describe('connections', () => {
  test('a new one of the same identity replaces the old, half-open one, and only the new one counts', async () => {
    await site.client.stations.register({ identity: 'CP_1' })
    const old = await connect('CP_1')
    await old.ask('Heartbeat', {})
    // Its side is dead: it would not even notice the end.
    old.socket.pause()
    const fresh = await connect('CP_1', 'ocpp1.6')
    await fresh.ask('Heartbeat', {})
    expect(site.site.connectedStations()).toBe(1)
    expect(stationOf('CP_1').connection).toMatchObject({ state: 'online', protocol: 'ocpp1.6' })
    old.socket.resume()
    expect((await old.closed).code).toBe(1006)
    await fresh.ask('Heartbeat', {})
    expect(stationOf('CP_1').connection.state).toBe('online')
    await fresh.close()
    await vi.waitFor(() => expect(stationOf('CP_1').connection.state).toBe('offline'))
  })

  test('many of the same identity at once leave one', async () => {
    const chargers = await Promise.all(Array.from({ length: 10 }, () => connect('CP_1')))
    await vi.waitFor(() => {
      expect(chargers.filter((charger) => charger.socket.readyState === WebSocket.OPEN)).toHaveLength(1)
    })
    expect(site.site.connectedStations()).toBe(1)
    expect(site.site.stations.viewAll()).toHaveLength(1)
    const [left] = chargers.filter((charger) => charger.socket.readyState === WebSocket.OPEN)
    expect(await left?.ask('BootNotification', bootOf('ocpp2.0.1'))).toMatchObject({ status: 'Pending' })
  })
})

describe('the waiting list', () => {
  test('takes so many and no more, though they all come at once; who is known or makes room gets in', async () => {
    const identities = Array.from({ length: WAITING_STATIONS_MAX + 20 }, (_, index) => `CP_${index}`)
    const outcomes = await Promise.all(
      identities.map((identity) =>
        connect(identity).then(
          (charger) => charger.close().then(() => 'in'),
          () => 'out',
        ),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(WAITING_STATIONS_MAX)
    expect(site.site.stations.count().waiting).toBe(WAITING_STATIONS_MAX)
    expect(await refusalOf(site.url, 'ONE_MORE')).toMatchObject({
      status: 503,
      body: expect.stringContaining('Too many unknown chargers'),
    })

    const [known] = site.site.stations.viewAll()
    await (await connect(known?.identity ?? '')).close()
    await site.client.stations.register({ identity: 'MINE' })
    await (await connect('MINE')).ask('Heartbeat', {})
    await site.client.stations.admit({ stationId: known?.id ?? 0 })
    await (await connect('ONE_MORE')).ask('BootNotification', bootOf('ocpp2.0.1'))
  })

  test('a station that is registered while it comes to the door is one station', async () => {
    const arrival = connect('CP_1')
    const outcomes = await Promise.all([
      site.client.stations.register({ identity: 'CP_1' }),
      site.client.stations.register({ identity: 'cp_1' }),
      arrival,
    ])
    expect(site.site.stations.viewAll()).toHaveLength(1)
    expect(outcomes.slice(0, 2).map((outcome) => 'kind' in outcome && outcome.kind)).toEqual([
      'registered',
      'already-known',
    ])
    expect(
      (await site.client.events.audit({})).entries.filter((entry) => entry.action === 'station-registered'),
    ).toHaveLength(1)
  })
})

describe('what a boot tells', () => {
  test('is kept, over a restart too', async () => {
    const boot = {
      reason: 'PowerUp',
      chargingStation: { vendorName: 'V', model: 'M', serialNumber: 'S', firmwareVersion: '1' },
    }
    await (await connect('CP_1')).ask('BootNotification', boot)
    const facts = { vendor: 'V', model: 'M', serialNumber: 'S', firmware: '1', admission: 'waiting' }
    expect(stationOf('CP_1')).toMatchObject(facts)
    site = await site.restart()
    expect(stationOf('CP_1')).toMatchObject({
      ...facts,
      connection: { state: 'offline', lastSeenAt: expect.any(Number) },
    })
  })

  test('another serial number under the same identity is a security event, and does not take over', async () => {
    await site.client.stations.register({ identity: 'CP_1', serialNumber: 'SN-1' })
    const charger = await connect('CP_1')
    await charger.ask('BootNotification', bootOf('ocpp2.0.1', 'SN-1'))
    await charger.ask('BootNotification', bootOf('ocpp2.0.1', 'SN-2'))
    expect(stationOf('CP_1').serialNumber).toBe('SN-1')
    expect((await site.client.events.security({})).entries).toMatchObject([
      { type: 'SerialNumberChanged', critical: true, detail: 'SN-1 → SN-2', stationIdentity: 'CP_1' },
    ])
  })
})

test('security events are stored with their weight, whatever their time looks like', async () => {
  await site.client.stations.register({ identity: 'CP_1' })
  const charger = await connect('CP_1')
  const events = [
    { type: 'TamperDetectionActivated', timestamp: '2016-12-31T23:59:60Z', techInfo: 'lid' },
    { type: 'VendorThing', timestamp: '2026-01-01T00:00:00+01' },
  ]
  for (const event of events) expect(await charger.ask('SecurityEventNotification', event)).toEqual({})
  expect((await site.client.events.security({})).entries).toMatchObject([
    { type: 'VendorThing', critical: false, detail: null, occurredAt: Date.UTC(2025, 11, 31, 23) },
    { type: 'TamperDetectionActivated', critical: true, detail: 'lid', occurredAt: Date.UTC(2016, 11, 31, 23, 59, 59) },
  ])
})

test('a message may come before the charger has looked at the answer to its upgrade', async () => {
  const socket = new WebSocket(`${site.url}/CP_1`, ['ocpp2.0.1'])
  const answer = once(socket, 'message')
  socket.on('upgrade', () =>
    setImmediate(() => socket.send(JSON.stringify([2, '1', 'BootNotification', bootOf('ocpp2.0.1')]))),
  )
  expect(JSON.parse(String((await answer)[0])).slice(0, 2)).toEqual([3, '1'])
  socket.close()
})
