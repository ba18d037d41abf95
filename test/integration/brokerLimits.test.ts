import { join } from 'node:path'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { all } from '@main/store/handles'
import Database from 'better-sqlite3'
import mqtt from 'mqtt'
import { afterEach, expect, test, vi } from 'vitest'
import { eventually } from '../support/eventually'
import {
  cut,
  type DeviceKeys,
  inboxOf,
  openTestBroker,
  type TestBroker,
  type TestBrokerOptions,
} from '../support/testBroker'
import { testFolder } from '../support/testStore'

const opened: TestBroker[] = []
afterEach(async () => {
  for (const broker of opened.splice(0)) await broker.close()
})
async function open(options: TestBrokerOptions = {}): Promise<TestBroker> {
  const broker = await openTestBroker(options)
  opened.push(broker)
  return broker
}

/** A client by hand: it is connected and subscribed, and reads only what the test reads. */
async function lazyReader(at: TestBroker, keys: DeviceKeys, clientId: string, filter: string): Promise<TLSSocket> {
  const socket = connectTls({ host: '127.0.0.1', port: at.port, ...keys, rejectUnauthorized: false })
  const text = (value: string) => Buffer.concat([Buffer.from([0, value.length]), Buffer.from(value)])
  const send = (head: number, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts)
    socket.write(Buffer.concat([Buffer.from([head, body.length]), body]))
  }
  const answer = () => new Promise((resolve) => socket.once('readable', () => resolve(socket.read())))
  // CONNECT: 3.1.1, clean session, no keep-alive. SUBSCRIBE: number 1, QoS 0.
  send(0x10, text('MQTT'), Buffer.from([4, 2, 0, 0]), text(clientId))
  await answer()
  send(0x82, Buffer.from([0, 1]), text(filter), Buffer.from([0]))
  await answer()
  return socket
}

test('a client that does not read is cut, and holds up nobody meanwhile', async () => {
  const at = await open({ limits: { unsentBytes: 200_000 } })
  const slow = await lazyReader(at, await at.enrol('slow', { read: ['t/#'] }), 'slow', 't/#')
  slow.on('error', () => {})
  const reader = await at.connect(await at.enrol('fast', { read: ['t/#'] }))
  const inbox = inboxOf(reader)
  await reader.subscribeAsync('t/#')
  const payload = Buffer.alloc(64_000, 'x')
  for (let sent = 1; sent <= 1_000 && at.refused.length === 0; sent += 1) {
    await at.broker.publish({ topic: 't/x', payload, qos: 0 })
    await eventually(() => expect(inbox).toHaveLength(sent))
  }
  expect(at.refused).toMatchObject([{ reason: 'too-slow', identity: 'slow' }])
  await eventually(() => expect(at.broker.isConnected('slow')).toBe(false))
  slow.destroy()
})

test('a client that sends too much is read more slowly, and loses nothing', async () => {
  const at = await open({ limits: { packetsPerSecond: 20 } })
  const client = await at.connect(await at.enrol('chatty'))
  const heard: string[] = []
  at.broker.onMessage(
    () => true,
    ({ payload }) => heard.push(String(payload)),
  )
  const sent = Array.from({ length: 30 }, (_, index) => String(index))
  // One by one: what is in one piece of the network is counted together.
  for (const text of sent) await client.publishAsync('app/clients/chatty/outbox', text, { qos: 1 })
  expect(heard).toEqual(sent)
  expect(at.refused).toEqual([])
})

test('a burst of messages that nobody waits for is read to its end', async () => {
  const at = await open()
  const keys = await at.enrol('meter')
  const heard: number[] = []
  at.broker.onMessage(
    () => true,
    ({ payload }) => heard.push(payload.length),
  )
  const client = await at.connect(keys)
  const sizes = Array.from({ length: 60 }, (_, index) => 300 * (index % 20) + 1)
  // In one piece, as from a gateway that was cut off for a while.
  client.stream.cork()
  for (const bytes of sizes) client.publish('app/clients/meter/outbox', Buffer.alloc(bytes))
  client.stream.uncork()
  await client.publishAsync('app/clients/meter/outbox', '', { qos: 1 })
  expect(heard).toEqual([...sizes, 0])
  expect(at.refused).toEqual([])
})

