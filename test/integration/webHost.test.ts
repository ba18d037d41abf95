import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startWebHost } from '@main/hosts/web/webHost'
import { AppError } from '@shared/errors'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { ask } from '../support/ask'
import { eventually } from '../support/eventually'
import { freeSeats } from '../support/freeSeats'
import { createProbe, type Probe } from '../support/probeRouter'
import { signIn, startTestHost } from '../support/transports'

let probe: Probe
let web: Awaited<ReturnType<typeof startTestHost>>
let now: number

beforeEach(async () => {
  probe = createProbe()
  now = 1_800_000_000_000
  web = await startTestHost({ router: probe.router, now: () => now })
})
afterEach(() => web.close())

/** Tries an upgrade: `open`, or the status it was refused with. */
async function upgrade(headers: Record<string, string>, at = '/rpc'): Promise<'open' | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${web.port}${at}`, { headers })
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', reject)
  })
}

const keyOf = (link: string) => new URL(link).searchParams.get('key') ?? ''

describe('the one-time link', () => {
  it('is on loopback and opens the console once, for a cookie that scripts and foreign sites can not use', async () => {
    expect(web.host.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\?key=[\w-]{43}$/)
    const first = await ask(web.port, `/open?key=${keyOf(web.host.link)}`)
    expect(first.status).toBe(200)
    expect(first.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^chargehand-${web.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/; Max-Age=604800$`),
    )
    expect(first.text).toContain('url=/')

    const second = await ask(web.port, `/open?key=${keyOf(web.host.link)}`)
    expect(second.status).toBe(401)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect(second.text).toContain('console-link.txt')
  })

  it('is not spent by somebody who only looks whether it is there', async () => {
    for (const at of ['/open?key=guess', `/open?key=${keyOf(web.host.link)}`]) {
      const look = await ask(web.port, at, { method: 'HEAD' })
      expect(look.status).toBe(405)
      expect(look.headers.allow).toBe('GET')
      expect(look.headers['set-cookie']).toBeUndefined()
    }
    expect((await ask(web.port, `/open?key=${keyOf(web.host.link)}`)).status).toBe(200)
  })

  it('opens the console although its file can not be replaced, and the file keeps a link that works', async () => {
    const failures: unknown[] = []
    const { folder, host, close } = web
    await host.close()
    const again = await startTestHost({
      router: probe.router,
      dataFolder: folder,
      log: { error: (facts: unknown) => failures.push(facts) },
    })
    web = { ...again, close: () => Promise.all([again.close(), close()]).then(() => {}) }
    const file = path.join(folder, 'console-link.txt')
    const before = readFileSync(file, 'utf8')
    // Where the new file would be written something is in the way, as a full disk would be, for root too.
    mkdirSync(path.join(folder, 'console-link.txt.new', 'x'), { recursive: true })

    const opened = await ask(web.port, `/open?key=${keyOf(web.host.link)}`)
    expect(opened.status).toBe(200)
    const cookie = opened.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? ''
    expect((await ask(web.port, '/api/cards', { headers: { cookie } })).status).toBe(200)
    expect(failures).toHaveLength(1)
    expect(readFileSync(file, 'utf8')).toBe(before)
    expect((await ask(web.port, `/open?key=${keyOf(before.trim())}`)).status).toBe(200)
  })

  it('is too old after a quarter of an hour', async () => {
    now += 15 * 60_000
    expect((await ask(web.port, `/open?key=${keyOf(web.host.link)}`)).status).toBe(401)
  })

  it.each(['', '?key=', '?key=guess', '?other=1'])('is not replaced by /open%s', async (query) => {
    const answer = await ask(web.port, `/open${query}`)
    expect(answer.status).toBe(401)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it('lies fresh in the data folder, for its owner only, until the host closes', async () => {
    const file = path.join(web.folder, 'console-link.txt')
    const before = readFileSync(file, 'utf8').trim()
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    // It does not grow old: it is for the day when nobody remembers the terminal.
    now += 365 * 86_400_000
    expect((await ask(web.port, `/open?key=${keyOf(before)}`)).status).toBe(200)
    const after = readFileSync(file, 'utf8').trim()
    expect(after).not.toBe(before)
    expect((await ask(web.port, `/open?key=${keyOf(after)}`)).status).toBe(200)
    await web.host.close()
    expect(existsSync(file)).toBe(false)
  })
})

