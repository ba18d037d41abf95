import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectStrict, type StrictCharger } from '../support/strictCharger'
import { openTestSite, type TestSite } from '../support/testSite'

// A client that is not ours judges every answer by the official schemas, and throws at the first that breaks one.

let site: TestSite
let charger: StrictCharger | null = null
beforeEach(async () => {
  site = await openTestSite()
  await site.client.stations.register({ identity: 'CP_1' })
  await site.client.cards.enrol({ token: 'AA12345', group: 'FLEET', validUntil: Date.now() + 3_600_000 })
})
afterEach(async () => {
  await charger?.close()
  await site.close()
})

const now = () => new Date().toISOString()

test('a whole session on 1.6', async () => {
  charger = await connectStrict(site.url, 'CP_1', 'ocpp1.6')
  const { call, failures } = charger
  expect(
    await call('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M', chargePointSerialNumber: 'S' }),
  ).toMatchObject({ status: 'Accepted' })
  await call('StatusNotification', { connectorId: 0, errorCode: 'NoError', status: 'Available' })
  await call('StatusNotification', {
    connectorId: 1,
    errorCode: 'GroundFailure',
    info: 'x',
    status: 'Faulted',
    timestamp: now(),
  })
  await call('Heartbeat', {})
  expect(await call('Authorize', { idTag: 'aa12345' })).toMatchObject({
    idTagInfo: { status: 'Accepted', parentIdTag: 'FLEET' },
  })
  const { transactionId } = (await call('StartTransaction', {
    connectorId: 1,
    idTag: 'AA12345',
    meterStart: 1_000,
    timestamp: now(),
  })) as { transactionId: number }
  const sampledValue = [
    { value: '1500', measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
    { value: '7.4', measurand: 'Power.Active.Import', unit: 'kW' },
  ]
  expect(
    await call('MeterValues', { connectorId: 1, transactionId, meterValue: [{ timestamp: now(), sampledValue }] }),
  ).toEqual({})
  await call('MeterValues', { connectorId: 0, meterValue: [{ timestamp: now(), sampledValue }] })
  expect(site.site.sessions.view(transactionId)).toMatchObject({ state: 'running', powerW: 7_400, energyWh: 500 })
  await call('StopTransaction', {
    transactionId,
    idTag: 'AA12345',
    meterStop: 3_000,
    timestamp: now(),
    reason: 'Local',
  })
  await call('SecurityEventNotification', { type: 'TamperDetectionActivated', timestamp: now() })
  await call('SignCertificate', { csr: 'garbage' })
  await call('DataTransfer', { vendorId: 'x' })
  expect(site.site.sessions.view(transactionId)).toMatchObject({
    state: 'ended',
    energyWh: 2_000,
    authorization: 'accepted',
    doubts: [],
  })
  await expect(call('Reset', { type: 'Hard' })).rejects.toMatchObject({
    rpcErrorCode: 'NotSupported',
  })
  expect(failures).toEqual([])
})

test('a whole session on 2.0.1', async () => {
  charger = await connectStrict(site.url, 'CP_1', 'ocpp2.0.1')
  const { call, failures } = charger
  const idToken = { idToken: 'AA12345', type: 'ISO14443' }
  expect(
    await call('BootNotification', {
      reason: 'PowerUp',
      chargingStation: { vendorName: 'V', model: 'M', serialNumber: 'S' },
    }),
  ).toMatchObject({ status: 'Accepted' })
  await call('StatusNotification', { timestamp: now(), connectorStatus: 'Occupied', evseId: 1, connectorId: 1 })
  await call('Heartbeat', {})
  expect(await call('Authorize', { idToken })).toMatchObject({
    idTokenInfo: { status: 'Accepted', groupIdToken: { idToken: 'FLEET', type: 'Central' } },
  })
  const event = (eventType: string, seqNo: number, wh: number, more: object = {}) =>
    call('TransactionEvent', {
      eventType,
      seqNo,
      timestamp: now(),
      triggerReason: 'MeterValuePeriodic',
      transactionInfo: { transactionId: 'tx-1', chargingState: 'Charging' },
      meterValue: [
        { timestamp: now(), sampledValue: [{ value: wh }, { value: 7_400, measurand: 'Power.Active.Import' }] },
      ],
      ...more,
    })
  expect(await event('Started', 0, 1_000, { idToken, evse: { id: 1, connectorId: 1 } })).toMatchObject({
    idTokenInfo: { status: 'Accepted' },
  })
  expect(await event('Updated', 1, 1_500)).toEqual({})
  expect(await event('Ended', 2, 3_000, { idToken })).toMatchObject({ idTokenInfo: { status: 'Accepted' } })
  await call('MeterValues', { evseId: 0, meterValue: [{ timestamp: now(), sampledValue: [{ value: 1 }] }] })
  await call('SecurityEventNotification', { type: 'TamperDetectionActivated', timestamp: now() })
  await call('SignCertificate', { csr: 'garbage' })
  await call('DataTransfer', { vendorId: 'x' })
  expect(
    site.site.sessions.find({ stationId: null, state: null, search: '', before: null, limit: 5 }).entries,
  ).toMatchObject([
    { transactionId: 'tx-1', state: 'ended', energyWh: 2_000, evseId: 1, authorization: 'accepted', doubts: [] },
  ])
  await expect(call('Reset', { type: 'Immediate' })).rejects.toMatchObject({
    rpcErrorCode: 'NotSupported',
  })
  expect(failures).toEqual([])
})
