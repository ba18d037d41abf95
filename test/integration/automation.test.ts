import { once } from 'node:events'
import { get } from 'node:http'
import { connect as connectTls } from 'node:tls'
import { scriptsOpener } from '@main/hosts/api/openScripts'
import { createRouter } from '@main/service'
import { contract } from '@shared/contract'
import type { ApiScope } from '@shared/contract/apiTokens'
import { includesRight, needsOf, scriptMay } from '@shared/contract/scopes'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DeviceClient } from '../support/deviceClient'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
let base: string
let ahead = 0

beforeAll(async () => {
  site = await openTestSite({ clock: () => Date.now() + ahead, guesses: { wrong: 5, windowMs: 60_000 } })
  await site.site.automation.start(
    scriptsOpener({
      site: site.site,
      router: createRouter(site.site),
      version: '1.2.3',
      log: pino({ level: 'silent' }),
    }),
  )
})
afterEach(async () => {
  await site.client.apiTokens.configure({ enabled: false, bind: '127.0.0.1', port: 9081 })
  // The next test has a script of the same name.
  for (const { id } of site.site.automation.state().tokens) await site.client.apiTokens.endToken({ tokenId: id })
  ahead += 60_001
})
afterAll(() => site.close())

/** Opens the port on any free number, and gives a caller with a token. */
async function script(scope: ApiScope, name = `${scope} script`) {
  const place = { bind: '127.0.0.1', port: 0 }
  const outcome = await site.site.automation.configure('test', { enabled: true, ...place })
  if (outcome.kind !== 'open') throw new Error(outcome.kind)
  base = outcome.url
  const made = await site.client.apiTokens.makeToken({ name, scope, endsAt: null })
  if (made.kind !== 'made') throw new Error(made.kind)
  const headers = { authorization: `Bearer ${made.token}` }
  const call = (method: string, path: string, body?: object) =>
    fetch(`${base}${path}`, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    })
  return { call, headers, tokenId: made.tokenId }
}
const audit = async () => (await site.client.events.audit({ limit: 20 })).entries

