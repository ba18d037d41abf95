import { describe, expect, test } from 'vitest'
import { friendlyCharger } from '../support/friendlyCharger'

const at = friendlyCharger()
const card = { value: 'AA12345', type: 'ISO14443' } as const
const other = { value: 'BB777', type: 'ISO14443' } as const
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

const limit = (watts: number) => [
  {
    id: 1,
    startSchedule: new Date().toISOString(),
    chargingRateUnit: 'W',
    chargingSchedulePeriod: [{ startPeriod: 0, limit: watts }],
  },
]
const txDefault = (watts: number, id = 1) => ({
  id,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Absolute',
  chargingSchedule: limit(watts),
})
const command = async (action: string, payload: object) => (await at.server.command(action, payload))[2]
const power = () => at.charger.evses[0]?.session?.powerW ?? 0

describe('charging profiles', () => {
  test('2.0.1: a limit really lowers the power, 0 pauses, without it all flows again', async () => {
    await at.ready({ speed: 60, powerW: 11_000, meterIntervalSeconds: 5 })
    await at.charger.presentCard(1, card)
    await at.charger.waitFor('session-updated', () => power() > 9000)
    expect(await command('SetChargingProfile', { evseId: 1, chargingProfile: txDefault(4000) })).toEqual({
      status: 'Accepted',
    })
    await at.server.untilTrue(() =>
      at.server.of('TransactionEvent').some(({ payload }) => payload.triggerReason === 'ChargingRateChanged'),
    )
    expect(power()).toBe(4000)
    expect(at.charger.evses[0]?.limitW).toBe(4000)
    await command('SetChargingProfile', { evseId: 1, chargingProfile: txDefault(0) })
    await at.server.untilTrue(() => states().includes('SuspendedEVSE'))
    const before = at.charger.evses[0]?.registerWh
    expect(power()).toBe(0)
    await at.charger.waitFor('session-updated')
    expect(at.charger.evses[0]?.registerWh).toBe(before)
    expect(await command('ClearChargingProfile', { chargingProfileId: 1 })).toEqual({ status: 'Accepted' })
    await at.charger.waitFor('session-updated', () => power() > 9000)
    expect(await command('ClearChargingProfile', { chargingProfileId: 1 })).toEqual({ status: 'Unknown' })
  })

  test('2.0.1: what can not be is refused; profiles are reported, the composite is their sum', async () => {
    await at.ready({ evses: 2 })
    const refused = [
      { evseId: 7, chargingProfile: txDefault(4000) },
      { evseId: 1, chargingProfile: { ...txDefault(4000), chargingProfilePurpose: 'TxProfile', transactionId: 'x' } },
      { evseId: 1, chargingProfile: { ...txDefault(4000), chargingProfilePurpose: 'ChargingStationMaxProfile' } },
      {
        evseId: 0,
        chargingProfile: { ...txDefault(4000), chargingProfilePurpose: 'ChargingStationExternalConstraints' },
      },
    ]
    for (const payload of refused) {
      expect(await command('SetChargingProfile', payload)).toMatchObject({ status: 'Rejected' })
    }
    await command('SetChargingProfile', { evseId: 1, chargingProfile: txDefault(7000) })
    // The same place in the stack under another id.
    expect(await command('SetChargingProfile', { evseId: 1, chargingProfile: txDefault(5000, 2) })).toMatchObject({
      status: 'Rejected',
      statusInfo: { reasonCode: 'DuplicateProfile' },
    })
    expect(await command('SetChargingProfile', { evseId: 0, chargingProfile: txDefault(5000, 2) })).toMatchObject({
      statusInfo: { reasonCode: 'DuplicateProfile' },
    })
    await command('SetChargingProfile', {
      evseId: 0,
      chargingProfile: { ...txDefault(6000, 3), chargingProfilePurpose: 'ChargingStationMaxProfile' },
    })
    const composite = await command('GetCompositeSchedule', { evseId: 1, duration: 600 })
    expect(composite).toMatchObject({
      status: 'Accepted',
      schedule: { evseId: 1, chargingRateUnit: 'W', chargingSchedulePeriod: [{ startPeriod: 0, limit: 6000 }] },
    })
    expect(await command('GetChargingProfiles', { requestId: 4, chargingProfile: {} })).toEqual({ status: 'Accepted' })
    const reports = await at.server.until('ReportChargingProfiles', 2)
    expect(reports.map(({ payload }) => [payload.evseId, payload.requestId, payload.tbc])).toEqual([
      [1, 4, true],
      [0, 4, false],
    ])
    const none = { requestId: 5, chargingProfile: { stackLevel: 8 } }
    expect(await command('GetChargingProfiles', none)).toEqual({ status: 'NoProfiles' })
  })

  test('1.6: a profile for the transaction holds until it ends', async () => {
    await at.ready({ version: '1.6', speed: 60 })
    const csChargingProfiles = {
      chargingProfileId: 5,
      stackLevel: 0,
      chargingProfilePurpose: 'TxProfile',
      chargingProfileKind: 'Relative',
      chargingSchedule: {
        chargingRateUnit: 'A',
        chargingSchedulePeriod: [
          { startPeriod: 0, limit: 6 },
          { startPeriod: 600, limit: 16 },
        ],
      },
    }
    const set = () => command('SetChargingProfile', { connectorId: 1, csChargingProfiles })
    expect(await set()).toEqual({ status: 'Rejected' })
    await at.charger.presentCard(1, card)
    expect(await set()).toEqual({ status: 'Accepted' })
    expect(at.charger.evses[0]?.limitW).toBe(6 * 230 * 3)
    const { chargingSchedule } = (await command('GetCompositeSchedule', {
      connectorId: 1,
      duration: 900,
      chargingRateUnit: 'A',
    })) as { chargingSchedule: { chargingSchedulePeriod: { startPeriod: number; limit: number }[] } }
    expect(chargingSchedule.chargingSchedulePeriod).toEqual([
      { startPeriod: 0, limit: 6 },
      { startPeriod: expect.closeTo(600, -1), limit: 15.9 },
    ])
    await at.charger.stopSession(1)
    expect(at.charger.evses[0]?.limitW).toBe(11_000)
    expect(await command('ClearChargingProfile', {})).toEqual({ status: 'Unknown' })
  })

  test('2.1: dynamic limits, priority, a limit from elsewhere', async () => {
    await at.ready({ version: '2.1' })
    await at.charger.presentCard(1, card)
    const transactionId = at.charger.evses[0]?.session?.transactionId
    const dynamic = { ...txDefault(8000, 9), chargingProfileKind: 'Dynamic' }
    await command('SetChargingProfile', { evseId: 1, chargingProfile: dynamic })
    const update = { chargingProfileId: 9, scheduleUpdate: { limit: 2500 } }
    expect(await command('UpdateDynamicSchedule', update)).toEqual({ status: 'Accepted' })
    expect(at.charger.evses[0]?.limitW).toBe(2500)
    expect(await command('UpdateDynamicSchedule', { ...update, chargingProfileId: 1 })).toEqual({ status: 'Rejected' })

    expect(await command('UsePriorityCharging', { transactionId, activate: true })).toEqual({ status: 'NoProfile' })
    const priority = { ...txDefault(10_000, 10), chargingProfilePurpose: 'PriorityCharging' }
    await command('SetChargingProfile', { evseId: 0, chargingProfile: priority })
    expect(await command('UsePriorityCharging', { transactionId, activate: true })).toEqual({ status: 'Accepted' })
    expect(at.charger.evses[0]?.limitW).toBe(10_000)

    expect(await at.charger.limitFromOutside(1, 3000)).toMatchObject({ kind: 'answered' })
    expect(at.server.of('NotifyChargingLimit')[0]?.payload).toMatchObject({
      evseId: 1,
      chargingLimit: { chargingLimitSource: 'EMS' },
    })
    expect(at.charger.evses[0]?.limitW).toBe(3000)
    await at.charger.limitFromOutside(1, null)
    expect(at.server.of('ClearedChargingLimit').length).toBe(1)
    expect(at.charger.evses[0]?.limitW).toBe(10_000)
  })

  test('a remote start may bring its own profile', async () => {
    await at.ready()
    await command('RequestStartTransaction', {
      idToken: { idToken: 'AA', type: 'ISO14443' },
      remoteStartId: 1,
      chargingProfile: { ...txDefault(5000), chargingProfilePurpose: 'TxProfile' },
    })
    await at.server.until('TransactionEvent')
    expect(at.charger.evses[0]?.limitW).toBe(5000)
  })
})

