import { connect as connectTls } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../support/eventually'
import { cut, inboxOf, openTestBroker, type TestBroker } from '../support/testBroker'
import { hoursFromNow, TestCa } from '../support/testCa'

let at: TestBroker
beforeAll(async () => {
  at = await openTestBroker({
    limits: { packetBytes: 4_096, subscriptions: 5, retainedPerClient: 3, connectMs: 300 },
  })
})
beforeEach(() => at.refused.splice(0))
afterAll(() => at.close())

describe('who is let in', () => {
  test('a client under its own name, with its three topics', async () => {
    const meter = await at.connect(await at.enrol('meter-1'))
    expect(
      await meter.subscribeAsync(['app/clients/meter-1/push', 'app/clients/meter-1/inbox'], { qos: 1 }),
    ).toMatchObject([{ qos: 1 }, { qos: 1 }])
    const inbox = inboxOf(meter)
    await at.broker.publish({ topic: 'app/clients/meter-1/push', payload: 'hello' })
    await eventually(() => expect(inbox).toEqual(['app/clients/meter-1/push hello']))
    const heard: string[] = []
    const end = at.broker.onMessage(
      (topic) => topic.endsWith('/outbox'),
      ({ clientId, payload }) => heard.push(`${clientId} ${payload}`),
    )
    await meter.publishAsync('app/clients/meter-1/outbox', 'mine', { qos: 1 })
    expect(heard).toEqual(['meter-1 mine'])
    end()
    expect(at.broker.isConnected('meter-1')).toBe(true)
    expect(at.broker.standing('meter-1')).toMatchObject({
      connected: true,
      remoteAddress: '127.0.0.1',
      messagesPerMinute: 1,
      subscriptions: ['app/clients/meter-1/push', 'app/clients/meter-1/inbox'],
    })
    await meter.endAsync()
    await eventually(() => expect(at.went).toContain('meter-1'))
    expect(at.broker.standing('meter-1')).toMatchObject({ connected: false, since: null })
    expect(at.refused).toEqual([])
  })

  test('a client without a name gets that of its certificate', async () => {
    const client = await at.connect(await at.enrol('meter-2'), { clientId: '' })
    expect(await client.subscribeAsync('app/clients/meter-2/inbox')).toMatchObject([{ qos: 0 }])
    expect(at.broker.isConnected('meter-2')).toBe(true)
  })

  test('a client of MQTT 3.1, also with a long name', async () => {
    const name = 'meter-with-a-name-of-more-than-23-characters'
    await at.connect(await at.enrol(name), { protocolId: 'MQIsdp', protocolVersion: 3 })
    expect(at.broker.isConnected(name)).toBe(true)
  })

  test('under other names of its policy', async () => {
    const keys = await at.enrol('meter-3', { clientIds: ['roof'] })
    await at.connect(keys, { clientId: 'roof' })
    expect(at.broker.isConnected('meter-3')).toBe(true)
  })

  test('the newest connection under a name ends the one before', async () => {
    const keys = await at.enrol('meter-4')
    const first = await at.connect(keys)
    await at.connect(keys)
    await cut(first)
    expect(at.broker.standing('meter-4').connected).toBe(true)
  })
})