describe('the port for scripts', () => {
  test('is closed until somebody wants it, and closed again', async () => {
    expect(site.site.automation.state()).toMatchObject({ url: null, wanted: { enabled: false, bind: '127.0.0.1' } })
    const { call } = await script('read')
    expect((await call('GET', '/cards')).status).toBe(200)
    await site.client.apiTokens.configure({ enabled: false, bind: '127.0.0.1', port: 9081 })
    await expect(call('GET', '/cards')).rejects.toThrow()
  })

  test('is opened once, however many want it at the same moment, and gone when it is closed', async () => {
    const { automation } = site.site
    const place = { enabled: true, bind: '127.0.0.1', port: 0 }
    const opened = await Promise.all([automation.configure('a', place), automation.configure('b', place)])
    await automation.configure('c', { ...place, enabled: false })
    for (const outcome of opened) {
      if (outcome.kind !== 'open') throw new Error(outcome.kind)
      await expect(fetch(`${outcome.url}/openapi.json`)).rejects.toThrow()
    }
  })

  test('says what keeps it from being opened, and is not tried again at the next start', async () => {
    await script('read')
    const port = Number(new URL(base).port)
    const other = await openTestSite()
    await other.site.automation.start(
      scriptsOpener({
        site: other.site,
        router: createRouter(other.site),
        version: '1',
        log: pino({ level: 'silent' }),
      }),
    )
    expect(await other.client.apiTokens.configure({ enabled: true, bind: '127.0.0.1', port })).toMatchObject({
      kind: 'not-opened',
      problem: { code: 'errors.PORT_IN_USE', text: expect.stringContaining('--api-port') },
    })
    expect(other.site.automation.state()).toMatchObject({ url: null, wanted: { enabled: false } })
    await other.close()
  })

  test('lets a script do what its scope allows, and nothing more', async () => {
    const reader = await script('read')
    expect(await (await reader.call('GET', '/cards')).json()).toMatchObject({ entries: expect.any(Array) })
    const card = { token: '04AABBCC', tokenType: 'ISO14443', holder: 'Ann' }
    const refused = await reader.call('POST', '/cards', card)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('operate') })
    const operator = await script('operate')
    expect(await (await operator.call('POST', '/cards', card)).json()).toMatchObject({ kind: 'enrolled' })
    expect((await operator.call('POST', '/stations', { identity: 'CP_77' })).status).toBe(403)
    expect((await operator.call('GET', '/automation/watch')).status).toBe(403)
    const admin = await script('admin')
    expect((await admin.call('POST', '/stations', { identity: 'CP_77' })).status).toBe(200)
    // Any message to a charger is more than daily work; who the second person is, no script decides.
    const action = { action: 'InstallCertificate', payload: {} }
    expect((await operator.call('POST', '/stations/1/commands/action', action)).status).toBe(403)
    // So is a value of a charger that says how it proves itself, or where it connects to.
    const told = (component: string, variable: string, value: string) => ({
      command: { name: 'set-variables', input: { variables: [{ component, variable, value }] } },
    })
    const trusting = [
      told('SecurityCtrlr', 'BasicAuthPassword', 'a-password-of-theirs'),
      told('', 'authorizationkey', 'ab'.repeat(20)),
      told('OCPPCommCtrlr', 'NetworkConfigurationPriority', '2'),
      told('', 'BackendUrl', 'wss://elsewhere.example'),
      { command: { name: 'install-certificate', input: { certificate: 'PEM' } } },
      // Firmware decides all that a charger does, and a maker's own message may.
      { command: { name: 'update-firmware', input: { url: 'https://elsewhere.example/f.bin' } } },
      { command: { name: 'data-transfer', input: { vendorId: 'maker', data: 'x' } } },
    ]
    const { stationId } = await site.client.stations.register({ identity: 'CP_told' })
    const at = `/stations/${stationId}/commands`
    for (const each of trusting) {
      expect((await operator.call('POST', at, each)).status).toBe(403)
      expect((await admin.call('POST', at, each)).status).toBe(200)
    }
    const interval = told('OCPPCommCtrlr', 'HeartbeatInterval', '600')
    expect((await operator.call('POST', at, interval)).status).toBe(200)
    const approver = await admin.call('POST', '/approvers', { name: 'Robot', passphrase: 'a long passphrase' })
    expect(approver.status).toBe(403)
    expect(await approver.json()).toMatchObject({ message: expect.stringContaining('console') })
    expect(await site.client.approvers.list()).toEqual({ needed: false, people: [] })
  })

  test('is for this computer: no page of the web gets to it by way of a browser', async () => {
    const { headers } = await script('read')
    const { port } = new URL(base)
    const from = async (more: Record<string, string>, path = '/cards') => {
      const asked = get(`${base}${path}`, { headers: { ...headers, ...more }, agent: false })
      const [response] = await once(asked, 'response')
      response.resume()
      return response.statusCode
    }
    expect(await from({ host: `localhost:${port}` })).toBe(200)
    expect(await from({ origin: new URL(base).origin })).toBe(200)
    // A foreign name that DNS points to this computer, and a page that calls it outright.
    expect(await from({ host: `site.example:${port}` })).toBe(403)
    expect(await from({ host: `site.example:${port}` }, '/openapi.json')).toBe(403)
    expect(await from({ origin: 'https://site.example' })).toBe(403)
    expect(await from({ authorization: 'Bearer cha_1_guess', host: 'site.example' })).toBe(403)
    expect(await from({})).toBe(200)
  })

  test('gives feeds as server-sent events', async () => {
    const { headers } = await script('read')
    const end = new AbortController()
    const feed = await fetch(`${base}/stations/watch`, { headers, signal: end.signal })
    expect(feed.headers.get('content-type')).toContain('text/event-stream')
    const reader = feed.body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    expect(Buffer.from(value ?? []).toString()).toContain('"type":"snapshot"')
    end.abort()
  })

  test('ends a feed whose token was ended', async () => {
    const { headers, tokenId } = await script('read')
    const feed = await fetch(`${base}/cards/unknown/watch`, { headers })
    const reader = feed.body?.getReader()
    await reader?.read()
    await site.client.apiTokens.endToken({ tokenId })
    const toItsEnd = async () => {
      for (;;) if ((await reader?.read())?.done !== false) return
    }
    await expect(toItsEnd()).rejects.toThrow()
  })

  test('does not listen to who shows no token, a wrong or an ended one, and to guessers not at all', async () => {
    const { call, headers, tokenId } = await script('read')
    const as = (authorization?: string) =>
      fetch(`${base}/cards`, { headers: authorization === undefined ? {} : { authorization } })
    const none = await as()
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    await site.client.apiTokens.endToken({ tokenId })
    expect((await call('GET', '/cards')).status).toBe(401)
    for (let times = 0; times < 5; times += 1) expect((await as(`${headers.authorization}x`)).status).toBe(401)
    const guessed = await as('Bearer whatever')
    expect(guessed.status).toBe(429)
    expect(Number(guessed.headers.get('retry-after'))).toBeGreaterThan(0)
    const other = await script('read', 'On the same computer')
    expect((await other.call('GET', '/cards')).status).toBe(200)
  })

  test('writes every call down in the name of its token', async () => {
    const { call } = await script('operate', 'Night shift')
    for (let times = 0; times < 3; times += 1) await call('GET', '/cards')
    await call('POST', '/cards', { token: '04DDEEFF', tokenType: 'ISO14443', holder: 'Ben' })
    for (let times = 0; times < 4; times += 1) await call('POST', '/stations', { identity: 'CP_78' })
    await site.site.automation.audit.flush()
    const mine = (await audit()).filter(({ actor }) => actor === 'script Night shift')
    const told = mine.map(({ action, subject, detail }) => [action, subject, detail.outcome, detail.times])
    expect(told).toEqual(
      expect.arrayContaining([
        ['api-called', 'cards.find', 'done', 3],
        ['card-enrolled', '04DDEEFF', undefined, undefined],
        ['api-called', 'cards.enrol', 'done', undefined],
        ['api-called', 'stations.register', 'FORBIDDEN', undefined],
        // Once more and more often is one entry: who may do nothing must not fill the trail.
        ['api-called', 'stations.register', 'FORBIDDEN', 3],
      ]),
    )
    expect(told.filter(([, subject]) => subject === 'stations.register')).toHaveLength(2)
  })

  test('speaks TLS with the certificate of the site where others reach it', async () => {
    const made = await site.client.apiTokens.makeToken({ name: 'TLS', scope: 'read', endsAt: null })
    if (made.kind !== 'made') throw new Error(made.kind)
    await site.client.ports.setNames({ extra: ['charging.example'] })
    const outcome = await site.site.automation.configure('test', { enabled: true, bind: '0.0.0.0', port: 0 })
    if (outcome.kind !== 'open') throw new Error(outcome.kind)
    const { port, protocol } = new URL(outcome.url)
    expect(protocol).toBe('https:')
    const ca = site.site.authority.certificatePem('root')
    const client = new DeviceClient(`https://127.0.0.1:${port}`, made.token, null, { ca })
    expect((await client.call('GET', '/api/cards')).status).toBe(200)
    // Also under a name that only the manager knows.
    const named = connectTls({ host: '127.0.0.1', port: Number(port), ca, servername: 'charging.example' })
    await once(named, 'secureConnect')
    expect(named.authorized).toBe(true)
    named.destroy()
  })

  test('has an OpenAPI document with every call', async () => {
    await script('read')
    const document = await (await fetch(`${base}/openapi.json`)).json()
    expect(document.openapi).toMatch(/^3\.1/)
    expect(document.components.securitySchemes).toEqual({ token: { type: 'http', scheme: 'bearer' } })
    for (const { route } of procedures()) {
      expect(document.paths[route.path ?? '']?.[(route.method ?? '').toLowerCase()]).toBeDefined()
    }
  })
})

