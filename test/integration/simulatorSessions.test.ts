import { describe, expect, test } from 'vitest'
import { friendlyCharger } from '../support/friendlyCharger'

const card = { value: 'AA12345', type: 'ISO14443' } as const
const sibling = { value: 'BB777', type: 'ISO14443' } as const

const at = friendlyCharger()

const events = () => at.server.of('TransactionEvent').map(({ payload }) => payload)

describe('2.0.1', () => {
  test('a session from card to card: sequence, meter, reasons', async () => {
    await at.ready({ speed: 600, meterIntervalSeconds: 5 })
    expect(await at.charger.presentCard(1, card)).toMatchObject({ outcome: 'started', status: 'Accepted' })
    await at.charger.waitFor('session-updated', ({ session }) => session.energyWh > 500)
    const stopped = await at.charger.presentCard(1, { value: 'aa12345', type: 'ISO14443' })
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
    expect(at.charger.evses[0]).toMatchObject({ plugged: false, status: 'available' })
  })

  test('refused cards start nothing; a card refused at the start is stopped', async () => {
    await at.ready()
    at.server.on('Authorize', () => ({ idTokenInfo: { status: 'Blocked' } }))
    expect(await at.charger.presentCard(1, card)).toEqual({ outcome: 'refused', status: 'Blocked' })
    expect(events()).toEqual([])

    at.server.on('Authorize', () => ({ idTokenInfo: { status: 'Accepted' } }))
    at.server.on('TransactionEvent', ({ idToken }) => (idToken ? { idTokenInfo: { status: 'ConcurrentTx' } } : {}))
    expect(await at.charger.presentCard(1, card)).toEqual({ outcome: 'refused', status: 'ConcurrentTx' })
    await at.server.untilTrue(() => events().some(({ eventType }) => eventType === 'Ended'))
    expect(events().at(-1)).toMatchObject({
      triggerReason: 'Deauthorized',
      transactionInfo: { stoppedReason: 'DeAuthorized' },
    })
  })

  test('a card of the same group stops, another one does not', async () => {
    const groupIdToken = { idToken: 'FAMILY', type: 'Central' }
    at.server.on('Authorize', ({ idToken }) => ({
      idTokenInfo: {
        status: 'Accepted',
        ...((idToken as { idToken: string }).idToken === 'ALONE' ? {} : { groupIdToken }),
      },
    }))
    await at.ready()
    await at.charger.presentCard(1, card)
    expect(await at.charger.presentCard(1, { value: 'ALONE', type: 'ISO14443' })).toEqual({
      outcome: 'not-possible',
      why: 'other-session',
    })
    expect((await at.charger.presentCard(1, sibling)).outcome).toBe('stopped')
    expect(events().at(-1)).toMatchObject({ eventType: 'Ended', idToken: { idToken: 'BB777' } })
  })

  test('cable first, pause, unplug', async () => {
    await at.ready()
    at.charger.plugIn(1)
    await at.charger.presentCard(1, card)
    at.charger.pauseCharging(1, 'charger')
    at.charger.resumeCharging(1)
    at.charger.unplug(1)
    await at.server.untilTrue(() => events().some(({ eventType }) => eventType === 'Ended'))
    expect(events().map(({ triggerReason }) => triggerReason)).toEqual([
      'Authorized',
      'ChargingStateChanged',
      'ChargingStateChanged',
      'ChargingStateChanged',
      'EVCommunicationLost',
    ])
    const states = at.server.of('StatusNotification').map(({ payload }) => payload.connectorStatus)
    expect(states).toEqual(['Available', 'Occupied', 'Available'])
  })

  test('a full vehicle suspends by itself', async () => {
    await at.ready({ vehicleNeedWh: 100, speed: 600, meterIntervalSeconds: 5 })
    await at.charger.presentCard(1, card)
    await at.server.untilTrue(() =>
      events().some(
        ({ transactionInfo }) => (transactionInfo as { chargingState?: string }).chargingState === 'SuspendedEV',
      ),
    )
    expect(at.charger.evses[0]?.session).toMatchObject({ energyWh: 100, powerW: 0 })
  })

  test('with the link cut: queued, then told in order, with their own times, flagged, after the states', async () => {
    await at.ready()
    await at.charger.presentCard(1, card)
    await at.charger.waitFor('call-answered', ({ request }) => 'seqNo' in request && request.seqNo === 1, {
      from: 'history',
    })
    at.charger.dropLink()
    at.charger.sendMeterValues(1)
    const offlineAt = Date.now()
    expect(await at.charger.presentCard(1, card)).toMatchObject({ outcome: 'stopped', delivery: null })
    expect(await at.charger.presentCard(1, sibling)).toMatchObject({ outcome: 'started', status: null })
    const before = at.server.calls.length
    at.charger.restoreLink()
    await at.server.untilTrue(() => events().filter(({ eventType }) => eventType === 'Started').length === 2)
    await at.charger.waitFor('call-answered', ({ action }) => action === 'TransactionEvent')

    const later = at.server.calls.slice(before)
    expect(later[0]?.action).toBe('StatusNotification')
    const told = later.filter(({ action }) => action === 'TransactionEvent').map(({ payload }) => payload)
    expect(told.every(({ offline }) => offline === true)).toBe(true)
    expect(told.slice(0, 3).map(({ eventType }) => eventType)).toEqual(['Updated', 'Ended', 'Started'])
    const times = told.map(({ timestamp }) => Date.parse(String(timestamp)))
    expect(times).toEqual([...times].sort((one, other) => one - other))
    expect(times[0]).toBeLessThanOrEqual(offlineAt)
    expect(events()[0]).not.toHaveProperty('offline')
    expect(at.server.of('BootNotification')).toHaveLength(1)
  })

  test('the answer was lost with the link: the same event again, under a new id and not flagged', async () => {
    await at.ready()
    at.server.on('TransactionEvent', () => 'silence')
    const started = at.charger.presentCard(1, card)
    const [first] = await at.server.until('TransactionEvent')
    at.charger.dropLink()
    expect(await started).toMatchObject({ outcome: 'started', status: null })
    at.server.on('TransactionEvent', () => ({}))
    at.charger.restoreLink()
    const [, again] = await at.server.until('TransactionEvent', 2)
    expect(again?.payload).toEqual(first?.payload)
    expect(again?.payload).not.toHaveProperty('offline')
    expect(again?.id).not.toBe(first?.id)
  })

  test('offline cards can be forbidden', async () => {
    await at.ready({ allowOfflineCards: false })
    at.charger.dropLink()
    expect(await at.charger.presentCard(1, card)).toEqual({ outcome: 'not-possible', why: 'offline' })
  })

  test('an unanswered event is sent again: same content, new id; then given up', async () => {
    await at.ready({ callTimeoutSeconds: 2, messageAttempts: 2, messageAttemptSeconds: 1 })
    let silent = 1
    at.server.on('TransactionEvent', () => (silent-- > 0 ? 'silence' : {}))
    expect((await at.charger.presentCard(1, card)).outcome).toBe('started')
    const [first, second] = at.server.of('TransactionEvent')
    expect(second?.payload).toEqual(first?.payload)
    expect(second?.id).not.toBe(first?.id)

    at.server.on('TransactionEvent', () => ['InternalError', 'disk full'])
    const given = at.charger.waitFor('message-discarded')
    at.charger.sendMeterValues(1)
    expect(await given).toMatchObject({ action: 'TransactionEvent', why: 'attempts' })
  })

  test('a fault ends the session and is told; cleared it is available again', async () => {
    await at.ready()
    await at.charger.presentCard(1, card)
    at.charger.fault(1, 'GroundFailure')
    expect(await at.charger.presentCard(1, card)).toEqual({ outcome: 'not-possible', why: 'faulted' })
    at.charger.clearFault(1)
    await at.server.untilTrue(() => events().some(({ eventType }) => eventType === 'Ended'))
    await at.server.untilTrue(
      () =>
        at.server.of('StatusNotification').at(-1)?.payload.connectorStatus === 'Available' &&
        at.server.of('StatusNotification').length > 2,
    )
    expect(at.server.of('StatusNotification').map(({ payload }) => payload.connectorStatus)).toContain('Faulted')
    expect(events().at(-1)).toMatchObject({ eventType: 'Ended', triggerReason: 'AbnormalCondition' })
  })

  test('stopped with a session running: the end is told after the next boot', async () => {
    await at.ready()
    await at.charger.presentCard(1, card)
    await at.charger.stop()
    expect(at.charger.queued).toBeGreaterThan(0)
    at.charger.start()
    await at.server.untilTrue(() => events().some(({ eventType }) => eventType === 'Ended'))
    expect(events().at(-1)).toMatchObject({ offline: true, transactionInfo: { stoppedReason: 'PowerLoss' } })
  })
})

