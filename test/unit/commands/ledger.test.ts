import { createChanges } from '@main/changes'
import { type CommandsDeps, createCommands } from '@main/commands/commands'
import type { CommandLimits } from '@main/commands/limits'
import { createAdapters } from '@main/csms/adapters'
import { createDialects } from '@main/csms/dialect'
import type { RequestResult } from '@main/stations/commands'
import type { ConnectionFacts } from '@main/stations/connection'
import { createStations } from '@main/stations/stations'
import { COMMANDS, type StationCommand, type StationCommandName } from '@shared/commands'
import type { Command } from '@shared/contract/commands'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/testStore'

const HOUR = 60 * 60 * 1_000
const dialects = createDialects(createAdapters())

/** The ledger over a real store, with a station whose answers and a clock whose hours are the test's. */
async function openLedger(options: { limits?: Partial<CommandLimits>; store?: TestStore; now?: number } = {}) {
  const store = options.store ?? openTestStore()
  const changes = createChanges()
  let now = options.now ?? 1_000
  const clock = () => now
  const stations = createStations({ store, clock, changes })
  const registered = await stations.register('test', 'CP_1', '', '')
  const { stationId } = registered
  const connection: ConnectionFacts = {
    protocol: 'ocpp2.0.1',
    remoteAddress: '192.0.2.7',
    transport: 'ws',
    authenticated: false,
    httpOrigin: 'http://192.0.2.1:9000',
    since: 0,
  }
  const asked: { action: string; payload: object; answer: (result: RequestResult) => void }[] = []
  const failures: unknown[] = []
  let alarm: { at: number; run: () => void } | null = null
  const deps: CommandsDeps = {
    store,
    clock,
    changes,
    stations,
    dialects,
    links: {
      request: (_, action, payload) => new Promise((answer) => asked.push({ action, payload, answer })),
    },
    files: { firmware: () => undefined, uploadLink: async () => null, downloadLink: async () => null },
    cards: { check: () => ({ status: 'accepted' }) },
    variables: { reportAsked: async () => {}, learned: async () => {} },
    onFailure: (error) => failures.push(error),
    setTimer(ms, run) {
      const set = { at: now + ms, run }
      alarm = set
      return () => {
        if (alarm === set) alarm = null
      }
    },
    limits: options.limits,
  }
  const commands = createCommands(deps)
  const until = (commandId: number, isSo: (command: Command) => boolean) =>
    new Promise<Command>((resolve) => {
      const look = () => {
        const command = commands.view(commandId)
        if (!command || !isSo(command)) return
        stop()
        resolve(command)
      }
      const stop = changes.on('command', look)
      look()
    })
  return {
    store,
    changes,
    stationId,
    commands,
    asked,
    failures,
    until,
    connect: () => stations.connected(stationId, connection),
    disconnect: () => stations.disconnected(stationId, connection),
    /** Moves the clock on, and lets the alarm ring when its time has come. */
    pass(ms: number) {
      now += ms
      const due = alarm
      if (!due || due.at > now) return
      alarm = null
      due.run()
    },
    alarmAt: () => alarm?.at ?? null,
    async give(name: StationCommandName, input: object = {}, wait: number | null = null) {
      const command = { name, input: COMMANDS[name].input.parse(input) } as StationCommand
      const outcome = await commands.send('test', stationId, command, wait === null ? null : now + wait)
      return 'command' in outcome ? outcome.command.id : outcome
    },
    /** The next message that the station gets. */
    async next() {
      while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve))
      const found = asked.shift()
      if (!found) throw new Error('nothing was sent')
      return found
    },
  }
}

const done = (status = 'Accepted'): RequestResult => ({ kind: 'answered', payload: { status } })
const idOf = (given: number | object): number => {
  if (typeof given !== 'number') throw new Error(JSON.stringify(given))
  return given
}

