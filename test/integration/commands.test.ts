import { COMMANDS, type StationCommand, type StationCommandName } from '@shared/commands'
import type { Command } from '@shared/contract/commands'
import type { Protocol } from '@shared/ocpp/station'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commandOnce } from '../support/commandEnd'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

const HOUR = 60 * 60 * 1_000

let site: TestSite
/** How far the site's clock runs ahead of this computer's. */
let ahead = 0
const clock = () => Date.now() + ahead
beforeEach(async () => {
  ahead = 0
  site = await openTestSite({ clock, limits: { callTimeoutMs: 20_000 } })
})
afterEach(() => site.close())

const register = async (identity: string) => {
  const outcome = await site.client.stations.register({ identity })
  return outcome.stationId
}
/** A registered station that is connected and has been served. */
const arrive = async (identity: string, protocol: Protocol = 'ocpp2.0.1') => {
  const stationId = await register(identity)
  const charger = await RawCharger.connect(site.url, identity, protocol)
  await charger.ask('BootNotification', bootOf(protocol))
  return { stationId, charger }
}
/** Waits until the station's socket is gone for the site. */
const left = (stationId: number) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (site.site.stations.connection(stationId)) return
      stop()
      resolve()
    }
    const stop = site.site.changes.on('station', look)
    look()
  })

const order = (name: StationCommandName, input: object) =>
  ({ name, input: COMMANDS[name].input.parse(input) }) as StationCommand
const send = (stationId: number, name: StationCommandName, input: object, waitUntil: number | null = null) =>
  site.client.commands.send({ stationId, command: order(name, input), waitUntil })
/** The command of an outcome that has one. */
const commandOf = (outcome: Awaited<ReturnType<typeof send>>): Command => {
  if (!('command' in outcome)) throw new Error(`there is no command: ${JSON.stringify(outcome)}`)
  return outcome.command
}
const read = async (commandId: number) => (await site.client.commands.get({ commandId })).command
const until = (commandId: number, isSo: (command: Command) => boolean) => commandOnce(site, commandId, isSo)
const stateOf = (state: Command['state']) => (command: Command) => command.state === state

describe('a command to a station that is connected', () => {
  test('goes out, and its answer is explained', async () => {
    const { stationId, charger } = await arrive('CP_1')
    const outcome = await send(stationId, 'reset', { when: 'now', evseId: 1 })
    expect(outcome).toMatchObject({
      kind: 'sent',
      command: { stationIdentity: 'CP_1', name: 'reset', action: 'Reset' },
    })
    const { id } = commandOf(outcome)
    const statusInfo = { reasonCode: 'InUse', additionalInfo: 'a session runs' }
    expect(await charger.obey({ status: 'Rejected', statusInfo })).toEqual({
      action: 'Reset',
      payload: { type: 'Immediate', evseId: 1 },
    })
    expect(await until(id, stateOf('refused'))).toMatchObject({
      actor: 'test',
      verdict: 'refused',
      status: 'Rejected',
      reason: 'InUse: a session runs',
      input: { when: 'now', evseId: 1 },
      answer: { status: 'Rejected', statusInfo },
      outcome: null,
      sentAt: expect.any(Number),
      answeredAt: expect.any(Number),
    })
    const { entries } = await site.client.events.audit({})
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: 'command-sent',
        subject: 'CP_1',
        detail: { command: id, name: 'reset', action: 'Reset' },
      }),
    )
  })

  test('is written down before it goes out, and waits for the answer to the one before', async () => {
    const { stationId, charger } = await arrive('CP_1', 'ocpp1.6')
    const first = commandOf(await send(stationId, 'clear-cache', {}))
    const second = commandOf(await send(stationId, 'local-list-version', {}))
    const [, firstId, action] = await charger.next()
    expect(action).toBe('ClearCache')
    expect([(await read(first.id)).state, (await read(second.id)).state]).toEqual(['sent', 'waiting'])
    charger.send([3, firstId, { status: 'Accepted' }])
    await charger.obey({ listVersion: 3 })
    expect(await until(second.id, stateOf('accepted'))).toMatchObject({ status: '3' })
    expect((await read(first.id)).verdict).toBe('accepted')
  })

  test.each([
    ['NotImplemented', { state: 'refused', verdict: 'unsupported', status: 'NotImplemented', reason: 'no screen' }],
    ['InternalError', { state: 'failed', verdict: null, status: 'InternalError', reason: 'no screen' }],
  ] as const)('that is answered with the error %s', async (code, expected) => {
    const { stationId, charger } = await arrive('CP_1')
    const { id } = commandOf(await send(stationId, 'clear-message', { messageId: 1 }))
    const [, messageId] = await charger.next()
    charger.send([4, messageId, code, 'no screen', {}])
    expect(await until(id, ({ state }) => state !== 'sent' && state !== 'waiting')).toMatchObject(expected)
  })

  test('that takes several messages comes to one answer', async () => {
    const { stationId, charger } = await arrive('CP_1', 'ocpp1.6')
    const variables = ['A', 'B', 'C'].map((variable) => ({ variable, value: '1' }))
    const { id } = commandOf(await send(stationId, 'set-variables', { variables }))
    await charger.obey({ status: 'Accepted' })
    await charger.obey({ status: 'NotSupported' })
    await charger.obey({ status: 'Accepted' })
    expect(await until(id, stateOf('accepted'))).toMatchObject({
      verdict: 'partly',
      status: '2/3',
      reason: 'NotSupported',
    })
  })

  test('teaches the table of variables', async () => {
    const { stationId, charger } = await arrive('CP_1', 'ocpp1.6')
    const { id } = commandOf(await send(stationId, 'report-variables', {}))
    const configurationKey = [{ key: 'HeartbeatInterval', readonly: false, value: '300' }]
    expect(await charger.obey({ configurationKey })).toEqual({ action: 'GetConfiguration', payload: {} })
    await until(id, stateOf('accepted'))
    const { entries } = await site.client.variables.find({ stationId })
    expect(entries).toMatchObject([{ variable: 'HeartbeatInterval', value: '300', mutability: 'ReadWrite' }])
  })
})