const states = () =>
  at.server
    .of('TransactionEvent')
    .map(({ payload }) => (payload.transactionInfo as { chargingState?: string }).chargingState)

describe('reservations', () => {
  test('2.0.1: kept for its card, used up by it', async () => {
    await at.ready()
    const order = { id: 3, evseId: 1, expiryDateTime: inAnHour(), idToken: { idToken: 'BB777', type: 'ISO14443' } }
    expect(await command('ReserveNow', order)).toEqual({ status: 'Accepted' })
    await at.server.untilTrue(() => at.server.of('StatusNotification').at(-1)?.payload.connectorStatus === 'Reserved')
    expect(await at.charger.presentCard(1, card)).toEqual({ outcome: 'not-possible', why: 'reserved' })
    expect((await at.charger.presentCard(1, other)).outcome).toBe('started')
    expect(at.server.of('TransactionEvent')[0]?.payload).toMatchObject({ reservationId: 3 })
    expect(await command('CancelReservation', { reservationId: 3 })).toEqual({ status: 'Rejected' })
    expect(await command('ReserveNow', { ...order, id: 4 })).toEqual({ status: 'Occupied' })
  })

  test('2.0.1: expires, is cancelled, falls with its connector', async () => {
    await at.ready({ evses: 2 })
    const order = { id: 1, evseId: 1, idToken: { idToken: 'BB777', type: 'ISO14443' } }
    await command('ReserveNow', { ...order, expiryDateTime: new Date(Date.now() + 20_000).toISOString() })
    await at.server.until('ReservationStatusUpdate')
    await command('ReserveNow', { ...order, id: 2, expiryDateTime: inAnHour() })
    at.charger.fault(1)
    await at.server.until('ReservationStatusUpdate', 2)
    expect(at.server.of('ReservationStatusUpdate').map(({ payload }) => payload)).toEqual([
      { reservationId: 1, reservationUpdateStatus: 'Expired' },
      { reservationId: 2, reservationUpdateStatus: 'Removed' },
    ])
    expect(await command('ReserveNow', { ...order, id: 5, expiryDateTime: inAnHour() })).toEqual({ status: 'Faulted' })
    await command('ReserveNow', { ...order, id: 6, evseId: 2, expiryDateTime: inAnHour() })
    expect(await command('CancelReservation', { reservationId: 6 })).toEqual({ status: 'Accepted' })
    expect(at.charger.evses[1]).toMatchObject({ status: 'available', reservation: null })
    const past = { ...order, id: 7, evseId: 2, expiryDateTime: '2020-01-01T00:00:00Z' }
    expect(await command('ReserveNow', past)).toEqual({ status: 'Rejected' })
  })

  test('1.6: any connector, told with the start', async () => {
    await at.ready({ version: '1.6', evses: 2 })
    const order = { connectorId: 0, expiryDate: inAnHour(), idTag: 'BB777', reservationId: 8 }
    expect(await command('ReserveNow', order)).toEqual({ status: 'Accepted' })
    expect((await at.charger.presentCard(1, card)).outcome).toBe('started')
    // The last free one is spoken for.
    expect(await at.charger.presentCard(2, { value: 'CC', type: null })).toEqual({
      outcome: 'not-possible',
      why: 'reserved',
    })
    await at.charger.presentCard(2, other)
    expect(at.server.of('StartTransaction').at(-1)?.payload).toMatchObject({ reservationId: 8 })
  })
})

