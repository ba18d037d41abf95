import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { WEB_LIMITS, type WebLimits } from '@main/hosts/web/limits'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ask } from '../support/ask'
import { eventually } from '../support/eventually'
import { createProbe } from '../support/probeRouter'
import { signIn, startTestHost } from '../support/transports'

type TestHost = Awaited<ReturnType<typeof startTestHost>>

let web: TestHost | null = null
let now = 1_800_000_000_000
const plain: Socket[] = []
afterEach(async () => {
  for (const socket of plain.splice(0)) socket.destroy()
  await web?.close()
  web = null
})

async function open(limits: Partial<WebLimits>): Promise<TestHost> {
  web = await startTestHost({ router: createProbe().router, limits, now: () => now })
  return web
}

const statusOf = async (at: TestHost, headers: Record<string, string>) =>
  (await ask(at.port, '/api/cards', { headers })).status

/** The status of an upgrade: 101 when it was let in; the socket is ended again. */
async function upgrade(at: TestHost, cookie: string): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${at.port}/rpc`, { headers: { cookie } })
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', reject)
  })
}

async function openSocket(at: TestHost, cookie: string, options: { autoPong?: boolean } = {}): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${at.port}/rpc`, { headers: { cookie }, ...options })
  await once(socket, 'open')
  return socket
}

/** A TCP connection that says `text` and nothing more; `ended` gives all that came when the server has ended it. */
function plainConnection(at: TestHost, text: string) {
  const socket = connect(at.port, '127.0.0.1')
  plain.push(socket)
  socket.on('error', () => {})
  socket.write(text)
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk
  })
  return { socket, ended: once(socket, 'close').then(() => said) }
}

const request = (line: string, headers: Record<string, string>) =>
  [line, 'Host: 127.0.0.1', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')

/** One test for each limit: the compiler asks for it. */
const TESTS: Readonly<Record<keyof WebLimits, () => Promise<void>>> = {
  async messageBytes() {
    const at = await open({ messageBytes: 1_000 })
    const cookie = await signIn(at.host)
    const headers = { cookie, 'content-type': 'application/json' }
    const register = (label: string) =>
      ask(at.port, '/api/stations', { method: 'POST', headers, body: JSON.stringify({ identity: 'CP_1', label }) })
    expect((await register('x')).status).toBe(200)
    expect((await register('x'.repeat(1_000))).status).toBe(413)
    const socket = await openSocket(at, cookie)
    socket.send('x'.repeat(1_001))
    expect((await once(socket, 'close'))[0]).toBe(1009)
  },

  async headerBytes() {
    const at = await open({ headerBytes: 2_000 })
    const cookie = await signIn(at.host)
    expect(await statusOf(at, { cookie, 'x-long': 'x'.repeat(1_000) })).toBe(200)
    expect(await statusOf(at, { cookie, 'x-long': 'x'.repeat(2_000) })).toBe(431)
  },

  async headersMs() {
    const at = await open({ headersMs: 50 })
    const slow = plainConnection(at, 'GET / HTTP/1.1\r\nHost: 127.0.0.1')
    expect(await slow.ended).toMatch(/^HTTP\/1\.1 408 /)
  },

  async requestMs() {
    const at = await open({ headersMs: 50, requestMs: 100 })
    const cookie = await signIn(at.host)
    const headers = { cookie, 'content-type': 'application/json', 'content-length': '100' }
    // Its headers are complete in time; the rest of its body never comes.
    const slow = plainConnection(at, `${request('POST /api/stations HTTP/1.1', headers)}{"identity":`)
    expect(await slow.ended).toMatch(/^HTTP\/1\.1 408 /)
  },

  async keepAliveMs() {
    const at = await open({ keepAliveMs: 1_000 })
    const idle = plainConnection(at, request('GET /nothing HTTP/1.1', { connection: 'keep-alive' }))
    // The client is told, and the server ends what stays idle (Node adds a second, for what is on its way).
    expect(await idle.ended).toMatch(/\r\nKeep-Alive: timeout=1\r\n/i)
  },

  async connections() {
    const at = await open({ connections: 1 })
    const first = plainConnection(at, request('GET /nothing HTTP/1.1', { connection: 'keep-alive' }))
    await once(first.socket, 'data')
    const further = () => plainConnection(at, request('GET /nothing HTTP/1.1', { connection: 'close' })).ended
    expect(await further()).toBe('')
    first.socket.destroy()
    await eventually(async () => expect(await further()).toMatch(/^HTTP\/1\.1 401 /))
  },

  async sockets() {
    const at = await open({ sockets: 1 })
    const cookie = await signIn(at.host)
    const first = await openSocket(at, cookie)
    expect(await upgrade(at, cookie)).toBe(503)
    first.close()
    await once(first, 'close')
    await eventually(async () => expect(await upgrade(at, cookie)).toBe(101))
  },

  async pingMs() {
    const at = await open({ pingMs: 20 })
    const cookie = await signIn(at.host)
    const alive = await openSocket(at, cookie)
    const deaf = await openSocket(at, cookie, { autoPong: false })
    expect((await once(deaf, 'close'))[0]).toBe(1006)
    expect(alive.readyState).toBe(WebSocket.OPEN)
    alive.terminate()
  },

  async sessions() {
    const at = await open({ sessions: 1 })
    const first = await signIn(at.host)
    expect(await statusOf(at, { cookie: first })).toBe(200)
    const link = readFileSync(path.join(at.folder, 'console-link.txt'), 'utf8').trim()
    const second = await signIn({ ...at.host, link })
    // The one that was not seen longest has gone.
    expect(await statusOf(at, { cookie: first })).toBe(401)
    expect(await statusOf(at, { cookie: second })).toBe(200)
  },

  async sessionMs() {
    const at = await open({ sessionMs: 60_000 })
    const cookie = await signIn(at.host)
    now += 60_000
    expect(await statusOf(at, { cookie })).toBe(200)
    now += 60_001
    expect(await statusOf(at, { cookie })).toBe(401)
  },

  async printedLinkMs() {
    const inTime = await open({ printedLinkMs: 1_000 })
    now += 999
    expect((await ask(inTime.port, inTime.host.link.slice(inTime.host.url.length))).status).toBe(200)
    await inTime.close()
    const late = await open({ printedLinkMs: 1_000 })
    now += 1_000
    expect((await ask(late.port, late.host.link.slice(late.host.url.length))).status).toBe(401)
  },
}

describe('a limit of the browser host has a name, a default and a test:', () => {
  test.each(Object.entries(TESTS))('%s', async (name, run) => {
    expect(WEB_LIMITS[name as keyof WebLimits]).toBeGreaterThan(0)
    await run()
  })
})
