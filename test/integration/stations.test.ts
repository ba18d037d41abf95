import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { CONNECTORS_PER_STATION_MAX } from '@main/stations/connectors'
import { WAITING_STATIONS_MAX } from '@main/stations/stations'
import { PROTOCOLS } from '@shared/ocpp/station'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { eventually } from '../support/eventually'
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
    const socket = new WebSocket(`${site.url}/ocpp/v/CP%201`, ['ocpp2.2', 'ocpp1.6', 'ocpp2.0.1'])
    await once(socket, 'open')
    expect(socket.protocol).toBe('ocpp1.6')
    await eventually(() => expect(stationOf('CP 1').connection).toMatchObject({ state: 'online', protocol: 'ocpp1.6' }))
    socket.close()
  })

  test.each([
    ['CP_1', ['ocpp2.2'], 400, 'this server speaks ocpp1.6, ocpp2.0.1 and ocpp2.1'],
    ['CP_1', [], 400, 'It offers no subprotocol'],
    ['', ['ocpp1.6'], 404, 'Add the identity of the charger to the address'],
    ['a%3Ab', ['ocpp1.6'], 400, 'The identity may have up to 48 characters'],
  ])('%s with %j is refused before the upgrade with %i', async (path, protocols, status, body) => {
    expect(await refusalOf(site.url, path, protocols)).toMatchObject({ status, body: expect.stringContaining(body) })
    expect(site.site.stations.viewAll()).toEqual([])
  })
})

