import { hash } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { CSMS_LIMITS, type CsmsLimits } from '@main/csms/limits'
import { afterEach, describe, expect, test } from 'vitest'
import { ask } from '../support/ask'
import { eventually } from '../support/eventually'
import { bootOf, RawCharger, refusalOf } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite | null = null
const plain: Socket[] = []
afterEach(async () => {
  for (const socket of plain.splice(0)) socket.destroy()
  await site?.close()
  site = null
})

async function open(limits: Partial<CsmsLimits>): Promise<TestSite> {
  site = await openTestSite({ limits })
  return site
}

const portOf = ({ url }: TestSite) => Number(new URL(url).port)
const connectTo = (at: TestSite, identity = 'CP_1') => RawCharger.connect(at.url, identity, 'ocpp2.0.1')

/** A TCP connection that says only what it is told to. */
function plainConnection(at: TestSite): Socket {
  const socket = connect({ port: portOf(at), host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {})
  plain.push(socket)
  return socket
}

const boot = bootOf('ocpp2.0.1')

/** A message id as long as one may be, of which not much is left when it is compressed. */
const LONG_ID = 'Kj3x9QpZ7w-Lm2_Tb8vR'.repeat(12)
/** One in which nothing repeats. */
const DENSE_ID = ['a', 'b', 'c'].map((text) => hash('sha256', text, 'hex')).join('-')

/** How many bytes come over the network as the answer to a call with a long id, with compression agreed. */
async function answerBytes(limits: Partial<CsmsLimits>, id = LONG_ID): Promise<number> {
  site = await openTestSite({ limits, clock: () => Date.UTC(2026, 0, 1) })
  let line: Socket | undefined
  const charger = await RawCharger.connect(site.url, 'CP_1', 'ocpp2.0.1', {
    perMessageDeflate: true,
    createConnection: () => {
      line = connect({ port: portOf(site as TestSite), host: '127.0.0.1' })
      return line
    },
  })
  await charger.ask('BootNotification', boot, 'short')
  const before = line?.bytesRead ?? 0
  await charger.ask('BootNotification', boot, id)
  const bytes = (line?.bytesRead ?? 0) - before
  await charger.close()
  await site.close()
  site = null
  return bytes
}

/** One test for each limit: the compiler asks for it. */
const TESTS: Readonly<Record<keyof CsmsLimits, () => Promise<void>>> = {
  async maxFrameBytes() {
    const at = await open({ maxFrameBytes: 2_000 })
    const charger = await connectTo(at)
    const fits = [2, 'fits', 'BootNotification', { ...boot, vendorData: '' }]
    const room = 2_000 - JSON.stringify(fits).length
    expect(await charger.ask('BootNotification', { ...boot, vendorData: 'x'.repeat(room) }, 'fits')).toBeTruthy()
    charger.send('x'.repeat(2_001))
    expect((await charger.closed).code).toBe(1009)
  },

  async framesPerSecond() {
    const at = await open({ framesPerSecond: 20 })
    const charger = await connectTo(at)
    // More than one second's worth at once: they come more slowly, all of them and in their order.
    const answers = await Promise.all(Array.from({ length: 50 }, () => charger.call('BootNotification', boot)))
    expect(answers.map((answer) => answer[0])).toEqual(Array.from({ length: 50 }, () => 3))
    expect(charger.unasked).toEqual([])
  },

  async connectionsPerAddress() {
    const at = await open({ connectionsPerAddress: 2 })
    const first = await connectTo(at, 'CP_1')
    await connectTo(at, 'CP_2')
    expect(await refusalOf(at.url, 'CP_3')).toMatchObject({
      status: 503,
      body: expect.stringContaining('Try again later'),
    })
    await first.close()
    await eventually(() => expect(at.site.connectedStations()).toBe(1))
    await connectTo(at, 'CP_3')
  },

  async connections() {
    const at = await open({ connections: 1 })
    await connectTo(at, 'CP_1')
    expect((await refusalOf(at.url, 'CP_2')).status).toBe(503)
  },

  async handshakeMs() {
    const at = await open({ handshakeMs: 100 })
    const silent = plainConnection(at)
    const slow = plainConnection(at)
    slow.write('GET /CP_1 HTTP/1.1\r\nUpgrade: webs')
    for (const socket of [silent, slow]) {
      socket.resume()
      await once(socket, 'end')
    }
    await connectTo(at)
  },

  async queuedCalls() {
    const at = await open({ queuedCalls: 3 })
    const charger = await connectTo(at)
    const order: number[] = []
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        charger.call('BootNotification', boot).then((answer) => {
          expect(answer[0]).toBe(3)
          order.push(index)
        }),
      ),
    )
    expect(order).toEqual(Array.from({ length: 60 }, (_, index) => index))
  },

  async queuedCommands() {
    const at = await open({ queuedCommands: 0 })
    const charger = await connectTo(at)
    await charger.ask('BootNotification', boot)
    const stationId = at.site.stations.viewAll()[0]?.id ?? 0
    // There is no room for the question to boot again: the admission itself stands, and the charger is served.
    await at.client.stations.admit({ stationId })
    expect(await charger.ask('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
    expect(charger.unasked).toEqual([])
  },

  async unsentBytes() {
    const at = await open({ unsentBytes: 100_000, framesPerSecond: 1_000_000 })
    const deaf = await connectTo(at, 'CP_1')
    const polite = await connectTo(at, 'CP_2')
    deaf.socket.pause()
    // Each is told what is wrong with it, and nobody listens: past what the network holds it has to end.
    while (at.site.connectedStations() === 2) {
      for (let frame = 0; frame < 1_000; frame += 1) deaf.send('[2,7]')
      await polite.ask('BootNotification', boot)
    }
    deaf.socket.resume()
    expect((await deaf.closed).code).toBe(1006)
    expect(await polite.ask('BootNotification', boot)).toBeTruthy()
  },

  async callTimeoutMs() {
    const at = await open({ callTimeoutMs: 20 })
    const charger = await connectTo(at)
    await charger.ask('BootNotification', boot)
    const stationId = at.site.stations.viewAll()[0]?.id ?? 0
    await at.client.stations.admit({ stationId })
    // Never answered; a silent charger is served all the same, and can be spoken to again.
    expect((await charger.next())[2]).toBe('TriggerMessage')
    expect(await charger.ask('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
  },

  async pingMs() {
    const at = await open({ pingMs: 20 })
    const alive = await connectTo(at, 'CP_1')
    const dead = await RawCharger.connect(at.url, 'CP_2', 'ocpp2.0.1', { autoPong: false })
    expect((await dead.closed).code).toBe(1006)
    expect(await alive.ask('BootNotification', boot)).toBeTruthy()
  },

  async closeGraceMs() {
    const at = await open({ closeGraceMs: 20 })
    const charger = await connectTo(at)
    const polite = await connectTo(at, 'CP_2')
    // It neither reads nor closes; and this one was refused, and keeps its side open all the same.
    charger.socket.pause()
    const refused = plainConnection(at)
    refused.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    await once(refused, 'data')
    await at.close()
    expect((await polite.closed).code).toBe(1001)
    charger.socket.resume()
    await charger.closed
  },

  async compressedFromBytes() {
    expect(await answerBytes({ compressedFromBytes: 100 })).toBeLessThan(LONG_ID.length)
    expect(await answerBytes({ compressedFromBytes: 1_000 })).toBeGreaterThan(LONG_ID.length)
  },

  async compressionsAtOnce() {
    const at = await open({ compressionsAtOnce: 1, compressedFromBytes: 0 })
    const compressing = { perMessageDeflate: { threshold: 0 } }
    const chargers = await Promise.all(
      ['CP_1', 'CP_2', 'CP_3'].map((identity) => RawCharger.connect(at.url, identity, 'ocpp2.0.1', compressing)),
    )
    const asked = chargers.flatMap((charger) => Array.from({ length: 20 }, () => charger.ask('BootNotification', boot)))
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ status: 'Pending' })
  },

  async compressionMemLevel() {
    // Less memory compresses less well.
    const [little, much] = [
      await answerBytes({ compressedFromBytes: 100, compressionMemLevel: 1 }, DENSE_ID),
      await answerBytes({ compressedFromBytes: 100, compressionMemLevel: 9 }, DENSE_ID),
    ]
    expect(little).toBeGreaterThan(much)
  },
}

describe('a limit has a name, a default and a test:', () => {
  test.each(Object.entries(TESTS))('%s', async (name, run) => {
    expect(CSMS_LIMITS[name as keyof CsmsLimits]).toBeGreaterThan(0)
    await run()
  })
})

test('a binary frame ends the connection with 1003', async () => {
  const charger = await connectTo(await open({}))
  charger.socket.send(Buffer.from('[2,"1","Heartbeat",{}]'), { binary: true })
  expect((await charger.closed).code).toBe(1003)
})

test('a small frame that inflates beyond the limit ends its connection with 1009 and hurts nobody', async () => {
  const at = await open({ maxFrameBytes: 20_000 })
  const polite = await RawCharger.connect(at.url, 'CP_2', 'ocpp2.0.1', { perMessageDeflate: true })
  const bombers = await Promise.all(
    ['CP_3', 'CP_4', 'CP_5'].map((identity) =>
      RawCharger.connect(at.url, identity, 'ocpp2.0.1', { perMessageDeflate: true }),
    ),
  )
  for (const bomber of bombers) {
    for (let count = 0; count < 5; count += 1) bomber.send('x'.repeat(10_000_000))
  }
  expect(await polite.ask('BootNotification', { ...boot, vendorData: 'x'.repeat(15_000) })).toBeTruthy()
  for (const bomber of bombers) expect((await bomber.closed).code).toBe(1009)
  expect(await polite.ask('BootNotification', boot)).toBeTruthy()
})

test('compression that is none ends the connection, and no other', async () => {
  const at = await open({})
  const polite = await connectTo(at, 'CP_2')
  const socket = plainConnection(at)
  const lines = [
    'GET /CP_1 HTTP/1.1',
    'Host: x',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: ocpp2.0.1',
    'Sec-WebSocket-Extensions: permessage-deflate',
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  await once(socket, 'data')
  // A whole compressed text of four bytes, masked with zeros: no block of deflate begins so.
  socket.write(Buffer.from([0xc1, 0x84, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]))
  await once(socket, 'end')
  expect(await polite.ask('BootNotification', boot)).toBeTruthy()
})

test('a caller who is refused and never closes its side is let go', async () => {
  const at = await open({ closeGraceMs: 20 })
  const socket = plainConnection(at)
  socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk
  })
  await once(socket, 'end')
  expect(said).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/)
  // Half-open until the other side has gone for good: then writing fails.
  const gone = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  const typing = setInterval(() => socket.write('x'), 10)
  await gone
  clearInterval(typing)
})

test('a browser that comes by HTTP is told what this is', async () => {
  const answer = await ask(portOf(await open({})), '/CP_1')
  expect(answer).toMatchObject({
    status: 426,
    headers: { upgrade: 'websocket', connection: 'upgrade, close' },
    text: expect.stringContaining('WebSocket'),
  })
})
