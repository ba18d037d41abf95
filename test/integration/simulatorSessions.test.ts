import { type Charger, type ChargerOptions, createCharger } from '@simulator/index'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fastEnvironment } from '../support/fastEnvironment'
import { openFriendlyServer, type RawServer } from '../support/rawServer'

const card = { value: 'AA12345', type: 'ISO14443' } as const
const sibling = { value: 'BB777', type: 'ISO14443' } as const

let server: RawServer
let charger: Charger

beforeEach(async () => {
  server = await openFriendlyServer()
})

afterEach(async () => {
  await charger.stop()
  await server.close()
})

async function ready(options: Partial<ChargerOptions> = {}): Promise<Charger> {
  charger = createCharger({
    url: server.url,
    identity: 'CP_1',
    version: '2.0.1',
    environment: fastEnvironment,
    ...options,
  })
  const up = charger.waitFor('ready')
  charger.start()
  await up
  return charger
}

const events = () => server.of('TransactionEvent').map(({ payload }) => payload)

describe('2.0.1', () => {
  test('a session from card to card: sequence, meter, reasons', async () => {
    await ready({ speed: 600, meterIntervalSeconds: 5 })
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'started', status: 'Accepted' })
    await charger.waitFor('session-updated', ({ session }) => session.energyWh > 500)
    const stopped = await charger.presentCard(1, { value: 'aa12345', type: 'ISO14443' })
    expect(stopped.outcome).toBe('stopped')

    const all = events()
    expect(all.map(({ seqNo }) => seqNo)).toEqual(all.map((_, index) => index))
    expect(
      new Set(all.map(({ transactionInfo }) => (transactionInfo as { transactionId: string }).transactionId)).size,
    ).toBe(1)
    expect(all[0]).toMatchObject({
      eventType: 'Started',
      triggerReason: 'CablePluggedIn',
      idToken: { idToken: 'AA12345' },
    })
    expect(all[1]).toMatchObject({
      triggerReason: 'ChargingStateChanged',
      transactionInfo: { chargingState: 'Charging' },
    })
    expect(all.at(-1)).toMatchObject({ eventType: 'Ended', transactionInfo: { stoppedReason: 'Local' } })
    const registers = all.flatMap(({ meterValue }) => register(meterValue))
    expect(registers.length).toBeGreaterThan(2)
    expect(registers).toEqual([...registers].sort((one, other) => one - other))
    expect(registers.at(-1)).toBeGreaterThan(500)
    // The driver takes the cable along.
    expect(charger.evses[0]).toMatchObject({ plugged: false, status: 'available' })
  })

  test('refused cards start nothing; a card refused at the start is stopped', async () => {
    await ready()
    server.on('Authorize', () => ({ idTokenInfo: { status: 'Blocked' } }))
    expect(await charger.presentCard(1, card)).toEqual({ outcome: 'refused', status: 'Blocked' })
    expect(events()).toEqual([])

    server.on('Authorize', () => ({ idTokenInfo: { status: 'Accepted' } }))
    server.on('TransactionEvent', ({ idToken }) => (idToken ? { idTokenInfo: { status: 'ConcurrentTx' } } : {}))
    expect(await charger.presentCard(1, card)).toEqual({ outcome: 'refused', status: 'ConcurrentTx' })
    await server.untilTrue(() => events().some(({ eventType }) => eventType === 'Ended'))
    expect(events().at(-1)).toMatchObject({
      triggerReason: 'Deauthorized',
      transactionInfo: { stoppedReason: 'DeAuthorized' },
    })
  })

  test('a card of the same group stops, another one does not', async () => {
    const groupIdToken = { idToken: 'FAMILY', type: 'Central' }
    server.on('Authorize', ({ idToken }) => ({
      idTokenInfo: {
        status: 'Accepted',
        ...((idToken as { idToken: string }).idToken === 'ALONE' ? {} : { groupIdToken }),
      },
    }))
    await ready()
    await charger.presentCard(1, card)
    expect(await charger.presentCard(1, { value: 'ALONE', type: 'ISO14443' })).toEqual({
      outcome: 'not-possible',
      why: 'other-session',
    })
    expect((await charger.presentCard(1, sibling)).outcome).toBe('stopped')
    expect(events().at(-1)).toMatchObject({ eventType: 'Ended', idToken: { idToken: 'BB777' } })
  })

  test('cable first, pause, unplug', async () => {
    await ready()
    charger.plugIn(1)
    await charger.presentCard(1, card)
    charger.pauseCharging(1, 'charger')
    charger.resumeCharging(1)
    charger.unplug(1)
    await server.untilTrue(() => events().some(({ eventType }) => eventType === 'Ended'))
    expect(events().map(({ triggerReason }) => triggerReason)).toEqual([
      'Authorized',
      'ChargingStateChanged',
      'ChargingStateChanged',
      'ChargingStateChanged',
      'EVCommunicationLost',
    ])
    const states = server.of('StatusNotification').map(({ payload }) => payload.connectorStatus)
    expect(states).toEqual(['Available', 'Occupied', 'Available'])
  })

  test('a full vehicle suspends by itself', async () => {
    await ready({ vehicleNeedWh: 100, speed: 600, meterIntervalSeconds: 5 })
    await charger.presentCard(1, card)
    await server.untilTrue(() =>
      events().some(
        ({ transactionInfo }) => (transactionInfo as { chargingState?: string }).chargingState === 'SuspendedEV',
      ),
    )
    expect(charger.evses[0]?.session).toMatchObject({ energyWh: 100, powerW: 0 })
  })

  test('with the link cut: queued, then told in order, with their own times, flagged, after the states', async () => {
    await ready()
    await charger.presentCard(1, card)
    await charger.waitFor('call-answered', ({ request }) => 'seqNo' in request && request.seqNo === 1, {
      from: 'history',
    })
    charger.dropLink()
    charger.sendMeterValues(1)
    const offlineAt = Date.now()
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'stopped', delivery: null })
    expect(await charger.presentCard(1, sibling)).toMatchObject({ outcome: 'started', status: null })
    const before = server.calls.length
    charger.restoreLink()
    await server.untilTrue(() => events().filter(({ eventType }) => eventType === 'Started').length === 2)
    await charger.waitFor('call-answered', ({ action }) => action === 'TransactionEvent')

    const later = server.calls.slice(before)
    expect(later[0]?.action).toBe('StatusNotification')
    const told = later.filter(({ action }) => action === 'TransactionEvent').map(({ payload }) => payload)
    expect(told.every(({ offline }) => offline === true)).toBe(true)
    expect(told.slice(0, 3).map(({ eventType }) => eventType)).toEqual(['Updated', 'Ended', 'Started'])
    const times = told.map(({ timestamp }) => Date.parse(String(timestamp)))
    expect(times).toEqual([...times].sort((one, other) => one - other))
    expect(times[0]).toBeLessThanOrEqual(offlineAt)
    expect(events()[0]).not.toHaveProperty('offline')
    expect(server.of('BootNotification')).toHaveLength(1)
  })

  test('the answer was lost with the link: the same event again, under a new id and not flagged', async () => {
    await ready()
    server.on('TransactionEvent', () => 'silence')
    const started = charger.presentCard(1, card)
    const [first] = await server.until('TransactionEvent')
    charger.dropLink()
    expect(await started).toMatchObject({ outcome: 'started', status: null })
    server.on('TransactionEvent', () => ({}))
    charger.restoreLink()
    const [, again] = await server.until('TransactionEvent', 2)
    expect(again?.payload).toEqual(first?.payload)
    expect(again?.payload).not.toHaveProperty('offline')
    expect(again?.id).not.toBe(first?.id)
  })

  test('offline cards can be forbidden', async () => {
    await ready({ allowOfflineCards: false })
    charger.dropLink()
    expect(await charger.presentCard(1, card)).toEqual({ outcome: 'not-possible', why: 'offline' })
  })

  test('an unanswered event is sent again: same content, new id; then given up', async () => {
    await ready({ callTimeoutSeconds: 2, messageAttempts: 2, messageAttemptSeconds: 1 })
    let silent = 1
    server.on('TransactionEvent', () => (silent-- > 0 ? 'silence' : {}))
    expect((await charger.presentCard(1, card)).outcome).toBe('started')
    const [first, second] = server.of('TransactionEvent')
    expect(second?.payload).toEqual(first?.payload)
    expect(second?.id).not.toBe(first?.id)

    server.on('TransactionEvent', () => ['InternalError', 'disk full'])
    const given = charger.waitFor('message-discarded')
    charger.sendMeterValues(1)
    expect(await given).toMatchObject({ action: 'TransactionEvent', why: 'attempts' })
  })

  test('a fault ends the session and is told; cleared it is available again', async () => {
    await ready()
    await charger.presentCard(1, card)
    charger.fault(1, 'GroundFailure')
    expect(await charger.presentCard(1, card)).toEqual({ outcome: 'not-possible', why: 'faulted' })
    charger.clearFault(1)
    await server.untilTrue(() => events().some(({ eventType }) => eventType === 'Ended'))
    await server.untilTrue(
      () =>
        server.of('StatusNotification').at(-1)?.payload.connectorStatus === 'Available' &&
        server.of('StatusNotification').length > 2,
    )
    expect(server.of('StatusNotification').map(({ payload }) => payload.connectorStatus)).toContain('Faulted')
    expect(events().at(-1)).toMatchObject({ eventType: 'Ended', triggerReason: 'AbnormalCondition' })
  })

  test('stopped with a session running: the end is told after the next boot', async () => {
    await ready()
    await charger.presentCard(1, card)
    await charger.stop()
    expect(charger.queued).toBeGreaterThan(0)
    charger.start()
    await server.untilTrue(() => events().some(({ eventType }) => eventType === 'Ended'))
    expect(events().at(-1)).toMatchObject({ offline: true, transactionInfo: { stoppedReason: 'PowerLoss' } })
  })
})