test('all who hear of a change are shown the same, and later ones what it is then', async () => {
  const ledger = await openLedger()
  ledger.connect()
  const seen: (Command | undefined)[] = []
  const listen = () => ledger.changes.on('command', (id) => void seen.push(ledger.commands.view(id)))
  const stops = [listen(), listen()]
  const id = idOf(await ledger.give('clear-cache'))
  const { answer } = await ledger.next()
  answer({ kind: 'answered', payload: { status: 'Accepted' } })
  await ledger.until(id, ({ state }) => state === 'accepted')
  for (const stop of stops) stop()
  const states = seen.map((command) => command?.state)
  expect(states).toEqual(['waiting', 'waiting', 'sent', 'sent', 'accepted', 'accepted'])
  // Looked up once for each change, and never again for a later one.
  expect(seen[0]).toBe(seen[1])
  expect(seen[4]).toBe(seen[5])
})

test('a command that waits expires by the clock, without the station', async () => {
  const ledger = await openLedger()
  ledger.connect()
  ledger.disconnect()
  const id = idOf(await ledger.give('clear-cache', {}, HOUR))
  const later = idOf(await ledger.give('clear-cache', {}, 2 * HOUR))
  expect(ledger.alarmAt()).toBe(1_000 + HOUR)
  ledger.pass(HOUR)
  await ledger.until(id, ({ state }) => state === 'expired')
  expect(ledger.commands.view(later)?.state).toBe('waiting')
  expect(ledger.alarmAt()).toBe(1_000 + 2 * HOUR)
  ledger.pass(HOUR)
  await ledger.until(later, ({ state }) => state === 'expired')
  expect(ledger.alarmAt()).toBeNull()
  expect(ledger.commands.open()).toEqual([])
})

test('what was sent before the program ended is unknown, what was not is offline, what waits still waits', async () => {
  const first = await openLedger()
  first.connect()
  const sent = idOf(await first.give('clear-cache'))
  const behind = idOf(await first.give('clear-cache'))
  const waits = idOf(await first.give('clear-cache', {}, HOUR))
  await first.next()
  await first.until(sent, ({ state }) => state === 'sent')

  const second = await openLedger({ store: first.store })
  await second.until(sent, ({ state }) => state === 'unknown')
  expect(second.commands.view(behind)?.state).toBe('offline')
  expect(second.commands.view(waits)?.state).toBe('waiting')
  second.connect()
  second.commands.stationReady(second.stationId)
  const { answer } = await second.next()
  answer(done())
  await second.until(waits, ({ state }) => state === 'accepted')
})

test('what turns out not to have been sent waits again, and is sent once', async () => {
  const ledger = await openLedger()
  ledger.connect()
  const id = idOf(await ledger.give('clear-cache', {}, HOUR))
  const forNow = idOf(await ledger.give('clear-cache'))
  const { answer } = await ledger.next()
  ledger.disconnect()
  answer({ kind: 'offline' })
  await ledger.until(id, ({ state }) => state === 'waiting')
  await ledger.until(forNow, ({ state }) => state === 'offline')
  ledger.connect()
  ledger.commands.stationReady(ledger.stationId)
  ledger.commands.stationReady(ledger.stationId)
  const again = await ledger.next()
  again.answer(done())
  await ledger.until(id, ({ state }) => state === 'accepted')
  expect(ledger.asked).toEqual([])
})

test('a command in several messages is unknown when the link breaks among them', async () => {
  const ledger = await openLedger()
  ledger.connect()
  const variables = Array.from({ length: 21 }, (_, index) => ({ component: 'C', variable: `V${index}`, value: '1' }))
  const id = idOf(await ledger.give('set-variables', { variables }, HOUR))
  const first = await ledger.next()
  const component = { name: 'C' }
  const setVariableResult = [{ attributeStatus: 'Accepted', component, variable: { name: 'V0' } }]
  first.answer({ kind: 'answered', payload: { setVariableResult } })
  const second = await ledger.next()
  second.answer({ kind: 'offline' })
  expect(await ledger.until(id, ({ state }) => state !== 'sent' && state !== 'waiting')).toMatchObject({
    state: 'unknown',
    status: '1/2',
  })
})

test('a station gets no more variables at once than it says it takes', async () => {
  const ledger = await openLedger()
  ledger.connect()
  await ledger.store.writer.write((db) =>
    db.exec(`INSERT INTO variable (station_id, component, component_instance, evse_id, connector_id, variable,
        variable_instance, attribute, value, reported_at, difference)
      VALUES (${ledger.stationId}, 'DeviceDataCtrlr', '', -1, -1, 'ItemsPerMessage', 'GetVariables', 'Actual', '3', 0, 'same')`),
  )
  const variables = ['A', 'B', 'C', 'D'].map((variable) => ({ component: 'X', variable }))
  idOf(await ledger.give('read-variables', { variables }))
  const { payload } = await ledger.next()
  expect(payload).toMatchObject({ getVariableData: [{}, {}, {}] })
})