describe('a station that is not connected', () => {
  test('is told nothing when nothing is to wait', async () => {
    const { stationId, charger } = await arrive('CP_1')
    await charger.close()
    await left(stationId)
    const outcome = await send(stationId, 'clear-cache', {})
    expect(outcome).toMatchObject({ kind: 'offline', command: { state: 'offline', sentAt: null } })
    const again = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1')
    await again.ask('Heartbeat', {})
    const next = commandOf(await send(stationId, 'local-list-version', {}))
    expect(await again.obey({ versionNumber: 1 })).toMatchObject({ action: 'GetLocalListVersion' })
    await until(next.id, stateOf('accepted'))
    expect((await read(commandOf(outcome).id)).state).toBe('offline')
  })

  test('gets what waited for it when it is back, in order and once', async () => {
    const { stationId, charger } = await arrive('CP_1')
    await charger.close()
    await left(stationId)
    const later = clock() + HOUR
    const outcomes = [
      await send(stationId, 'clear-cache', {}, later),
      await send(stationId, 'local-list-version', {}, later),
    ]
    expect(outcomes.map(({ kind }) => kind)).toEqual(['waiting', 'waiting'])
    const open = await site.client.commands.watchOpen()
    expect((await open.next()).value).toMatchObject({
      type: 'snapshot',
      entries: [{ state: 'waiting' }, { state: 'waiting' }],
    })
    await open.return?.()
    // Also over a restart.
    site = await site.restart()
    const back = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1')
    await back.ask('BootNotification', bootOf('ocpp2.0.1'))
    expect(await back.obey({ status: 'Accepted' })).toMatchObject({ action: 'ClearCache' })
    expect(await back.obey({ versionNumber: 1 })).toMatchObject({ action: 'GetLocalListVersion' })
    for (const outcome of outcomes) await until(commandOf(outcome).id, stateOf('accepted'))
    await back.close()
    await left(stationId)
    const third = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1')
    await third.ask('BootNotification', bootOf('ocpp2.0.1'))
    const last = commandOf(await send(stationId, 'clear-cache', {}))
    expect(await third.obey({ status: 'Accepted' })).toMatchObject({ action: 'ClearCache' })
    await until(last.id, stateOf('accepted'))
    expect(third.unasked).toEqual([])
  })

  test('does not get what has expired or was called back', async () => {
    const { stationId, charger } = await arrive('CP_1')
    await charger.close()
    await left(stationId)
    const expired = commandOf(await send(stationId, 'clear-cache', {}, clock() + HOUR))
    const cancelled = commandOf(await send(stationId, 'reset', {}, clock() + 3 * HOUR))
    const wanted = commandOf(await send(stationId, 'local-list-version', {}, clock() + 3 * HOUR))
    expect(await site.client.commands.cancel({ commandId: cancelled.id })).toMatchObject({
      kind: 'cancelled',
      command: { state: 'cancelled' },
    })
    ahead = 2 * HOUR
    const back = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1')
    await back.ask('BootNotification', bootOf('ocpp2.0.1'))
    expect(await back.obey({ versionNumber: 1 })).toMatchObject({ action: 'GetLocalListVersion' })
    await until(wanted.id, stateOf('accepted'))
    expect((await read(expired.id)).state).toBe('expired')
    expect(await site.client.commands.cancel({ commandId: wanted.id })).toMatchObject({ kind: 'too-late' })
  })

  test('that never called can not be told anything, nor one that was refused', async () => {
    const stationId = await register('CP_1')
    expect(await send(stationId, 'clear-cache', {}, clock() + HOUR)).toEqual({
      kind: 'not-possible',
      reason: 'never-connected',
    })
    const { stationId: refused } = await arrive('CP_2')
    await site.client.stations.refuse({ stationId: refused })
    expect(await send(refused, 'clear-cache', {}, clock() + HOUR)).toEqual({
      kind: 'not-possible',
      reason: 'not-admitted',
    })
  })

  test('may not wait for what would surprise hours later, nor with a password', async () => {
    const { stationId, charger } = await arrive('CP_1')
    await charger.close()
    await left(stationId)
    expect(await send(stationId, 'start-session', {}, clock() + HOUR)).toEqual({
      kind: 'not-possible',
      reason: 'cannot-wait',
    })
    const variables = [{ component: 'SecurityCtrlr', variable: 'BasicAuthPassword', value: 'a secret of 16 letters' }]
    expect(await send(stationId, 'set-variables', { variables }, clock() + HOUR)).toEqual({
      kind: 'not-possible',
      reason: 'secret-cannot-wait',
    })
  })
})