describe('the cookie', () => {
  it('is needed for everything, and the answer says where to find the link', async () => {
    for (const at of ['/', '/index.html', '/api/openapi.json', '/api/cards', '/nothing']) {
      expect((await ask(web.port, at)).status, at).toBe(401)
    }
    const page = await ask(web.port, '/', { headers: { accept: 'text/html' } })
    expect(page.status).toBe(401)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.text).toContain('console-link.txt')
    expect(await upgrade({})).toBe(401)
    expect(await upgrade({ cookie: `chargehand-${web.port}=guess` })).toBe(401)
  })

  it('ends when it was not seen for a week', async () => {
    const cookie = await signIn(web.host)
    now += 6 * 86_400_000
    expect((await ask(web.port, '/api/cards', { headers: { cookie } })).status).toBe(200)
    now += 6 * 86_400_000
    expect((await ask(web.port, '/api/cards', { headers: { cookie } })).status).toBe(200)
    now += 7 * 86_400_000 + 1
    expect((await ask(web.port, '/api/cards', { headers: { cookie } })).status).toBe(401)
    expect(await upgrade({ cookie })).toBe(401)
  })
})

describe('requests of foreign pages', () => {
  let cookie: string
  beforeEach(async () => {
    cookie = await signIn(web.host)
  })

  it.each(['evil.example', 'evil.example:9080', '127.0.0.1.evil.example', '192.0.2.1', 'localhost@evil.example'])(
    'are refused when they arrive under the name “%s” (DNS rebinding)',
    async (host) => {
      for (const at of ['/', '/api/cards', '/open?key=x']) {
        expect((await ask(web.port, at, { headers: { host, cookie } })).status, at).toBe(403)
      }
      expect(await upgrade({ host, cookie })).toBe(403)
    },
  )

  it.each(['http://evil.example', 'https://127.0.0.1', 'http://localhost:3000', 'null', 'http://127.0.0.1', 'file://'])(
    'are refused with the origin %s, WebSockets too',
    async (origin) => {
      expect((await ask(web.port, '/api/cards', { headers: { origin, cookie } })).status).toBe(403)
      expect(await upgrade({ origin, cookie })).toBe(403)
    },
  )

  it.each(['cross-site', 'same-site'])('are refused when the browser calls them %s', async (site) => {
    const headers = { 'sec-fetch-site': site, cookie }
    expect((await ask(web.port, '/api/cards', { headers })).status).toBe(403)
    expect(await upgrade(headers)).toBe(403)
  })

  it('may lead to the link, which proves itself by its key', async () => {
    const link = readFileSync(path.join(web.folder, 'console-link.txt'), 'utf8').trim()
    const answer = await ask(web.port, `/open?key=${keyOf(link)}`, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(answer.status).toBe(200)
  })

  it('are told apart from our own, under every name of this computer and through a tunnel', async () => {
    for (const host of [`127.0.0.1:${web.port}`, `localhost:${web.port}`, `[::1]:${web.port}`, 'localhost:18080']) {
      const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin', cookie }
      expect((await ask(web.port, '/api/cards', { headers })).status, host).toBe(200)
      expect(await upgrade(headers), host).toBe('open')
    }
  })
})

describe('the files of the console', () => {
  let cookie: string
  beforeEach(async () => {
    // The console is built into a folder beside something that nobody may fetch.
    const renderer = path.join(web.folder, 'built')
    mkdirSync(path.join(renderer, 'assets'), { recursive: true })
    writeFileSync(path.join(renderer, 'index.html'), '<!doctype html><title>console</title>')
    writeFileSync(path.join(renderer, 'assets', 'index-AbC_12-z.js'), 'export {}')
    writeFileSync(path.join(renderer, 'assets', 'index-AbC_12-z.js.map'), '{}')
    writeFileSync(path.join(web.folder, 'chargehand.db'), 'secret')
    const { folder, host, close } = web
    await host.close()
    const again = await startTestHost({ router: probe.router, rendererFolder: renderer, dataFolder: folder })
    web = { ...again, close: () => Promise.all([again.close(), close()]).then(() => {}) }
    cookie = await signIn(web.host)
  })

  it('come with their types, a strict policy, and are kept only when their name changes with them', async () => {
    const page = await ask(web.port, '/', { headers: { cookie } })
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('console') })
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    const script = await ask(web.port, '/assets/index-AbC_12-z.js', { headers: { cookie } })
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  })

  it.each([
    '/../chargehand.db',
    '/assets/../../chargehand.db',
    '/%2e%2e/chargehand.db',
    '/..%2fchargehand.db',
    '/..%5cchargehand.db',
    '//chargehand.db',
    '/assets/..%252f..%252fchargehand.db',
    '/assets/index-AbC_12-z.js.map',
    '/assets',
    '/%00',
    '/%zz',
  ])('do not include %s', async (at) => {
    const answer = await ask(web.port, at, { headers: { cookie } })
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('secret')
  })
})

