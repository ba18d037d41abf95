import { BROKER_LIMITS, type BrokerLimits } from '@main/devices/broker/limits'
import type { BrokerPacket } from '@main/devices/broker/persistence/packet'
import { SitePersistence } from '@main/devices/broker/persistence/persistence'
import { all } from '@main/store/handles'
import { openStore, type Store } from '@main/store/open'
import { afterEach, expect, test } from 'vitest'
import { testFolder } from '../../../support/testStore'

const opened: Store[] = []
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

async function open(folder: string, limits: Partial<BrokerLimits> = {}, mayKeep = (_filter: string) => true) {
  const dropped: string[] = []
  const store = openStore({
    folder,
    onLazyFailure: (error) => {
      throw error
    },
  })
  opened.push(store)
  const persistence = new SitePersistence({
    store,
    limits: { ...BROKER_LIMITS, ...limits },
    mayKeep: (_, filter) => mayKeep(filter),
    mayLeave: () => true,
    onDropped: (clientId) => dropped.push(clientId),
  })
  await persistence.setup({ id: `run-${opened.length}`, clients: {} })
  return { persistence, store, dropped, close: () => opened.splice(opened.indexOf(store), 1)[0]?.close() }
}

let counter = 0
const message = (topic: string, text: string, qos: 1 | 2 = 1): BrokerPacket => {
  counter += 1
  return {
    cmd: 'publish',
    brokerId: 'run',
    brokerCounter: counter,
    topic,
    payload: Buffer.from(text),
    qos,
    retain: false,
  }
}
const gather = async (stream: AsyncIterable<BrokerPacket>) => {
  const found: BrokerPacket[] = []
  for await (const packet of stream) found.push(packet)
  return found
}
const texts = async (stream: AsyncIterable<BrokerPacket>) =>
  (await gather(stream)).map(({ payload }) => String(payload))

test('all of it is there after the program was started again', async () => {
  const folder = testFolder()
  const before = await open(folder)
  const { persistence } = before
  await persistence.storeRetained({ topic: 'house/power', payload: Buffer.from('5'), qos: 1, retain: true })
  await persistence.storeRetained({ topic: 'house/gone', payload: Buffer.from('5'), qos: 1, retain: true })
  await persistence.storeRetained({ topic: 'house/gone', payload: Buffer.alloc(0), qos: 1, retain: true })
  await persistence.addSubscriptions({ id: 'a' }, [
    { topic: 'house/#', qos: 1 },
    { topic: 'other', qos: 0 },
  ])
  await persistence.outgoingEnqueueCombi([{ clientId: 'a', qos: 2 }], message('house/x', 'first', 2))
  const second = message('house/x', 'second', 2)
  await persistence.outgoingEnqueueCombi([{ clientId: 'a', qos: 2 }], second)
  await persistence.outgoingUpdate({ id: 'a' }, { ...second, messageId: 77 })
  const third = message('house/x', 'third', 2)
  await persistence.outgoingEnqueueCombi([{ clientId: 'a', qos: 2 }], third)
  await persistence.outgoingUpdate({ id: 'a' }, { ...third, messageId: 78 })
  await persistence.outgoingUpdate({ id: 'a' }, { cmd: 'pubrel', messageId: 78 } as BrokerPacket)
  await persistence.incomingStorePacket({ id: 'b' }, { ...message('x', 'y', 2), messageId: 9 })
  await persistence.putWill({ id: 'b' }, { topic: 'b/gone', payload: Buffer.from('bye'), qos: 1, retain: true })
  before.close()

  const after = (await open(folder)).persistence
  expect((await gather(after.createRetainedStream('house/+'))).map(({ topic }) => topic)).toEqual(['house/power'])
  expect(await after.subscriptionsByClient({ id: 'a' })).toEqual([
    { topic: 'house/#', qos: 1 },
    { topic: 'other', qos: 0 },
  ])
  expect(await after.subscriptionsByTopic('house/deep/in')).toMatchObject([{ clientId: 'a', topic: 'house/#', qos: 1 }])
  expect(await gather(after.outgoingStream({ id: 'a' }))).toMatchObject([
    { cmd: 'publish', topic: 'house/x', payload: Buffer.from('first'), qos: 2 },
    { cmd: 'publish', payload: Buffer.from('second'), messageId: 77 },
    { cmd: 'pubrel', messageId: 78 },
  ])
  await expect(after.incomingGetPacket({ id: 'b' }, { ...message('x', 'y', 2), messageId: 9 })).resolves.toBeTruthy()
  expect(await gather(after.streamWill({}))).toMatchObject([{ clientId: 'b', topic: 'b/gone', retain: true }])
})

test('what was settled does not come back, whenever that was', async () => {
  const folder = testFolder()
  const { persistence, close } = await open(folder)
  const [first, second, third] = [message('t', '1'), message('t', '2'), message('t', '3')]
  await persistence.outgoingEnqueueCombi([{ clientId: 'a' }], first)
  const writing = persistence.outgoingEnqueueCombi([{ clientId: 'a' }], second)
  // In the same turn: the second is not on disk yet.
  await persistence.outgoingClearMessageId({ id: 'a' }, first)
  await persistence.outgoingClearMessageId({ id: 'a' }, second)
  await writing
  await persistence.outgoingEnqueueCombi([{ clientId: 'a' }], third)
  close()
  const after = await open(folder)
  expect(await texts(after.persistence.outgoingStream({ id: 'a' }))).toEqual(['3'])
  expect(all(after.store.read, 'SELECT id FROM broker_outgoing')).toHaveLength(1)
})