describe('when nobody knows what became of it', () => {
  test('a command is unknown after its link was lost, and not sent again', async () => {
    const { stationId, charger } = await arrive('CP_1')
    const sent = commandOf(await send(stationId, 'clear-cache', {}, clock() + HOUR))
    const behind = commandOf(await send(stationId, 'local-list-version', {}, clock() + HOUR))
    const forNow = commandOf(await send(stationId, 'set-monitoring-level', { severity: 4 }))
    await charger.next()
    charger.socket.terminate()
    expect(await until(sent.id, stateOf('unknown'))).toMatchObject({ verdict: null, answeredAt: null })
    expect((await until(forNow.id, stateOf('offline'))).sentAt).toBeNull()
    const back = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1')
    await back.ask('Heartbeat', {})
    expect(await back.obey({ versionNumber: 1 })).toMatchObject({ action: 'GetLocalListVersion' })
    await until(behind.id, stateOf('accepted'))
    expect(back.unasked).toEqual([])
    expect((await read(sent.id)).state).toBe('unknown')
  })

  test('a command is unknown after a restart, and one that was not sent is not', async () => {
    const { stationId, charger } = await arrive('CP_1')
    const sent = commandOf(await send(stationId, 'clear-cache', {}))
    const behind = commandOf(await send(stationId, 'local-list-version', {}))
    await charger.next()
    expect((await read(sent.id)).state).toBe('sent')
    site = await site.restart()
    expect((await until(sent.id, ({ state }) => state !== 'sent')).state).toBe('unknown')
    expect((await until(behind.id, ({ state }) => state !== 'waiting')).state).toBe('offline')
  })
})

describe('what takes time', () => {
  test('goes on after its answer, by its number', async () => {
    const { stationId, charger } = await arrive('CP_1')
    const { id } = commandOf(await send(stationId, 'get-log', { log: 'security' }))
    const { payload } = await charger.obey({ status: 'Accepted', filename: 'log.zip' })
    expect(payload).toMatchObject({
      requestId: id,
      logType: 'SecurityLog',
      log: { remoteLocation: expect.stringContaining('http') },
    })
    await until(id, ({ outcome }) => outcome === 'running')
    const other = commandOf(await send(stationId, 'get-log', { log: 'diagnostics' }))
    await charger.obey({ status: 'Accepted' })
    await until(other.id, ({ outcome }) => outcome === 'running')
    for (const status of ['Uploading', 'Uploading', 'Uploaded']) {
      await charger.ask('LogStatusNotification', { status, requestId: id })
    }
    expect(await read(id)).toMatchObject({ state: 'accepted', outcome: 'succeeded', latest: { status: 'Uploaded' } })
    const { progress } = await site.client.commands.get({ commandId: id })
    expect(progress.map(({ status }) => status)).toEqual(['Uploading', 'Uploaded'])
    expect((await read(other.id)).outcome).toBe('running')
    await charger.ask('LogStatusNotification', { status: 'UploadFailure', requestId: other.id })
    expect((await read(other.id)).outcome).toBe('failed')
  })

  test('is the newest of its kind where the version has no numbers', async () => {
    const { stationId, charger } = await arrive('CP_1', 'ocpp1.6')
    const { id } = commandOf(await send(stationId, 'update-firmware', { url: 'http://192.0.2.1/firmware.bin' }))
    expect(await charger.obey({})).toMatchObject({ action: 'UpdateFirmware' })
    await until(id, ({ outcome }) => outcome === 'running')
    const diagnostics = commandOf(await send(stationId, 'get-log', {}))
    await charger.obey({ fileName: 'diagnostics.zip' })
    await until(diagnostics.id, ({ outcome }) => outcome === 'running')
    for (const status of ['Downloading', 'Installing', 'Installed'])
      await charger.ask('FirmwareStatusNotification', { status })
    expect(await read(id)).toMatchObject({ outcome: 'succeeded', latest: { status: 'Installed' } })
    expect((await read(diagnostics.id)).outcome).toBe('running')
    await charger.ask('FirmwareStatusNotification', { status: 'InstallationFailed' })
    expect((await read(id)).outcome).toBe('succeeded')
  })

  test('may report before its answer', async () => {
    const { stationId, charger } = await arrive('CP_1')
    const { id } = commandOf(await send(stationId, 'report-variables', {}))
    const [, messageId, , payload] = await charger.next()
    const { requestId } = payload as { requestId: number }
    expect(requestId).toBe(id)
    await charger.ask('NotifyReport', { requestId, generatedAt: new Date().toISOString(), seqNo: 0, tbc: false })
    charger.send([3, messageId, { status: 'Accepted' }])
    expect(await until(id, stateOf('accepted'))).toMatchObject({ outcome: 'succeeded' })
  })
})