test('what a station says of its own is kept in part, and without what gives access', async () => {
  const ledger = await openLedger()
  ledger.connect()
  const id = idOf(await ledger.give('clear-cache'))
  const description = `can not reach ftp://user:S3cret@host/x ${'y'.repeat(100_000)}`
  ;(await ledger.next()).answer({ kind: 'error', code: 'Own'.repeat(1_000), description })
  const { status, reason } = await ledger.until(id, ({ state }) => state === 'failed')
  expect(reason).toMatch(/^can not reach ftp:\/\/••••@host\/x yyy/)
  expect(reason?.length).toBeLessThan(3_000)
  expect(status?.length).toBe(100)
})

test('a list is not gone on with after a refusal', async () => {
  const ledger = await openLedger()
  ledger.connect()
  await ledger.store.writer.write((db) => {
    const insert = db.prepare(
      `INSERT INTO card (token, token_type, holder, label, card_group, blocked, created_at, updated_at)
       VALUES (?, 'ISO14443', '', '', '', 0, 0, 0)`,
    )
    for (let index = 0; index < 30; index += 1) insert.run(`CARD${index}`)
  })
  const id = idOf(await ledger.give('send-local-list', { entriesPerMessage: 20 }))
  const first = await ledger.next()
  expect(first.payload).toMatchObject({ versionNumber: id * 1_000, updateType: 'Full' })
  first.answer(done('Failed'))
  expect(await ledger.until(id, ({ state }) => state === 'refused')).toMatchObject({ status: '0/2', reason: 'Failed' })
  expect(ledger.asked).toEqual([])
})

test('one that goes on is called silent when nothing more is heard, and heard again', async () => {
  const ledger = await openLedger({ limits: { silentMs: 24 * HOUR } })
  ledger.connect()
  const id = idOf(await ledger.give('get-log', { url: 'http://192.0.2.1/log' }))
  const { answer } = await ledger.next()
  answer(done())
  await ledger.until(id, ({ outcome }) => outcome === 'running')
  const report = { action: 'LogStatusNotification', requestId: id, detail: null, at: 0, final: false, failed: false }
  ledger.pass(23 * HOUR)
  expect(await ledger.commands.reported(ledger.stationId, { ...report, status: 'Uploading' })).toBe(id)
  ledger.pass(23 * HOUR)
  expect(ledger.commands.view(id)?.outcome).toBe('running')
  ledger.pass(24 * HOUR)
  await ledger.until(id, ({ outcome }) => outcome === 'silent')
  await ledger.commands.reported(ledger.stationId, { ...report, status: 'Uploaded', final: true })
  expect(ledger.commands.view(id)).toMatchObject({ outcome: 'succeeded', latest: { status: 'Uploaded' } })
})

test('a report that comes after the last one changes nothing but the story', async () => {
  const ledger = await openLedger()
  ledger.connect()
  const id = idOf(await ledger.give('get-log', { url: 'http://192.0.2.1/log' }))
  const { answer } = await ledger.next()
  answer(done())
  await ledger.until(id, ({ outcome }) => outcome === 'running')
  const report = { action: 'LogStatusNotification', requestId: id, detail: 'd'.repeat(5_000), at: 0, failed: false }
  await ledger.commands.reported(ledger.stationId, { ...report, status: 'Uploaded', final: true })
  await ledger.commands.reported(ledger.stationId, { ...report, status: 'Uploading', final: false })
  expect(ledger.commands.view(id)?.outcome).toBe('succeeded')
  const { progress } = ledger.commands.get(id)
  expect(progress.map(({ status }) => status)).toEqual(expect.arrayContaining(['Uploaded', 'Uploading']))
  expect(Math.max(...progress.map(({ detail }) => detail?.length ?? 0))).toBe(1_000)
})