describe('the script interface', () => {
  let headers: Record<string, string>
  beforeEach(async () => {
    headers = { cookie: await signIn(web.host), 'content-type': 'application/json' }
  })

  it('takes query strings for what they mean', async () => {
    const answer = await ask(web.port, '/api/cards?blocked=true&limit=7&before=5', { headers })
    expect(JSON.parse(answer.text)).toEqual({ entries: [], next: 5, total: 7 })
    expect((await ask(web.port, '/api/cards?limit=many', { headers })).status).toBe(400)
  })

  it('answers faults with their status, code and sentence', async () => {
    const answer = await ask(web.port, '/api/stations/4/refuse', { method: 'POST', headers })
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'UNKNOWN_STATION', data: { station: 8 } })
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })

  it('says so when there is no such call', async () => {
    const answer = await ask(web.port, '/api/nothing', { headers })
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('refuses bodies that are too long or no JSON', async () => {
    const register = (body: string) => ask(web.port, '/api/stations', { method: 'POST', headers, body })
    expect((await register(JSON.stringify({ identity: 'CP_1', label: 'x'.repeat(300_000) }))).status).toBe(413)
    expect((await register('{"identity":')).status).toBe(400)
    expect((await register('{"identity":"CP_1"}')).status).toBe(200)
  })

  it('feeds server-sent events', async () => {
    probe.change(1, 'one')
    const cancel = new AbortController()
    const response = await fetch(`${web.host.url}/api/stations/watch`, { headers, signal: cancel.signal })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('snapshot')) text += (await reader?.read())?.value ?? ''
    expect(text).toContain('event: message')
    cancel.abort()
    await eventually(() => expect(probe.openFeeds()).toBe(0))
  })

  it('describes every call of the contract in a document of its own', async () => {
    const answer = await ask(web.port, '/api/openapi.json', { headers })
    expect(answer.status).toBe(200)
    const document = JSON.parse(answer.text)
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./), info: { version: '1.2.3' } })
    expect(document.paths['/stations/{stationId}/admit'].post).toMatchObject({
      parameters: [{ name: 'stationId', in: 'path', required: true }],
      responses: { 200: expect.anything(), 404: expect.anything() },
    })
    expect(document.paths['/cards'].get.parameters.map(({ name }: { name: string }) => name)).toContain('blocked')
    expect(document.paths['/stations/watch'].get.responses[200].content).toHaveProperty(['text/event-stream'])
    // Every operation has an answer and an id of its own, and every reference leads somewhere.
    const operations = Object.values<Record<string, { operationId: string; responses: object }>>(
      document.paths,
    ).flatMap((item) => Object.values(item))
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['stations.watch', 'cards.enrol', 'requests.approve', 'site.setUp']))
    for (const [, reference] of answer.text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = reference?.split('/').reduce((part, key) => part?.[key], document)
      expect(found, reference).toBeDefined()
    }
  })
})

describe('the host', () => {
  it('survives what is not a message of the contract', async () => {
    const headers = { cookie: await signIn(web.host) }
    const socket = new WebSocket(`ws://127.0.0.1:${web.port}/rpc`, { headers })
    await once(socket, 'open')
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
    for (const junk of ['', 'junk', '{}', '[]', '{"i":1}', 'null', Buffer.from([0xff, 0x00])]) socket.send(junk)
    await expect.poll(() => upgrade(headers)).toBe('open')
    expect((await ask(web.port, '/api/cards', { headers })).status).toBe(200)
    socket.terminate()
    shown.mockRestore()
  })

  it('listens on loopback only, and says which option when its port is taken', async () => {
    expect(new URL(web.host.url).hostname).toBe('127.0.0.1')
    const failure = await startWebHost({
      router: probe.router,
      seats: freeSeats,
      port: web.port,
      rendererFolder: web.folder,
      dataFolder: web.folder,
      version: '0',
      log: { error: () => {} },
    }).catch((error) => error)
    expect(failure).toBeInstanceOf(AppError)
    expect(failure).toMatchObject({ code: 'PORT_IN_USE', data: { port: web.port, option: '--web-port' } })
    // The failed one must not have taken away the link of the running one.
    expect(existsSync(path.join(web.folder, 'console-link.txt'))).toBe(true)
  })

  it('closes while sockets and feeds are open', async () => {
    const headers = { cookie: await signIn(web.host) }
    const socket = new WebSocket(`ws://127.0.0.1:${web.port}/rpc`, { headers })
    await once(socket, 'open')
    const feed = await fetch(`${web.host.url}/api/stations/watch`, { headers })
    await eventually(() => expect(probe.openFeeds()).toBe(1))
    const gone = once(socket, 'close')
    await web.host.close()
    expect((await gone)[0]).toBe(1001)
    await expect(feed.text()).rejects.toThrow()
    await eventually(() => expect(probe.openFeeds()).toBe(0))
  })
})