test.each(['connections', 'connectionsPerAddress'] as const)(
  'there are only so many connections: %s',
  async (limit) => {
    const at = await open({ limits: { [limit]: 2 } })
    const first = await at.connect(await at.enrol('one'))
    await at.connect(await at.enrol('two'))
    const keys = await at.enrol('three')
    await expect(at.connect(keys)).rejects.toThrow()
    expect(at.refused).toMatchObject([{ reason: 'too-many-connections', identity: 'three' }])
    await first.endAsync()
    await eventually(() => expect(at.broker.connections()).toBe(1))
    await at.connect(keys)
  },
)

test('what is acknowledged is stored', async () => {
  const folder = testFolder()
  const at = await open({ folder })
  const sleeper = await at.connect(await at.enrol('sleeper', { read: ['t/#'] }), { clean: false })
  await sleeper.subscribeAsync('t/#', { qos: 1 })
  await sleeper.endAsync()
  const writer = await at.connect(await at.enrol('writer', { write: ['t/#'] }))
  const other = new Database(at.store.file, { readonly: true })
  for (const text of ['1', '2', '3']) {
    await writer.publishAsync('t/x', text, { qos: 1, retain: true })
    const queued = other
      .prepare("SELECT payload FROM broker_outgoing WHERE client_id = 'sleeper' ORDER BY id DESC")
      .pluck()
    expect(String(queued.get())).toBe(text)
    expect(String(other.prepare('SELECT payload FROM broker_retained').pluck().get())).toBe(text)
  }
  other.close()
})

test('sessions, queues and wills outlive the program; a will is published when its client does not come back', async () => {
  const folder = testFolder()
  const before = await open({ folder })
  const will = (topic: string) => ({ topic, payload: Buffer.from('gone'), qos: 1 as const, retain: true })
  const policy = { read: ['t/#', 'will/#'], write: ['will/#'] }
  const sleeper = await before.connect(await before.enrol('sleeper', policy), { clean: false })
  await sleeper.subscribeAsync(['t/#', 'will/#'], { qos: 1 })
  await sleeper.endAsync()
  await before.broker.publish({ topic: 't/x', payload: 'while it was away' })
  for (const name of ['lost', 'back']) {
    await before.connect(await before.enrol(name, policy), { will: will(`will/${name}`), clean: false })
  }
  await before.close()
  opened.splice(0)

  const known = { back: policy, lost: policy, sleeper: policy }
  const after = await open({ folder, known, limits: { comeBackMs: 400 } })
  await after.connect(await after.enrol('back', policy), { clean: false })
  const keys = await after.enrol('sleeper', policy)
  const inbox: string[] = []
  const again = await after.connect(keys, { clean: false }, inbox)
  await eventually(() => expect(inbox).toEqual(['t/x while it was away', 'will/lost gone']))
  await again.endAsync()
})

test('wills of an earlier run: under another name of the policy, too; one that is no longer allowed holds up none', async () => {
  const folder = testFolder()
  const before = await open({ folder })
  const will = (topic: string) => ({ topic, payload: Buffer.from('gone'), qos: 1 as const, retain: true })
  const policy = { clientIds: ['roof'], write: ['will/#'] }
  await before.connect(await before.enrol('narrowed', policy), { will: will('will/narrowed') })
  await before.connect(await before.enrol('gateway', policy), { clientId: 'roof', will: will('will/roof') })
  await before.close()
  opened.splice(0)

  const after = await open({ folder, known: { narrowed: {}, gateway: policy }, limits: { comeBackMs: 400 } })
  const inbox: string[] = []
  after.broker.watch('will/#', ({ topic, payload }) => inbox.push(`${topic} ${payload}`))
  await eventually(() => expect(inbox).toEqual(['will/roof gone']))
  const left = () => all(after.store.read, 'SELECT client_id FROM broker_will')
  await eventually(() => expect(left()).toEqual([]))
})

test('a session under another name goes when nobody may have that name any more', async () => {
  const at = await open()
  const policy = { clientIds: ['roof', 'yard', 'shared'], read: ['t/#'] }
  const keys = await at.enrol('gateway', policy)
  await at.enrol('second', { clientIds: ['shared'] })
  for (const clientId of ['roof', 'yard', 'shared']) {
    const client = await at.connect(keys, { clientId, clean: false })
    await client.subscribeAsync('t/#', { qos: 1 })
    await client.endAsync()
  }
  await eventually(() => expect(at.broker.connections()).toBe(0))
  const subscribed = () =>
    ['roof', 'yard', 'shared'].filter((name) => at.broker.standing(name).subscriptions.length > 0)
  at.setPolicy('gateway', { ...policy, clientIds: ['roof', 'shared'] })
  expect(subscribed()).toEqual(['roof', 'shared'])
  at.delete('gateway')
  expect(subscribed()).toEqual(['shared'])
})