test('a report is only about what its action reports on', async () => {
  const ledger = await openLedger()
  ledger.connect()
  const id = idOf(await ledger.give('get-log', { url: 'http://192.0.2.1/log' }))
  const { answer } = await ledger.next()
  answer(done())
  await ledger.until(id, ({ outcome }) => outcome === 'running')
  const report = { detail: null, status: 'X', at: 0, final: true, failed: false }
  const { stationId } = ledger
  expect(
    await ledger.commands.reported(stationId, { ...report, action: 'FirmwareStatusNotification', requestId: id }),
  ).toBeNull()
  expect(
    await ledger.commands.reported(stationId, { ...report, action: 'LogStatusNotification', requestId: id + 1 }),
  ).toBeNull()
  expect(
    await ledger.commands.reported(stationId + 1, { ...report, action: 'LogStatusNotification', requestId: id }),
  ).toBeNull()
  expect(ledger.commands.view(id)?.outcome).toBe('running')
})

test('limits hold: how many wait, how long an answer, how many reports, how many are kept', async () => {
  const limits = { waitingPerStation: 2, answerLength: 40, progressKept: 3, kept: 2 }
  const ledger = await openLedger({ limits })
  ledger.connect()
  ledger.disconnect()
  const first = idOf(await ledger.give('get-log', { url: 'http://192.0.2.1/log' }, HOUR))
  const second = idOf(await ledger.give('clear-cache', {}, HOUR))
  expect(await ledger.give('clear-cache', {}, HOUR)).toEqual({ kind: 'not-possible', reason: 'too-many-waiting' })
  ledger.connect()
  ledger.commands.stationReady(ledger.stationId)
  const log = await ledger.next()
  log.answer({ kind: 'answered', payload: { status: 'Accepted', filename: 'x'.repeat(50) } })
  const cache = await ledger.next()
  cache.answer(done())
  await ledger.until(second, ({ state }) => state === 'accepted')
  expect(ledger.commands.view(first)).toMatchObject({ state: 'accepted', answer: null })
  expect(ledger.commands.view(second)?.answer).toEqual({ status: 'Accepted' })
  for (const status of ['1', '2', '3', '4', '5']) {
    const report = { requestId: first, status, detail: null, at: 0, final: status === '5', failed: false }
    await ledger.commands.reported(ledger.stationId, { ...report, action: 'LogStatusNotification' })
  }
  expect(ledger.commands.get(first).progress.map(({ status }) => status)).toEqual(['3', '4', '5'])
  const third = idOf(await ledger.give('clear-cache'))
  const last = await ledger.next()
  last.answer(done())
  await ledger.until(third, ({ state }) => state === 'accepted')
  const again = await openLedger({ store: ledger.store, limits })
  const fourth = idOf(await again.give('clear-cache', {}, HOUR))
  expect(
    again.commands.find({ stationId: null, state: null, before: null, limit: 10 }).entries.map(({ id }) => id),
  ).toEqual([fourth, third, second])
  expect(fourth).toBeGreaterThan(third)
})

test('an order that can not be carried out any more when its turn comes fails with its reason', async () => {
  const ledger = await openLedger()
  ledger.connect()
  ledger.disconnect()
  await ledger.store.writer.write((db) =>
    db.exec(`INSERT INTO card (id, token, token_type, holder, label, card_group, blocked, created_at, updated_at)
      VALUES (1, 'A', 'Central', '', '', '', 0, 0, 0)`),
  )
  const id = idOf(await ledger.give('reserve', { cardId: 1, until: 2_000 }, HOUR))
  await ledger.store.writer.write((db) => db.exec('DELETE FROM card'))
  ledger.connect()
  ledger.commands.stationReady(ledger.stationId)
  expect(await ledger.until(id, ({ state }) => state === 'failed')).toMatchObject({
    reason: 'unknown-card',
    sentAt: null,
  })
  expect(await ledger.give('reserve', { cardId: 1, until: 2_000 })).toEqual({
    kind: 'not-possible',
    reason: 'unknown-card',
  })
  expect(await ledger.give('stop-session', { sessionId: 1 })).toEqual({
    kind: 'not-possible',
    reason: 'unknown-session',
  })
  expect(await ledger.give('update-firmware', { firmwareId: 1 })).toEqual({
    kind: 'not-possible',
    reason: 'unknown-firmware',
  })
  expect(ledger.failures).toEqual([])
})