interface Route {
  readonly path?: string
  readonly method?: string
}
function procedures(node: object = contract, path: string[] = []): { path: string[]; route: Route }[] {
  if ('~orpc' in node) return [{ path, route: (node as { '~orpc': { route: Route } })['~orpc'].route }]
  return Object.entries(node).flatMap(([name, child]) => procedures(child, [...path, name]))
}

describe('scopes', () => {
  test('every call has a method, a path of its own and a scope', () => {
    const all = procedures()
    expect(all.length).toBeGreaterThan(80)
    const places = all.map(({ route }) => `${route.method} ${route.path}`)
    expect(places.filter((place) => place.includes('undefined'))).toEqual([])
    expect(new Set(places).size).toBe(places.length)
    // What is not known is for an administrator: then somebody forgot to say what it is.
    expect(needsOf(['nobody', 'knows'], 'GET')).toEqual({ right: 'admin', peopleOnly: false })
    const looking = all.filter(({ path, route }) => {
      const { right } = needsOf(path, route.method)
      return route.method === 'GET' && right !== 'read' && right !== null
    })
    expect(new Set(looking.map(({ path: [subject] }) => subject))).toEqual(
      new Set(['apiTokens', 'approvers', 'operators']),
    )
    for (const { path, route } of all) {
      if (route.method !== 'GET') {
        expect(scriptMay('read', needsOf(path, route.method)), path.join('.')).toBe(false)
      }
    }
  })

  test('each includes the one before', () => {
    expect([includesRight('admin', 'read'), includesRight('operate', 'read'), includesRight('read', 'read')]).toEqual(
      Array(3).fill(true),
    )
    expect([includesRight('read', 'operate'), includesRight('operate', 'admin')]).toEqual([false, false])
  })
})