describe('the lock, resets of one EVSE, what a session costs', () => {
  test('2.0.1: a running session is in the way of the lock', async () => {
    await at.ready()
    at.charger.plugIn(1)
    await at.charger.presentCard(1, card)
    const lock = { evseId: 1, connectorId: 1 }
    expect(await command('UnlockConnector', lock)).toEqual({ status: 'OngoingAuthorizedTransaction' })
    await at.charger.stopSession(1)
    at.charger.faults.unlockFails = true
    expect(await command('UnlockConnector', lock)).toEqual({ status: 'UnlockFailed' })
    at.charger.faults.unlockFails = false
    expect(await command('UnlockConnector', lock)).toEqual({ status: 'Unlocked' })
    await at.server.untilTrue(() => at.server.of('StatusNotification').at(-1)?.payload.connectorStatus === 'Available')
    expect(await command('UnlockConnector', { evseId: 5, connectorId: 1 })).toEqual({ status: 'UnknownConnector' })
  })

  test('1.6: the session ends with it', async () => {
    await at.ready({ version: '1.6' })
    await at.charger.presentCard(1, card)
    expect(await command('UnlockConnector', { connectorId: 1 })).toEqual({ status: 'Unlocked' })
    expect((await at.server.until('StopTransaction'))[0]?.payload).toMatchObject({ reason: 'UnlockCommand' })
    expect(await command('UnlockConnector', { connectorId: 9 })).toEqual({ status: 'NotSupported' })
  })

  test('2.0.1: one EVSE starts anew, the other goes on', async () => {
    await at.ready({ evses: 2 })
    await at.charger.presentCard(1, card)
    await at.charger.presentCard(2, other)
    expect(await command('Reset', { type: 'OnIdle', evseId: 1 })).toEqual({ status: 'Scheduled' })
    await at.charger.stopSession(1)
    await at.charger.waitFor('status', ({ evseId, status }) => evseId === 1 && status === 'Unavailable', {
      from: 'history',
    })
    await at.charger.waitFor('status', ({ evseId, status }) => evseId === 1 && status === 'Available')
    expect(at.charger.evses[1]?.session).not.toBeNull()
    expect(at.server.of('BootNotification').length).toBe(1)
    expect(await command('Reset', { type: 'Immediate', evseId: 9 })).toMatchObject({ status: 'Rejected' })
  })

  test('2.0.1: the cost is shown, and whether messages wait is said', async () => {
    await at.ready({ messageAttemptSeconds: 3600 })
    await at.charger.presentCard(1, card)
    const transactionId = at.charger.evses[0]?.session?.transactionId
    await command('CostUpdated', { totalCost: 4.2, transactionId })
    expect(at.charger.evses[0]?.session?.cost).toBe(4.2)
    await at.charger.whenQuiet()
    expect(await command('GetTransactionStatus', { transactionId })).toEqual({
      ongoingIndicator: true,
      messagesInQueue: false,
    })
    at.server.on('TransactionEvent', () => ['InternalError', 'not now'])
    const failed = at.charger.waitFor('call-answered', ({ outcome }) => outcome.kind === 'error')
    void at.charger.stopSession(1)
    await failed
    expect(await command('GetTransactionStatus', { transactionId })).toEqual({
      ongoingIndicator: false,
      messagesInQueue: true,
    })
    expect(await command('GetTransactionStatus', {})).toEqual({ messagesInQueue: true })
  })
})