describe('any message of the version', () => {
  test('has its official schema as a form', async () => {
    const { stationId } = await arrive('CP_1')
    const catalogue = await site.client.commands.catalogue({ stationId })
    expect(catalogue).toMatchObject({ protocol: 'ocpp2.0.1' })
    expect(catalogue.actions.map(({ action }) => action)).toContain('SetNetworkProfile')
    expect(await site.client.commands.form({ stationId, action: 'Reset' })).toMatchObject({
      kind: 'form',
      schema: { required: ['type'], definitions: { ResetEnumType: { enum: ['Immediate', 'OnIdle'] } } },
    })
    expect(await site.client.commands.form({ stationId, action: 'ChangeConfiguration' })).toEqual({
      kind: 'not-possible',
      reason: 'not-in-version',
    })
  })

  test('is checked to the letter before anything is stored', async () => {
    const { stationId } = await arrive('CP_1')
    const payload = { type: 'Hard', evse: 1 }
    expect(await site.client.commands.sendAction({ stationId, action: 'Reset', payload })).toEqual({
      kind: 'invalid',
      problems: expect.arrayContaining([
        { path: '/type', message: expect.stringContaining('Immediate, OnIdle') },
        { path: '/evse', message: 'is not known' },
      ]),
    })
    expect((await site.client.commands.find({ stationId })).total).toBe(0)
  })

  test('goes out as it was written, with the number that was left out', async () => {
    const { stationId, charger } = await arrive('CP_1')
    const log = { remoteLocation: 'http://192.0.2.1/log' }
    const sendAction = site.client.commands.sendAction
    const outcome = await sendAction({ stationId, action: 'GetLog', payload: { logType: 'SecurityLog', log } })
    const { id } = commandOf(outcome)
    expect(await charger.obey({ status: 'Rejected' })).toEqual({
      action: 'GetLog',
      payload: { logType: 'SecurityLog', log, requestId: id },
    })
    expect(await until(id, stateOf('refused'))).toMatchObject({ name: null, requestId: id, outcome: null })
  })
})

test('passwords stand nowhere in clear', async () => {
  const secret = 'a password of many letters'
  const { stationId, charger } = await arrive('CP_1', 'ocpp1.6')
  const variables = [{ variable: 'AuthorizationKey', value: secret }]
  const { id } = commandOf(await send(stationId, 'set-variables', { variables }))
  expect(await charger.obey({ status: 'Accepted' })).toMatchObject({
    payload: { key: 'AuthorizationKey', value: secret },
  })
  await until(id, stateOf('accepted'))
  const reading = commandOf(await send(stationId, 'report-variables', {}))
  await charger.obey({ configurationKey: [{ key: 'AuthorizationKey', readonly: false, value: secret }] })
  await until(reading.id, stateOf('accepted'))
  const { read: db } = site.site.store
  for (const table of ['command', 'command_progress', 'audit', 'variable']) {
    expect(JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all()), table).not.toContain(secret)
  }
})

test('the version a station spoke last is remembered', async () => {
  const { stationId, charger } = await arrive('CP_1', 'ocpp1.6')
  await charger.close()
  await left(stationId)
  site = await site.restart()
  expect(site.site.stations.view(stationId)).toMatchObject({ protocol: 'ocpp1.6', connection: { state: 'offline' } })
  expect((await site.client.commands.catalogue({ stationId })).protocol).toBe('ocpp1.6')
})
