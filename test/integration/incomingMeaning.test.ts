import type { Protocol } from '@shared/ocpp/station'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../support/eventually'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

// What the site makes of messages that are more than something told.

let site: TestSite
let stationId: number
beforeEach(async () => {
  site = await openTestSite()
  stationId = (await site.client.stations.register({ identity: 'CP_1' })).stationId
})
afterEach(() => site.close())

async function connect(protocol: Protocol) {
  const charger = await RawCharger.connect(site.url, 'CP_1', protocol)
  await charger.ask('BootNotification', bootOf(protocol))
  return charger
}

const AT = '2026-01-01T00:00:00Z'
const connectors = () => site.site.stations.view(stationId)?.connectors
const noticesAbout = async (topic: 'alerts' | 'battery-swap' | 'plug-and-charge' | 'vendor') =>
  (await site.client.notices.find({ stationId, topic })).entries

describe('NotifyEvent', () => {
  const event = (name: string, variable: string, actualValue: string, more: object = {}) => ({
    eventId: 1,
    timestamp: AT,
    trigger: 'Delta',
    actualValue,
    component: { name, evse: { id: 2, connectorId: 1 } },
    variable: { name: variable },
    eventNotificationType: 'HardWiredNotification',
    ...more,
  })
  const told = (...eventData: object[]) => ({ generatedAt: AT, seqNo: 0, eventData })

  test.each(['ocpp2.0.1', 'ocpp2.1'] as const)('on %s says what a connector does (B01.FR.05)', async (protocol) => {
    const charger = await connect(protocol)
    const faulted = event('Connector', 'AvailabilityState', 'Faulted', { techCode: 'E4', techInfo: 'ground' })
    expect(await charger.ask('NotifyEvent', told(faulted))).toEqual({})
    const what = { status: 'faulted', errorCode: 'E4: ground', changedAt: Date.parse(AT) }
    const shown = { evseId: 2, connectorId: 1, ...what, heardAt: expect.any(Number) }
    expect(connectors()).toEqual([shown])
    await charger.ask('NotifyEvent', told(event('connector', 'availabilitystate', 'Available')))
    expect(connectors()).toEqual([{ ...shown, status: 'available', errorCode: null }])
    expect(await noticesAbout('alerts')).toEqual([])
  })

  test('about anything else is kept, whole, also beside the state of a connector', async () => {
    const charger = await connect('ocpp2.1')
    const both = told(event('Connector', 'AvailabilityState', 'Occupied'), event('Connector', 'Problem', 'true'))
    await charger.ask('NotifyEvent', both)
    expect(connectors()).toMatchObject([{ status: 'occupied' }])
    expect((await noticesAbout('alerts')).map(({ payload }) => payload)).toEqual([both])
  })

  test.each([
    ['an EVSE', event('EVSE', 'AvailabilityState', 'Faulted')],
    ['a word of no version', event('Connector', 'AvailabilityState', 'Perhaps')],
    ['no connector', event('Connector', 'AvailabilityState', 'Faulted', { component: { name: 'Connector' } })],
  ])('about the state of %s changes no connector and is kept', async (_, one) => {
    const charger = await connect('ocpp2.1')
    await charger.ask('NotifyEvent', told(one))
    expect(connectors()).toEqual([])
    expect(await noticesAbout('alerts')).toHaveLength(1)
  })
})

describe('the progress of a command', () => {
  test('is entered by the number of its request, and what ends it does', async () => {
    const charger = await connect('ocpp2.1')
    const sent = await site.client.commands.sendAction({
      stationId,
      action: 'UpdateFirmware',
      payload: { requestId: 77, firmware: { location: 'https://192.0.2.1/f', retrieveDateTime: AT } },
    })
    if (sent.kind !== 'sent') throw new Error(`it was ${sent.kind}`)
    await charger.obey({ status: 'Accepted' })
    const statusInfo = { reasonCode: 'OutOfStorage', additionalInfo: '3 MB missing' }
    await charger.ask('FirmwareStatusNotification', { status: 'Idle', requestId: 77 })
    await charger.ask('FirmwareStatusNotification', { status: 'Downloading', requestId: 77 })
    await charger.ask('FirmwareStatusNotification', { status: 'Downloaded', requestId: 78 })
    await charger.ask('FirmwareStatusNotification', { status: 'InstallationFailed', requestId: 77, statusInfo })
    const { command, progress } = await site.client.commands.get({ commandId: sent.command.id })
    expect(command).toMatchObject({ state: 'accepted', outcome: 'failed', requestId: 77 })
    expect(progress.map(({ status, detail }) => [status, detail])).toEqual([
      ['Downloading', null],
      ['InstallationFailed', 'OutOfStorage: 3 MB missing'],
    ])
    expect((await site.client.notices.find({ stationId, topic: 'firmware' })).total).toBe(4)
  })

  test('belongs to the newest that is open where the version has no numbers', async () => {
    const charger = await connect('ocpp1.6')
    const sent = await site.client.commands.sendAction({
      stationId,
      action: 'GetDiagnostics',
      payload: { location: 'https://192.0.2.1/logs' },
    })
    if (sent.kind !== 'sent') throw new Error(`it was ${sent.kind}`)
    await charger.obey({ fileName: 'log.txt' })
    for (const status of ['Idle', 'Uploading', 'Uploaded']) {
      expect(await charger.ask('DiagnosticsStatusNotification', { status })).toEqual({})
    }
    const { command, progress } = await site.client.commands.get({ commandId: sent.command.id })
    expect(command.outcome).toBe('succeeded')
    expect(progress.map(({ status }) => status)).toEqual(['Uploading', 'Uploaded'])
  })

  test('of a report ends with its last part', async () => {
    const charger = await connect('ocpp2.0.1')
    const sent = await site.client.commands.sendAction({
      stationId,
      action: 'GetMonitoringReport',
      payload: { requestId: 5 },
    })
    if (sent.kind !== 'sent') throw new Error(`it was ${sent.kind}`)
    await charger.obey({ status: 'Accepted' })
    const outcome = async () => (await site.client.commands.get({ commandId: sent.command.id })).command.outcome
    await charger.ask('NotifyMonitoringReport', { requestId: 5, seqNo: 0, tbc: true, generatedAt: AT })
    expect(await outcome()).toBe('running')
    await charger.ask('NotifyMonitoringReport', { requestId: 5, seqNo: 1, generatedAt: AT })
    expect(await outcome()).toBe('succeeded')
  })
})