test('compression is agreed to where it is offered, without memory of earlier messages', async () => {
  const socket = new WebSocket(`${site.url}/CP_1`, ['ocpp2.0.1'], { perMessageDeflate: true })
  const [response] = (await once(socket, 'upgrade')) as [IncomingMessage]
  expect(response.headers['sec-websocket-extensions']).toBe(
    'permessage-deflate; server_no_context_takeover; client_no_context_takeover',
  )
  socket.close()
  await once(socket, 'close')
  expect(
    (await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1', { perMessageDeflate: false })).socket.extensions,
  ).toBe('')
})

describe.each(PROTOCOLS)('a station on %s', (protocol) => {
  test('waits, is admitted, refused and admitted again', async () => {
    const charger = await connect('CP_7', protocol)
    expect(await charger.ask('BootNotification', bootOf(protocol))).toMatchObject({ status: 'Pending', interval: 30 })
    expect((await charger.call('Heartbeat', {}))[2]).toBe('SecurityError')
    const { id: stationId } = stationOf('CP_7')
    expect(site.site.state().waiting.stations).toBe(1)

    expect(await site.client.stations.admit({ stationId })).toEqual({ kind: 'admitted', profile: 0 })
    expect((await charger.obey({ status: 'Accepted' })).payload.requestedMessage).toBe('BootNotification')
    expect(await site.client.stations.admit({ stationId })).toEqual({ kind: 'already-admitted', profile: 0 })
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

  test('may compress what it sends, small or large', async () => {
    await site.client.stations.register({ identity: 'CP_1' })
    const charger = await RawCharger.connect(site.url, 'CP_1', protocol, { perMessageDeflate: { threshold: 0 } })
    expect(charger.socket.extensions).toBe('permessage-deflate')
    const vendorId = 'com.example'
    const large = '0123456789'.repeat(20_000)
    const answers = await Promise.all([
      charger.call('BootNotification', bootOf(protocol)),
      charger.call('DataTransfer', { vendorId, data: large }),
      charger.call('Heartbeat', {}, 'h'.repeat(255)),
    ])
    expect(answers).toMatchObject([
      [3, expect.any(String), { status: 'Accepted' }],
      [3, expect.any(String), { status: 'UnknownVendorId' }],
      [3, 'h'.repeat(255), { currentTime: expect.any(String) }],
    ])
    expect((await charger.call(large, {}))[0]).toBe(4)
  })

  test('that was refused and does not take its leave is not served, and ended', async () => {
    const charger = await connect('CP_1', protocol)
    await charger.ask('BootNotification', bootOf(protocol))
    const { id: stationId, bootedAt } = stationOf('CP_1')
    // It sends, and never gets to see the goodbye.
    charger.socket.pause()
    await site.client.stations.refuse({ stationId })
    const { serialNumber } = stationOf('CP_1')
    for (let frame = 0; frame < 10; frame += 1) {
      charger.send([2, `late-${frame}`, 'BootNotification', bootOf(protocol, 'SN-2')])
    }
    await eventually(() => expect(stationOf('CP_1').connection.state).toBe('offline'))
    expect(stationOf('CP_1')).toMatchObject({ serialNumber, bootedAt, admission: 'refused' })
    charger.socket.resume()
    expect((await charger.closed).code).toBe(1008)
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
    await eventually(() => expect(stationOf('CP_1').connection.state).toBe('offline'))
  })

  test('many of the same identity at once leave one', async () => {
    const chargers = await Promise.all(Array.from({ length: 10 }, () => connect('CP_1')))
    await eventually(() => {
      expect(chargers.filter((charger) => charger.socket.readyState === WebSocket.OPEN)).toHaveLength(1)
    })
    expect(site.site.connectedStations()).toBe(1)
    expect(site.site.stations.viewAll()).toHaveLength(1)
    const [left] = chargers.filter((charger) => charger.socket.readyState === WebSocket.OPEN)
    expect(await left?.ask('BootNotification', bootOf('ocpp2.0.1'))).toMatchObject({ status: 'Pending' })
  })
})

describe('the waiting list', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `CP_${index}`)
  const rows = () => site.site.store.read.prepare('SELECT identity FROM station ORDER BY id').pluck().all()

  test('takes so many that stay; who is known gets in, and who leaves without a word makes room', async () => {
    const chargers = await Promise.all(many(WAITING_STATIONS_MAX).map((identity) => connect(identity)))
    expect(site.site.stations.count().waiting).toBe(WAITING_STATIONS_MAX)
    expect(await refusalOf(site.url, 'ONE_MORE')).toMatchObject({
      status: 503,
      body: expect.stringContaining('Too many unknown chargers'),
    })
    await (await connect('CP_5')).ask('BootNotification', bootOf('ocpp2.0.1'))
    await site.client.stations.register({ identity: 'MINE' })
    await (await connect('MINE')).ask('Heartbeat', {})

    // One that told who it is stays on the list; one that said nothing does not.
    await chargers[7]?.ask('BootNotification', bootOf('ocpp2.0.1'))
    await chargers[7]?.close()
    await eventually(() => expect(stationOf('CP_7').connection.state).toBe('offline'))
    expect((await refusalOf(site.url, 'ONE_MORE')).status).toBe(503)
    const { id: gone } = stationOf('CP_9')
    await chargers[9]?.close()
    await eventually(() => expect(stationOf('CP_9').connection.state).toBe('offline'))

    const abort = new AbortController()
    const feed = await site.client.stations.watch(undefined, { signal: abort.signal })
    expect((await feed.next()).value).toMatchObject({ type: 'snapshot' })
    await (await connect('ONE_MORE')).ask('BootNotification', bootOf('ocpp2.0.1'))
    expect((await feed.next()).value).toMatchObject({ type: 'changes', removed: [gone] })
    abort.abort()
    expect(site.site.stations.count().waiting).toBe(WAITING_STATIONS_MAX)
    expect((await refusalOf(site.url, 'CP_9')).status).toBe(503)

    await site.client.stations.admit({ stationId: stationOf('CP_7').id })
    await connect('CP_9')
    expect(stationOf('CP_9').id).toBeGreaterThan(gone)
  })

  test('invented identities fill neither it nor the disk, and their numbers are not given again', async () => {
    for (const identity of many(WAITING_STATIONS_MAX * 2)) await (await connect(identity)).close()
    expect(site.site.stations.count().waiting).toBe(WAITING_STATIONS_MAX)
    const charger = await connect('REAL')
    await charger.ask('BootNotification', bootOf('ocpp2.0.1'))
    const { id: stationId } = stationOf('REAL')
    expect(rows()).toEqual(['REAL'])
    await connect('NEXT')
    await site.client.stations.update({ stationId: stationOf('NEXT').id, label: 'Gate' })
    await connect('LAST')
    await site.client.stations.refuse({ stationId: stationOf('LAST').id })
    expect(rows()).toEqual(['REAL', 'NEXT', 'LAST'])
    const [silent] = site.site.stations.viewAll().filter(({ identity }) => identity.startsWith('CP_'))
    await expect(site.client.stations.admit({ stationId: (silent?.id ?? 0) - 1 })).rejects.toMatchObject({
      code: 'UNKNOWN_STATION',
    })

    site = await site.restart()
    expect(site.site.stations.viewAll().map(({ identity, admission, label }) => [identity, admission, label])).toEqual([
      ['REAL', 'waiting', ''],
      ['NEXT', 'waiting', 'Gate'],
      ['LAST', 'refused', ''],
    ])
    await connect('AFTER')
    expect(stationOf('AFTER').id).toBeGreaterThan(stationId + 2)
    await site.client.stations.admit({ stationId: stationOf('AFTER').id })
    expect(rows()).toEqual(['REAL', 'NEXT', 'LAST', 'AFTER'])
  })

  test('is the same for many that come at once and leave', async () => {
    const identities = many(WAITING_STATIONS_MAX + 20)
    await Promise.all(
      identities.map((identity) =>
        connect(identity).then(
          (charger) => charger.close(),
          () => {},
        ),
      ),
    )
    await eventually(() => expect(site.site.connectedStations()).toBe(0))
    expect(site.site.stations.count().waiting).toBe(WAITING_STATIONS_MAX)
    await (await connect('REAL')).ask('BootNotification', bootOf('ocpp2.0.1'))
    expect(rows()).toEqual(['REAL'])
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

  test('a registration that can not be stored leaves nothing behind', async () => {
    const { writer } = site.site.store
    await writer.write(
      (db) => void db.exec("CREATE TRIGGER broken BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'broken'); END"),
    )
    await expect(site.client.stations.register({ identity: 'CP_1' })).rejects.toThrow()
    expect(site.site.stations.viewAll()).toEqual([])
    await writer.write((db) => void db.exec('DROP TRIGGER broken'))
    expect(await site.client.stations.register({ identity: 'CP_1' })).toMatchObject({ kind: 'registered' })
    expect(rows()).toEqual(['CP_1'])
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
    const noted = async () => (await site.client.events.security({})).entries
    expect(await noted()).toMatchObject([
      { type: 'SerialNumberChanged', critical: true, detail: 'SN-1 → SN-2', stationIdentity: 'CP_1' },
    ])
    // Said once, however often it boots and over a restart too; another one is said again.
    for (const serial of ['SN-2', 'SN-1', 'SN-2']) await charger.ask('BootNotification', bootOf('ocpp2.0.1', serial))
    site = await site.restart()
    const again = await connect('CP_1')
    await again.ask('BootNotification', bootOf('ocpp2.0.1', 'SN-2'))
    expect(await noted()).toHaveLength(1)
    await again.ask('BootNotification', bootOf('ocpp2.0.1', 'SN-3'))
    expect((await noted()).map(({ detail }) => detail)).toEqual(['SN-1 → SN-3', 'SN-1 → SN-2'])
  })

  test('of a station that waits is what it said last, and no event, however often it changes its mind', async () => {
    const charger = await connect('CP_1')
    for (let boot = 1; boot <= 50; boot += 1) {
      await charger.ask('BootNotification', bootOf('ocpp2.0.1', `SN-${boot}`))
      expect(stationOf('CP_1').serialNumber).toBe(`SN-${boot}`)
    }
    expect((await site.client.events.security({})).entries).toEqual([])
    site = await site.restart()
    expect(stationOf('CP_1').serialNumber).toBe('SN-50')
    // From its admission on it is held to it.
    await site.client.stations.admit({ stationId: stationOf('CP_1').id })
    await (await connect('CP_1')).ask('BootNotification', bootOf('ocpp2.0.1', 'SN-1'))
    expect(stationOf('CP_1').serialNumber).toBe('SN-50')
    expect((await site.client.events.security({})).entries).toMatchObject([{ detail: 'SN-50 → SN-1' }])
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
