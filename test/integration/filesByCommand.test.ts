import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bootOf, RawCharger } from '../support/rawCharger'
import { addFirmware, someBytes } from '../support/testFiles'
import { openTestSite, type TestSite } from '../support/testSite'

// A command of the console, the message that carries its link to a connected station, and the station that follows it.

let test: TestSite
let stationId: number
beforeEach(async () => {
  test = await openTestSite()
  const registered = await test.client.stations.register({ identity: 'CP_1' })
  stationId = registered.stationId
})
afterEach(() => test.close())

const SIGNED = {
  signature: 'c2ln',
  signingCertificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
}

const connect = async (protocol: 'ocpp1.6' | 'ocpp2.0.1' | 'ocpp2.1') => {
  const charger = await RawCharger.connect(test.url, 'CP_1', protocol)
  await charger.ask('BootNotification', bootOf(protocol))
  return charger
}
type Order = Parameters<typeof test.client.commands.send>[0]['command']
const send = async (command: Order) => {
  const sent = await test.client.commands.send({ stationId, command })
  if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent))
  return sent.command.id
}
const look = async (commandId: number) => {
  const { command, progress } = await test.client.commands.get({ commandId })
  return { verdict: command.verdict, outcome: command.outcome, progress: progress.map(({ status }) => status) }
}

describe.each([
  ['ocpp1.6', 'diagnostics', 'GetDiagnostics', { fileName: 'diag.zip' }],
  ['ocpp1.6', 'security', 'GetLog', { status: 'Accepted', filename: 'diag.zip' }],
  ['ocpp2.0.1', 'diagnostics', 'GetLog', { status: 'Accepted', filename: 'diag.zip' }],
  ['ocpp2.1', 'data-collector', 'GetLog', { status: 'Accepted', filename: 'diag.zip' }],
] as const)('over %s a log of kind %s', (protocol, log, action, answer) => {
  it(`is asked for with ${action}, put over its link, and ends its command`, async () => {
    const charger = await connect(protocol)
    const commandId = await send({ name: 'get-log', input: { log } })
    const asked = await charger.obey(answer)
    expect(asked.action).toBe(action)
    const { location = '', log: parameters } = asked.payload as {
      location?: string
      log?: { remoteLocation: string }
    }
    const url = parameters?.remoteLocation ?? location
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/files\/[\w-]{32}\/$/)
    const put = await fetch(`${url}diag.zip`, { method: 'PUT', body: someBytes(50_000) })
    expect(put.status).toBe(200)
    await expect
      .poll(() => look(commandId))
      .toEqual({ verdict: 'accepted', outcome: 'succeeded', progress: ['Received'] })
    const { entries } = await test.client.files.find({ group: 'logs', stationId })
    expect(entries).toMatchObject([{ name: 'diag.zip', size: 50_000, kind: log }])
  })
})

describe.each([
  ['ocpp1.6', 'UpdateFirmware', {}, {}],
  ['ocpp1.6', 'SignedUpdateFirmware', SIGNED, { status: 'Accepted' }],
  ['ocpp2.0.1', 'UpdateFirmware', SIGNED, { status: 'Accepted' }],
  ['ocpp2.1', 'UpdateFirmware', {}, { status: 'Accepted' }],
] as const)('over %s with %s a firmware', (protocol, action, signed, answer) => {
  it(`with ${Object.keys(signed).length} parts of a signature is offered, fetched, and seen to be fetched`, async () => {
    const bytes = someBytes(70_000)
    const firmwareId = await addFirmware(test.client, bytes)
    await test.client.files.describe({ fileId: firmwareId, ...signed })
    const charger = await connect(protocol)
    const commandId = await send({ name: 'update-firmware', input: { firmwareId } })
    const asked = await charger.obey(answer)
    expect(asked.action).toBe(action)
    const { location = '', firmware } = asked.payload as { location?: string; firmware?: { location: string } }
    expect(firmware ?? {}).toMatchObject(signed)
    const fetched = await fetch(firmware?.location ?? location)
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true)
    await expect.poll(() => look(commandId)).toEqual({ verdict: 'accepted', outcome: 'running', progress: ['Fetched'] })
    expect((await test.client.files.get({ fileId: firmwareId })).handedOut).toMatchObject([
      { stationId, fetchedAt: expect.any(Number) },
    ])
  })
})

it('an empty log is noted in the progress, and the station may put it again', async () => {
  const charger = await connect('ocpp2.0.1')
  const commandId = await send({ name: 'get-log', input: {} })
  const { payload } = await charger.obey({ status: 'Accepted' })
  const { remoteLocation: url } = payload.log as { remoteLocation: string }
  expect((await fetch(url, { method: 'PUT', body: '' })).status).toBe(400)
  await expect
    .poll(() => look(commandId))
    .toEqual({ verdict: 'accepted', outcome: 'running', progress: ['NotReceived'] })
  expect((await fetch(url, { method: 'PUT', body: 'log' })).status).toBe(200)
  await expect.poll(async () => (await look(commandId)).outcome).toBe('succeeded')
})

it('firmware that was removed is not offered', async () => {
  const firmwareId = await addFirmware(test.client, someBytes(10))
  await connect('ocpp2.0.1')
  await test.client.files.remove({ fileId: firmwareId })
  const sent = await test.client.commands.send({
    stationId,
    command: { name: 'update-firmware', input: { firmwareId } },
  })
  expect(sent.kind).toBe('not-possible')
})