test('a key code is kept in no notice (C04.FR.04)', async () => {
  const charger = await connect('ocpp2.1')
  const batteryData = [{ evseId: 1, serialNumber: 'B1', soC: 80, soH: 99 }]
  const swap = { batteryData, eventType: 'BatteryIn', requestId: 1, idToken: { idToken: '4711', type: 'KeyCode' } }
  await charger.ask('BatterySwap', swap)
  const [notice] = await noticesAbout('battery-swap')
  expect(notice?.payload).toMatchObject({ batteryData, idToken: { idToken: '••••', type: 'KeyCode' } })
  expect(JSON.stringify(notice)).not.toContain('4711')
})

test('a password is kept in no notice', async () => {
  const charger = await connect('ocpp2.1')
  const event = {
    eventId: 1,
    timestamp: AT,
    trigger: 'Alerting',
    actualValue: 'S3cret',
    eventNotificationType: 'CustomMonitor',
    component: { name: 'SecurityCtrlr' },
    variable: { name: 'BasicAuthPassword' },
  }
  await charger.ask('NotifyEvent', { generatedAt: AT, seqNo: 0, tbc: false, eventData: [event] })
  await charger.ask('DataTransfer', { vendorId: 'v', data: { user: 'u', password: 'S3cret' } })
  const [alert] = await noticesAbout('alerts')
  const [vendor] = await noticesAbout('vendor')
  expect(alert?.payload).toMatchObject({ eventData: [{ ...event, actualValue: '••••' }] })
  expect(vendor?.payload).toEqual({ vendorId: 'v', data: { user: 'u', password: '••••' } })
})

describe('a contract certificate', () => {
  const hash = { hashAlgorithm: 'SHA256', issuerNameHash: 'a', issuerKeyHash: 'b', serialNumber: '1' }

  test.each([
    ['itself', { certificate: '-----BEGIN CERTIFICATE-----' }],
    ['by its hash', { iso15118CertificateHashData: [{ ...hash, responderURL: 'http://192.0.2.1' }] }],
  ])('%s opens nothing, also with a number that is enrolled (C07)', async (_, presented) => {
    await site.client.cards.enrol({ token: 'DE8AA1A2B3C4D5', tokenType: 'eMAID' })
    const charger = await connect('ocpp2.0.1')
    const idToken = { idToken: 'DE8AA1A2B3C4D5', type: 'eMAID' }
    expect(await charger.ask('Authorize', { idToken })).toEqual({ idTokenInfo: { status: 'Accepted' } })
    expect(await charger.ask('Authorize', { idToken, ...presented })).toEqual({
      idTokenInfo: { status: 'Invalid' },
      certificateStatus: 'CertChainError',
    })
    expect(await noticesAbout('plug-and-charge')).toMatchObject([{ action: 'Authorize' }])
  })

  test('is not asked about outside: each one is answered Failed', async () => {
    const charger = await connect('ocpp2.1')
    const asked = ['1', '2'].map((serialNumber) => ({
      certificateHashData: { ...hash, serialNumber },
      source: 'OCSP',
      urls: ['http://192.0.2.1'],
    }))
    const { certificateStatus } = await charger.ask('GetCertificateChainStatus', { certificateStatusRequests: asked })
    expect(certificateStatus).toMatchObject(
      asked.map(({ certificateHashData, source }) => ({ certificateHashData, source, status: 'Failed' })),
    )
  })
})

test('kinds of identifier that only 2.1 has are told apart, and those of a vendor are no known card', async () => {
  await site.client.cards.enrol({ token: 'WMIV1', tokenType: 'EVCCID' })
  await site.client.cards.enrol({ token: 'CARD1', tokenType: 'ISO14443' })
  const charger = await connect('ocpp2.1')
  const verdict = async (idToken: string, type: string) =>
    ((await charger.ask('Authorize', { idToken: { idToken, type } })).idTokenInfo as { status: string }).status
  expect(await verdict('wmiv1', 'EVCCID')).toBe('Accepted')
  expect(await verdict('WMIV1', 'VIN')).toBe('Unknown')
  expect(await verdict('CARD1', 'com.example.face')).toBe('Unknown')
  expect(await verdict('x'.repeat(255), 'EVCCID')).toBe('Unknown')
  await eventually(async () => {
    const decisions = (await site.client.events.authorizations({ stationId })).entries
    expect(decisions.map(({ tokenType }) => tokenType)).toEqual(['EVCCID', null, 'VIN', 'EVCCID'])
  })
})