describe('who is not, and what it is told', () => {
  const refusal = (reason: string, identity: string | null) => [expect.objectContaining({ reason, identity })]

  test('without a certificate', async () => {
    await expect(at.connect(null)).rejects.toThrow('Not authorized')
    expect(at.refused).toEqual(refusal('no-certificate', 'nobody'))
  })

  test('with a certificate of another authority', async () => {
    const { key, cert } = await (await TestCa.create()).serverCredentials()
    await expect(at.connect({ key, cert })).rejects.toThrow('Not authorized')
    expect(at.refused).toEqual(refusal('certificate-untrusted', '127.0.0.1'))
  })

  test('with one that is not in the records', async () => {
    await expect(at.connect(await at.ca.serverCredentials())).rejects.toThrow('Not authorized')
    expect(at.refused).toEqual(refusal('certificate-unknown', '127.0.0.1'))
  })

  test('with one that has expired', async () => {
    const keys = await at.enrol('old', {}, { notBefore: hoursFromNow(-2), notAfter: hoursFromNow(-1) })
    await expect(at.connect(keys)).rejects.toThrow('Not authorized')
    expect(at.refused).toEqual(refusal('certificate-expired', 'old'))
  })

  test('with a revoked one', async () => {
    const keys = await at.enrol('revoked')
    at.revoke('revoked')
    await expect(at.connect(keys)).rejects.toThrow('Not authorized')
    expect(at.refused).toEqual(refusal('certificate-revoked', 'revoked'))
  })

  test('under the name of another', async () => {
    await at.enrol('victim')
    await expect(at.connect(await at.enrol('thief'), { clientId: 'victim' })).rejects.toThrow('Identifier rejected')
    expect(at.refused).toEqual([
      { reason: 'other-client-id', identity: 'thief', data: { shown: 'victim', own: 'thief' } },
    ])
  })

  test('a nameless one that wants a session to last', async () => {
    const keys = await at.enrol('nameless')
    // npm's mqtt would not send this; by hand: CONNECT, 3.1.1, no clean session, no id.
    const socket = connectTls({ host: '127.0.0.1', port: at.port, ...keys, rejectUnauthorized: false })
    const answered = new Promise<Buffer>((resolve) => socket.once('data', resolve))
    socket.write(Buffer.from([0x10, 12, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 0, 0, 60, 0, 0]))
    expect([...(await answered)]).toEqual([0x20, 2, 0, 2])
    socket.destroy()
    expect(at.refused).toEqual(refusal('no-client-id', 'nameless'))
  })

  test('with a last will on a topic of others', async () => {
    const will = { topic: 'app/clients/victim/inbox', payload: Buffer.from('x'), qos: 0 as const, retain: false }
    await expect(at.connect(await at.enrol('willing'), { will })).rejects.toThrow('Not authorized')
    expect(at.refused).toEqual(refusal('will-not-allowed', 'willing'))
  })

  test('in MQTT 5, which is not spoken', async () => {
    await expect(at.connect(await at.enrol('newer'), { protocolVersion: 5 })).rejects.toThrow()
    expect(at.refused).toEqual(refusal('mqtt-version', 'newer'))
  })

  test('who says nothing', async () => {
    const keys = await at.enrol('mute')
    const socket = connectTls({ host: '127.0.0.1', port: at.port, ...keys, rejectUnauthorized: false })
    await new Promise((resolve) => socket.resume().once('close', resolve))
    expect(at.refused).toEqual(refusal('connect-late', 'mute'))
  })

  test('who speaks something else', async () => {
    const keys = await at.enrol('web')
    const socket = connectTls({ host: '127.0.0.1', port: at.port, ...keys, rejectUnauthorized: false })
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await new Promise((resolve) => socket.resume().once('close', resolve))
    expect(at.refused).toEqual(refusal('mqtt-broken', 'web'))
  })
})