describe('1.6', () => {
  test('a session from card to card', async () => {
    await ready({ version: '1.6', speed: 600, meterIntervalSeconds: 5, registerWh: 5000 })
    expect(await charger.presentCard(1, card)).toMatchObject({
      outcome: 'started',
      status: 'Accepted',
      session: { transactionId: '100', meterStartWh: 5000 },
    })
    await charger.waitFor('session-updated', ({ session }) => session.energyWh > 500)
    expect((await charger.presentCard(1, card)).outcome).toBe('stopped')
    expect(server.of('StartTransaction')[0]?.payload).toMatchObject({
      connectorId: 1,
      idTag: 'AA12345',
      meterStart: 5000,
    })
    expect((await server.until('MeterValues'))[0]?.payload).toMatchObject({ connectorId: 1, transactionId: 100 })
    const stop = server.of('StopTransaction')[0]?.payload
    expect(stop).toMatchObject({ transactionId: 100, reason: 'Local', idTag: 'AA12345' })
    expect(Number(stop?.meterStop)).toBeGreaterThan(5500)
    await server.untilTrue(
      () =>
        server.of('StatusNotification').at(-1)?.payload.status === 'Available' &&
        server.of('StatusNotification').length > 4,
    )
    const states = server.of('StatusNotification').filter(({ payload }) => payload.connectorId === 1)
    expect(states.map(({ payload }) => payload.status)).toEqual([
      'Available',
      'Preparing',
      'Charging',
      'Finishing',
      'Available',
    ])
  })

  test('offline: the stop learns its number from the start in front of it', async () => {
    await ready({ version: '1.6' })
    charger.dropLink()
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'started', session: { transactionId: null } })
    await charger.presentCard(1, card)
    charger.restoreLink()
    const [stop] = await server.until('StopTransaction')
    expect(stop?.payload.transactionId).toBe(100)
    expect(server.of('BootNotification')).toHaveLength(1)
  })

  test('a start that was given up ends with transaction -1', async () => {
    await ready({ version: '1.6', messageAttempts: 1 })
    server.on('StartTransaction', () => ['InternalError', 'no disk'])
    await charger.presentCard(1, card)
    await charger.presentCard(1, card)
    expect((await server.until('StopTransaction'))[0]?.payload.transactionId).toBe(-1)
  })

  test('a start answered with Invalid is stopped as DeAuthorized', async () => {
    await ready({ version: '1.6' })
    server.on('StartTransaction', () => ({ transactionId: 9, idTagInfo: { status: 'Invalid' } }))
    expect(await charger.presentCard(1, card)).toEqual({ outcome: 'refused', status: 'Invalid' })
    expect((await server.until('StopTransaction'))[0]?.payload).toMatchObject({
      transactionId: 9,
      reason: 'DeAuthorized',
    })
  })
})

function register(meterValue: unknown): number[] {
  const values = (meterValue ?? []) as { sampledValue: { measurand: string; value: number }[] }[]
  return values.flatMap(({ sampledValue }) =>
    sampledValue.filter(({ measurand }) => measurand === 'Energy.Active.Import.Register').map(({ value }) => value),
  )
}