describe('1.6', () => {
  test('a session from card to card', async () => {
    await at.ready({ version: '1.6', speed: 600, meterIntervalSeconds: 5, registerWh: 5000 })
    expect(await at.charger.presentCard(1, card)).toMatchObject({
      outcome: 'started',
      status: 'Accepted',
      session: { transactionId: '100', meterStartWh: 5000 },
    })
    await at.charger.waitFor('session-updated', ({ session }) => session.energyWh > 500)
    expect((await at.charger.presentCard(1, card)).outcome).toBe('stopped')
    expect(at.server.of('StartTransaction')[0]?.payload).toMatchObject({
      connectorId: 1,
      idTag: 'AA12345',
      meterStart: 5000,
    })
    expect((await at.server.until('MeterValues'))[0]?.payload).toMatchObject({ connectorId: 1, transactionId: 100 })
    const stop = at.server.of('StopTransaction')[0]?.payload
    expect(stop).toMatchObject({ transactionId: 100, reason: 'Local', idTag: 'AA12345' })
    expect(Number(stop?.meterStop)).toBeGreaterThan(5500)
    await at.server.untilTrue(
      () =>
        at.server.of('StatusNotification').at(-1)?.payload.status === 'Available' &&
        at.server.of('StatusNotification').length > 4,
    )
    const states = at.server.of('StatusNotification').filter(({ payload }) => payload.connectorId === 1)
    expect(states.map(({ payload }) => payload.status)).toEqual([
      'Available',
      'Preparing',
      'Charging',
      'Finishing',
      'Available',
    ])
  })

  test('offline: the stop learns its number from the start in front of it', async () => {
    await at.ready({ version: '1.6' })
    at.charger.dropLink()
    expect(await at.charger.presentCard(1, card)).toMatchObject({
      outcome: 'started',
      session: { transactionId: null },
    })
    await at.charger.presentCard(1, card)
    at.charger.restoreLink()
    const [stop] = await at.server.until('StopTransaction')
    expect(stop?.payload.transactionId).toBe(100)
    expect(at.server.of('BootNotification')).toHaveLength(1)
  })

  test('a start that was given up ends with transaction -1', async () => {
    await at.ready({ version: '1.6', messageAttempts: 1 })
    at.server.on('StartTransaction', () => ['InternalError', 'no disk'])
    await at.charger.presentCard(1, card)
    await at.charger.presentCard(1, card)
    expect((await at.server.until('StopTransaction'))[0]?.payload.transactionId).toBe(-1)
  })

  test('a start answered with Invalid is stopped as DeAuthorized', async () => {
    await at.ready({ version: '1.6' })
    at.server.on('StartTransaction', () => ({ transactionId: 9, idTagInfo: { status: 'Invalid' } }))
    expect(await at.charger.presentCard(1, card)).toEqual({ outcome: 'refused', status: 'Invalid' })
    expect((await at.server.until('StopTransaction'))[0]?.payload).toMatchObject({
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