describe('what a client may do', () => {
  test('not publish to others: it is cut', async () => {
    const thief = await at.connect(await at.enrol('thief-2', { write: ['house/roof/+'] }))
    await thief.publishAsync('house/roof/power', '1', { qos: 1 })
    thief.publish('app/clients/victim/inbox', 'boo')
    await cut(thief)
    expect(at.refused).toEqual([
      { reason: 'publish-not-allowed', identity: 'thief-2', data: { topic: 'app/clients/victim/inbox' } },
    ])
  })

  test('not subscribe to others, to all, or to what is the broker’s: that is refused, the rest goes on', async () => {
    const client = await at.connect(await at.enrol('curious', { read: ['test/#', 'house/+/power'] }))
    const granted = async (filter: string) => (await client.subscribeAsync(filter).catch(() => null)) !== null
    expect(await granted('test/#')).toBe(true)
    expect(await granted('house/roof/power')).toBe(true)
    expect(await granted('house/#')).toBe(false)
    expect(await granted('#')).toBe(false)
    expect(await granted('+/+')).toBe(false)
    expect(await granted('$SYS/#')).toBe(false)
    expect(await granted('app/clients/victim/push')).toBe(false)
    expect(client.connected).toBe(true)
    expect(at.refused.map(({ data }) => data.topic)).toEqual([
      'house/#',
      '#',
      '+/+',
      '$SYS/#',
      'app/clients/victim/push',
    ])
  })

  test('not be subscribed to more than so many filters', async () => {
    const client = await at.connect(await at.enrol('greedy', { read: ['test/#'] }))
    for (const place of [1, 2, 3, 4, 5]) await client.subscribeAsync(`test/${place}`)
    await expect(client.subscribeAsync('test/6')).rejects.toThrow()
    expect(at.refused).toMatchObject([{ reason: 'too-many-subscriptions' }])
    // The same again is none more.
    await client.subscribeAsync('test/1', { qos: 1 })
  })

  test('nor to more with one packet, whether its session lasts or not', async () => {
    const keys = await at.enrol('greedy-2', { read: ['test/#'] })
    const filters = Array.from({ length: 8 }, (_, place) => `test/${place}`)
    for (const clean of [true, false]) {
      const client = await at.connect(keys, { clean })
      await expect(client.subscribeAsync(filters, { qos: 1 })).rejects.toThrow()
      expect(at.broker.standing('greedy-2').subscriptions).toEqual(filters.slice(0, 5))
      // What was given up makes room.
      await client.unsubscribeAsync('test/0')
      await client.subscribeAsync('test/7', { qos: 1 })
      await client.endAsync()
    }
    await eventually(() => expect(at.broker.isConnected('greedy-2')).toBe(false))
    expect(at.broker.standing('greedy-2').subscriptions).toEqual([...filters.slice(1, 5), 'test/7'])
    expect(at.refused.every(({ reason }) => reason === 'too-many-subscriptions')).toBe(true)
    expect(at.refused).toHaveLength(6)
  })

  test('"#" where its policy says so, which shows nothing of the broker itself', async () => {
    const watcher = await at.connect(await at.enrol('watcher', { read: ['#'] }))
    const inbox = inboxOf(watcher)
    await watcher.subscribeAsync('#', { qos: 1 })
    await at.broker.publish({ topic: 'house/x', payload: '1' })
    await eventually(() => expect(inbox).toContain('house/x 1'))
    expect(inbox.filter((message) => message.startsWith('$'))).toEqual([])
  })

  test('what is retained is bounded for each client', async () => {
    const client = await at.connect(await at.enrol('hoarder', { write: ['keep/#'] }))
    for (const place of [1, 2, 3]) await client.publishAsync(`keep/${place}`, 'x', { retain: true, qos: 1 })
    await client.publishAsync('keep/3', 'y', { retain: true, qos: 1 })
    await client.publishAsync('keep/1', '', { retain: true, qos: 1 })
    await client.publishAsync('keep/4', 'y', { retain: true, qos: 1 })
    client.publish('keep/5', 'x', { retain: true })
    await cut(client)
    expect(at.refused).toMatchObject([{ reason: 'too-many-retained', identity: 'hoarder' }])
  })

  test('a packet that is too large is not even received', async () => {
    const client = await at.connect(await at.enrol('large'))
    client.publish('app/clients/large/outbox', Buffer.alloc(5_000))
    await cut(client)
    expect(at.refused).toMatchObject([{ reason: 'too-large', identity: 'large', data: { most: '4096' } }])
    const again = await at.connect(await at.enrol('large-2'))
    await again.publishAsync('app/clients/large-2/outbox', Buffer.alloc(4_000), { qos: 1 })
  })
})