test('what clients left behind that are no more is forgotten, at once and at the next start', async () => {
  const folder = testFolder()
  const before = await open({ folder })
  for (const clientId of ['stays', 'leaves', 'left']) {
    const keys = await before.enrol(clientId, { write: ['t/#'], read: ['t/#'] })
    const client = await before.connect(keys, { clean: false })
    await client.subscribeAsync('t/#', { qos: 1 })
    await client.publishAsync(`t/${clientId}`, 'here', { qos: 1, retain: true })
    await client.endAsync()
  }
  const kept = ({ store }: TestBroker) => ({
    retained: all<{ topic: string }>(store.read, 'SELECT topic FROM broker_retained ORDER BY topic').map(
      (row) => row.topic,
    ),
    sessions: all<{ client_id: string }>(
      store.read,
      'SELECT client_id FROM broker_subscription ORDER BY client_id',
    ).map((row) => row.client_id),
  })
  before.delete('leaves')
  await eventually(() => expect(kept(before)).toEqual({ retained: ['t/left', 't/stays'], sessions: ['left', 'stays'] }))
  await before.close()
  opened.splice(0)

  const after = await open({ folder, known: { stays: {} } })
  await eventually(() => expect(kept(after)).toEqual({ retained: ['t/stays'], sessions: ['stays'] }))
})

test('a message with QoS 2 that was not stored is taken when it comes again, and one that was is not', async () => {
  const folder = testFolder()
  const known = { sleeper: { read: ['t/#'] }, meter: { write: ['t/#'] } }
  const before = await open({ folder, known })
  const sleeper = await before.connect(await before.enrol('sleeper', known.sleeper), { clean: false })
  await sleeper.subscribeAsync('t/#', { qos: 2 })
  await sleeper.endAsync()
  // What the client has not been told is taken stays here, and is sent again.
  const outgoingStore = new mqtt.Store({ clean: false })
  const send = { clean: false, outgoingStore }
  const meter = await before.connect(await before.enrol('meter', known.meter), send)
  const disk = new Database(join(folder, 'chargehand.db'))
  // As when the program ends at the moment at which the message is to be stored.
  disk.exec("CREATE TRIGGER full BEFORE INSERT ON broker_outgoing BEGIN SELECT RAISE(ABORT, 'no more'); END")
  const ended = cut(meter)
  meter.publish('t/x', 'once', { qos: 2 })
  await ended
  const numbers = () => disk.prepare('SELECT message_id FROM broker_incoming').all()
  expect(numbers()).toEqual([])
  await before.close().catch(() => {})
  opened.splice(0)
  disk.exec('DROP TRIGGER full')

  const after = await open({ folder, known })
  const again = await after.connect(await after.enrol('meter', known.meter), send)
  await again.publishAsync('t/x', 'next', { qos: 2 })
  const inbox: string[] = []
  await after.connect(await after.enrol('sleeper', known.sleeper), { clean: false }, inbox)
  await eventually(() => expect(inbox).toEqual(['t/x once', 't/x next']))
  expect(numbers()).toEqual([])
  disk.close()
})

test('the end of the broker is the end of those who have not said who they are, too', async () => {
  const at = await open()
  const mute = connectTls({ host: '127.0.0.1', port: at.port, ...(await at.enrol('mute')), rejectUnauthorized: false })
  mute.on('error', () => {})
  const ended = new Promise((resolve) => mute.resume().once('close', resolve))
  await eventually(() => expect(at.broker.connections()).toBe(1))
  await at.broker.close()
  await ended
})

test('a certificate that ends ends the connection', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    let now = Date.now()
    const at = await open({ clock: () => now })
    const client = await at.connect(await at.enrol('ending'), { keepalive: 0 })
    const ended = cut(client)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(at.broker.isConnected('ending')).toBe(true)
    now += 25 * 3_600_000
    await vi.advanceTimersByTimeAsync(60_000)
    await ended
  } finally {
    vi.useRealTimers()
  }
})