test('a client with several matching subscriptions gets one copy, with the best QoS of them', async () => {
  const { persistence } = await open(testFolder())
  const packet = message('t', 'x', 2)
  await persistence.outgoingEnqueueCombi(
    [
      { clientId: 'a', qos: 1 },
      { clientId: 'b', qos: 1 },
      { clientId: 'a', qos: 2 },
    ],
    packet,
  )
  expect(await gather(persistence.outgoingStream({ id: 'a' }))).toMatchObject([{ qos: 2 }])
  expect(await gather(persistence.outgoingStream({ id: 'b' }))).toMatchObject([{ qos: 1 }])
  // aedes clears once for each subscription but the one that it delivers by.
  await persistence.outgoingClearMessageId({ id: 'a' }, packet)
  await persistence.outgoingUpdate({ id: 'a' }, { ...packet, messageId: 5 })
  expect(await gather(persistence.outgoingStream({ id: 'a' }))).toMatchObject([{ messageId: 5 }])
  await persistence.outgoingClearMessageId({ id: 'a' }, { ...packet, messageId: 5 })
  expect(persistence.outgoing.count('a')).toBe(0)
})

test('the oldest that were not sent make room', async () => {
  const { persistence, dropped } = await open(testFolder(), { queuedMessages: 3 })
  const [first, ...others] = ['1', '2', '3', '4', '5'].map((text) => message('t', text))
  if (!first) throw new Error('no message')
  await persistence.outgoingEnqueueCombi([{ clientId: 'a' }], first)
  await persistence.outgoingUpdate({ id: 'a' }, { ...first, messageId: 1 })
  for (const packet of others) await persistence.outgoingEnqueueCombi([{ clientId: 'a' }], packet)
  expect(await texts(persistence.outgoingStream({ id: 'a' }))).toEqual(['1', '4', '5'])
  expect(dropped).toEqual(['a', 'a'])
})

test.each([['of a client', { queuedBytes: 100 }] as const, ['of all', { queuedBytesInAll: 100 }] as const])(
  'bytes are bounded: those %s',
  async (_, limits) => {
    const { persistence, dropped } = await open(testFolder(), limits)
    for (const text of ['a', 'b', 'c']) {
      await persistence.outgoingEnqueueCombi([{ clientId: 'a' }], message('t', text.repeat(40)))
    }
    expect(await texts(persistence.outgoingStream({ id: 'a' }))).toEqual(['b'.repeat(40), 'c'.repeat(40)])
    await persistence.outgoingEnqueueCombi([{ clientId: 'a' }], message('t', 'd'.repeat(200)))
    expect(persistence.outgoing.count('a')).toBe(0)
    expect(dropped).toHaveLength(4)
  },
)

test('retained messages have room for so many topics, in all and of one client', async () => {
  const { persistence } = await open(testFolder(), { retained: 3, retainedPerClient: 2, retainedBytes: 1_000 })
  const { retained } = persistence
  const keep = async (clientId: string, topic: string) => {
    const packet = { topic, payload: Buffer.from('x'), qos: 1 as const, retain: true, clientId }
    await persistence.storeRetained(packet)
  }
  await keep('a', 't/1')
  await keep('a', 't/2')
  expect(retained.hasRoom('a', 't/3', 1)).toBe(false)
  expect(retained.hasRoom('a', 't/2', 1)).toBe(true)
  expect(retained.hasRoom('b', 't/3', 1)).toBe(true)
  expect(retained.hasRoom('b', 't/3', 2_000)).toBe(false)
  await keep('b', 't/3')
  expect(retained.hasRoom('b', 't/4', 1)).toBe(false)
  await persistence.storeRetained({ topic: 't/1', payload: Buffer.alloc(0), qos: 0, retain: true })
  expect(retained.hasRoom('a', 't/4', 1)).toBe(true)
})

test('a session keeps no subscription that was refused', async () => {
  const { persistence } = await open(testFolder(), {}, (filter) => filter !== '#')
  await persistence.addSubscriptions({ id: 'a' }, [
    { topic: '#', qos: 1 },
    { topic: 'mine', qos: 1 },
  ])
  expect(await persistence.subscriptionsByClient({ id: 'a' })).toMatchObject([{ topic: 'mine' }])
})

test('a client that is no more leaves nothing behind', async () => {
  const folder = testFolder()
  const { persistence, close } = await open(folder)
  await persistence.addSubscriptions({ id: 'a' }, [{ topic: 't', qos: 1 }])
  await persistence.outgoingEnqueueCombi([{ clientId: 'a' }], message('t', 'x'))
  await persistence.incomingStorePacket({ id: 'a' }, { ...message('x', 'y', 2), messageId: 9 })
  await persistence.putWill({ id: 'a' }, { topic: 'a/gone', payload: Buffer.from('bye'), qos: 1, retain: true })
  await persistence.forget('a')
  close()
  const { store } = await open(folder)
  for (const table of ['broker_subscription', 'broker_outgoing', 'broker_incoming', 'broker_will']) {
    expect(all(store.read, `SELECT * FROM ${table}`), table).toEqual([])
  }
})