describe('the end of a client', () => {
  test('deleting it cuts its connection at once, without its will, and forgets its session', async () => {
    const watcher = await at.connect(await at.enrol('witness', { read: ['gone/#'] }))
    const inbox = inboxOf(watcher)
    await watcher.subscribeAsync('gone/#')
    const will = { topic: 'gone/doomed', payload: Buffer.from('gone'), qos: 1 as const, retain: true }
    const keys = await at.enrol('doomed', { read: ['test/#'], write: ['gone/doomed'] })
    const doomed = await at.connect(keys, { will, clean: false })
    await doomed.subscribeAsync('test/x', { qos: 1 })
    at.delete('doomed')
    await cut(doomed)
    await expect(at.connect(keys)).rejects.toThrow('Not authorized')
    expect(at.refused).toMatchObject([{ reason: 'device-deleted' }])
    expect(at.broker.standing('doomed')).toMatchObject({ connected: false, subscriptions: [] })
    await at.broker.publish({ topic: 'gone/mark', payload: 'end' })
    await eventually(() => expect(inbox).toEqual(['gone/mark end']))
  })

  test('a policy that gives less ends what it does not give any more, and no more than that', async () => {
    const client = await at.connect(await at.enrol('less', { read: ['test/#', 'house/#'] }))
    await client.subscribeAsync('house/#')
    at.setPolicy('less', { read: ['house/#'] })
    expect(at.broker.isConnected('less')).toBe(true)
    at.setPolicy('less', { read: ['house/roof'] })
    await cut(client)
  })

  test('a client that dies leaves its will, one that says goodbye does not', async () => {
    const watcher = await at.connect(await at.enrol('heir', { read: ['will/#'] }))
    const inbox = inboxOf(watcher)
    await watcher.subscribeAsync('will/#')
    const will = (topic: string) => ({ topic, payload: Buffer.from('dead'), qos: 1 as const, retain: false })
    const polite = await at.connect(await at.enrol('polite', { write: ['will/#'] }), { will: will('will/polite') })
    const dying = await at.connect(await at.enrol('dying', { write: ['will/#'] }), { will: will('will/dying') })
    await polite.endAsync()
    dying.stream.destroy()
    await eventually(() => expect(inbox).toEqual(['will/dying dead']))
  })
})

describe('what lasts', () => {
  test('a session keeps what comes while its client is away, in its order', async () => {
    const keys = await at.enrol('sleeper', { read: ['news/#'] })
    const first = await at.connect(keys, { clean: false })
    await first.subscribeAsync('news/#', { qos: 1 })
    await first.endAsync()
    for (const text of ['1', '2', '3']) await at.broker.publish({ topic: 'news/x', payload: text })
    expect(at.broker.standing('sleeper')).toMatchObject({ waiting: 3, subscriptions: ['news/#'] })
    const inbox: string[] = []
    await at.connect(keys, { clean: false }, inbox)
    await eventually(() => expect(at.broker.standing('sleeper').waiting).toBe(0))
    expect(inbox).toEqual(['news/x 1', 'news/x 2', 'news/x 3'])
  })

  test('a retained message waits for whoever subscribes', async () => {
    await at.broker.publish({ topic: 'state/x', payload: 'on', retain: true })
    const client = await at.connect(await at.enrol('late', { read: ['state/#'] }))
    const inbox = inboxOf(client)
    await client.subscribeAsync('state/#')
    await eventually(() => expect(inbox).toEqual(['state/x on']))
  })

  test('QoS 2 both ways', async () => {
    const reader = await at.connect(await at.enrol('exact', { read: ['exact/#'] }), { clean: false })
    const inbox = inboxOf(reader)
    await reader.subscribeAsync(['exact/#', 'exact/x'], { qos: 2 })
    const writer = await at.connect(await at.enrol('exact-2', { write: ['exact/#'] }))
    for (const text of ['1', '2', '3']) await writer.publishAsync('exact/x', text, { qos: 2 })
    await eventually(() => expect(inbox).toEqual(['exact/x 1', 'exact/x 2', 'exact/x 3']))
    await eventually(() => expect(at.broker.standing('exact').waiting).toBe(0))
  })
})
