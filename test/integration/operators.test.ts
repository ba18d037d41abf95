import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { MessageChannel } from 'node:worker_threads'
import { portServer } from '@main/hosts/servePort'
import { recoverAdministrator } from '@main/operators/recoverCommand'
import type { Seat } from '@main/operators/seats'
import { parseOptions } from '@main/options'
import { createRouter } from '@main/service'
import { service } from '@main/service/implementer'
import type { SiteRouter } from '@main/siteRouter'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { contract } from '@shared/contract'
import { ROLES, type Role } from '@shared/contract/operators'
import { needsOf, roleMay } from '@shared/contract/scopes'
import type { SeatState } from '@shared/contract/seat'
import type { Language } from '@shared/words/languages'
import { speechIn } from '@shared/words/speech'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { WebSocket } from 'ws'
import { eventually } from '../support/eventually'
import { openTestSite, type TestSite } from '../support/testSite'
import { type SiteClient, startTestHost } from '../support/transports'

const PIN = { Ada: '246813', Kim: '135792', Olu: 'blue kite', Vic: '864209' } as const
type Name = keyof typeof PIN
const TEAM: Readonly<Record<Name, Role>> = { Ada: 'administrator', Kim: 'officer', Olu: 'operator', Vic: 'viewer' }

let now: number
let site: TestSite
let web: Awaited<ReturnType<typeof startTestHost>>
const sockets: WebSocket[] = []

async function serve() {
  web = await startTestHost({ router: createRouter(site.site), seats: site.site.seats })
}

beforeEach(async () => {
  now = 1_800_000_000_000
  site = await openTestSite({ clock: () => now })
  await serve()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate()
  await web.close()
  await site.close()
})

/** Opens the console in a browser of its own, by the link in the data folder. */
async function openBrowser(former: Readonly<Record<string, string>> = {}) {
  const link = readFileSync(path.join(web.folder, 'console-link.txt'), 'utf8').trim()
  const cookie = (await fetch(link, { headers: former })).headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  const headers = { cookie }
  const tab = () => {
    const socket = new WebSocket(`ws://127.0.0.1:${web.port}/rpc`, { headers })
    sockets.push(socket)
    return createORPCClient<SiteClient>(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }))
  }
  const script = createORPCClient<SiteClient>(
    new OpenAPILink(contract, { url: `http://127.0.0.1:${web.port}/api`, headers }),
  )
  return { client: tab(), tab, script, headers }
}

/** The window of the desktop. */
function openWindow(router: SiteRouter = createRouter(site.site), seat: Seat = site.site.seats.open()) {
  const { port1, port2 } = new MessageChannel()
  portServer(router, { actor: 'console', seat }, { error() {} })(port1)
  port1.start()
  const client = createORPCClient<SiteClient>(new PortLink({ port: port2 }))
  port2.start()
  return { client, close: () => port2.close() }
}

async function hire(client: SiteClient, ...names: Name[]) {
  for (const name of names) {
    expect(await client.operators.add({ name, role: TEAM[name], secret: PIN[name] })).toMatchObject({ kind: 'added' })
  }
}

const idOf = (name: string) => site.site.operators.list().find((operator) => operator.name === name)?.id ?? 0
const signIn = (client: SiteClient, name: Name, secret: string = PIN[name]) =>
  client.seat.signIn({ operatorId: idOf(name), secret })
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error) => (error instanceof ORPCError ? error.code : String(error)),
  )
const audited = async (client: SiteClient) =>
  (await client.events.audit({})).entries.map(({ actor, action, subject }) => `${actor}: ${action} ${subject}`)

/** What a feed tells, as far as it was read; it is read to its end. */
function read<Value>(feed: AsyncIterable<Value>) {
  const told: Value[] = []
  const ended = (async () => {
    for await (const value of feed) told.push(value)
    return 'ended'
  })().catch(() => 'broken off')
  return { told, ended }
}

/** Every call of the contract by its path, with the client function that makes it. */
function calls(node: object = contract, at: string[] = []): { at: string[]; method: string | undefined }[] {
  if ('~orpc' in node)
    return [{ at, method: (node as { '~orpc': { route: { method?: string } } })['~orpc'].route.method }]
  return Object.entries(node).flatMap(([name, child]) => calls(child, [...at, name]))
}

const REFUSED = ['SIGN_IN_FIRST', 'OPERATORS_ONLY', 'OFFICERS_ONLY', 'ADMINISTRATORS_ONLY']

/** The real contract and guard around handlers that only say that they were reached. */
function reachedRouter(): SiteRouter {
  const stub = (node: object, at: object): object =>
    Object.fromEntries(
      Object.entries(node).map(([name, child]) => {
        const there = Reflect.get(at, name)
        if (!('~orpc' in child)) return [name, stub(child, there)]
        const reached = () => {
          throw new ORPCError('REACHED', { status: 418 })
        }
        return [name, there.handler(reached)]
      }),
    )
  return stub(contract, service) as SiteRouter
}

test('every call is refused or not as the table says, to every role, over a WebSocket', async () => {
  for (const name of Object.keys(TEAM) as Name[]) {
    await site.client.operators.add({ name, role: TEAM[name], secret: PIN[name] })
  }
  // The way in is as always; the seat is kept, because signing in is a call like any other and reaches nothing here.
  const opened: Seat[] = []
  const seats = {
    open() {
      const seat = site.site.seats.open()
      opened.push(seat)
      return seat
    },
  }
  await web.close()
  web = await startTestHost({ router: reachedRouter(), seats })
  const { client } = await openBrowser()
  const [seat] = opened
  const all = calls()
  expect(all.length).toBeGreaterThan(150)
  // All at once before the socket is open, each would wait for it on its own.
  await codeOf(client.seat.seen())

  const results = async () =>
    Promise.all(
      all.map(async ({ at }) => {
        const call = at.reduce<unknown>((part, name) => Reflect.get(part as object, name), client)
        const code = await codeOf((call as (input?: unknown) => Promise<unknown>)())
        // Input is looked at after who asks: a call with wrong input was let in.
        expect(['REACHED', 'BAD_REQUEST', ...REFUSED]).toContain(code)
        return [at.join('.'), code] as const
      }),
    )
  const refusedTo = async () => new Map((await results()).filter(([, code]) => REFUSED.includes(code)))

  const locked = await refusedTo()
  const open = all.map(({ at }) => at.join('.')).filter((call) => !locked.has(call))
  expect(open.toSorted()).toEqual(['seat.lock', 'seat.seen', 'seat.signIn', 'seat.watch'])
  expect(new Set(locked.values())).toEqual(new Set(['SIGN_IN_FIRST']))

  for (const [name, role] of Object.entries(TEAM) as [Name, Role][]) {
    expect(await seat?.signIn(idOf(name), PIN[name])).toEqual({ kind: 'signed-in' })
    const refused = await refusedTo()
    const expected = all.filter(({ at, method }) => !roleMay(role, needsOf(at, method))).map(({ at }) => at.join('.'))
    expect([...refused.keys()].toSorted(), role).toEqual(expected.toSorted())
    // Each role is told who could.
    if (role === 'viewer') expect(refused.get('cards.enrol')).toBe('OPERATORS_ONLY')
    if (role === 'operator') expect(refused.get('requests.approve')).toBe('OFFICERS_ONLY')
    if (role === 'officer') expect(refused.get('operators.list')).toBe('ADMINISTRATORS_ONLY')
    if (role === 'administrator') expect(refused.size).toBe(0)
  }
})

describe('the lock', () => {
  it('is off until the first operator, who has to be an administrator and is signed in at once; others are locked out', async () => {
    const [mine, others, window] = [await openBrowser(), await openBrowser(), openWindow()]
    const free = await (await others.client.seat.watch()).next()
    expect(free.value).toEqual({ siteName: 'Test site', locked: false, operators: [], who: null })
    const stations = read(await others.client.stations.watch())
    await eventually(() => expect(stations.told.length).toBe(1))

    const { client } = mine
    const first = { name: 'Ada', role: 'operator', secret: PIN.Ada } as const
    expect(await client.operators.add(first)).toEqual({ kind: 'administrator-first' })
    expect(await codeOf(client.operators.add({ ...first, role: 'administrator', secret: '12345' }))).toBe('BAD_REQUEST')
    await hire(client, 'Ada')
    const me = { id: idOf('Ada'), name: 'Ada', role: 'administrator' }
    expect((await (await client.seat.watch()).next()).value).toMatchObject({ locked: false, who: me, operators: [] })
    expect((await client.operators.list()).operators).toMatchObject([
      { name: 'Ada', addedBy: 'Ada', lastSeenAt: now, waitMs: 0 },
    ])

    // Everybody else is asked who they are, is told the name of the site, and nothing more; what was open has ended.
    expect(await stations.ended).toBe('ended')
    for (const way of [others.client, others.tab(), others.script, window.client]) {
      expect((await (await way.seat.watch()).next()).value).toEqual({
        siteName: 'Test site',
        locked: true,
        operators: [{ id: me.id, name: 'Ada' }],
        who: null,
      })
      expect(await codeOf(way.cards.find({}))).toBe('SIGN_IN_FIRST')
      expect(await codeOf(way.stations.watch())).toBe('SIGN_IN_FIRST')
    }
    // What the program does itself goes on.
    expect(await codeOf(site.client.cards.find({}))).toBe('done')
    window.close()
  })

  it('is opened by a PIN, for all tabs of a browser and for nobody else, and does everything in that name', async () => {
    const ada = openWindow()
    await hire(ada.client, 'Ada', 'Olu')
    const { client, tab, script } = await openBrowser()
    const stranger = await openBrowser()
    expect(await signIn(client, 'Olu', 'red kite!')).toEqual({ kind: 'wrong', waitMs: 0 })
    expect(await signIn(client, 'Olu')).toEqual({ kind: 'signed-in' })
    const card = { token: '04A1B2C3', tokenType: 'ISO14443', holder: '', label: '' } as const
    expect(await codeOf(tab().cards.enrol(card))).toBe('done')
    expect(await codeOf(script.cards.enrol({ ...card, token: '04A1B2C4' }))).toBe('done')
    expect(await codeOf(stranger.client.cards.find({}))).toBe('SIGN_IN_FIRST')
    expect(await codeOf(client.stations.register({ identity: 'CP_1' }))).toBe('ADMINISTRATORS_ONLY')

    // Their own PIN is their own matter.
    expect(await client.seat.setSecret({ present: 'nonsense', secret: 'green kite' })).toMatchObject({ kind: 'wrong' })
    expect(await client.seat.setSecret({ present: PIN.Olu, secret: 'green kite' })).toEqual({ kind: 'saved' })
    expect(await client.seat.lock()).toEqual({ kind: 'locked' })
    expect(await signIn(client, 'Olu')).toMatchObject({ kind: 'wrong' })
    expect(await signIn(client, 'Olu', 'green kite')).toEqual({ kind: 'signed-in' })
    expect(await audited(ada.client)).toEqual(
      expect.arrayContaining([
        'console: operator-added Ada',
        'Ada: operator-added Olu',
        'console: operator-wrong Olu',
        'Olu: operator-signed-in Olu',
        'Olu: card-enrolled 04A1B2C3',
        'Olu: card-enrolled 04A1B2C4',
        'Olu: operator-secret-set Olu',
        'Olu: operator-signed-out Olu',
      ]),
    )
    // Neither the PIN nor anything like it is written down anywhere but as a hash.
    const kept = site.site.store.read.prepare('SELECT secret FROM operator').pluck().all().join(' ')
    expect(kept).toMatch(/^scrypt\$/)
    expect(JSON.stringify(await ada.client.events.audit({}))).not.toMatch(/kite|246813|nonsense/)
    ada.close()
  })

  it('ends what is told at once when somebody goes, is switched off or gets another role, and tells who is there', async () => {
    const ada = openWindow()
    await hire(ada.client, 'Ada', 'Olu', 'Vic')
    const { client, tab } = await openBrowser()
    const seat = read<SeatState>(await client.seat.watch())
    await signIn(client, 'Olu')
    const begun = async () => {
      const feed = read(await tab().stations.watch())
      await eventually(() => expect(feed.told.length).toBe(1))
      return feed
    }
    const operatorId = idOf('Olu')
    for (const [end, after] of [
      [() => client.seat.lock(), { locked: true, who: null }],
      [() => ada.client.operators.change({ operatorId, role: 'viewer' }), { locked: false, who: { role: 'viewer' } }],
      [() => ada.client.operators.change({ operatorId, disabled: true }), { locked: true, who: null }],
    ] as const) {
      const feed = await begun()
      await end()
      expect(await feed.ended).toBe('ended')
      await eventually(() => expect(seat.told.at(-1)).toMatchObject(after))
      if (after.locked) await signIn(client, 'Olu')
    }
    // Whoever is switched off is not offered, and no PIN helps.
    expect(seat.told.at(-1)?.operators.map(({ name }) => name)).toEqual(['Ada', 'Vic'])
    expect(await signIn(client, 'Olu')).toEqual({ kind: 'wrong', waitMs: 0 })
    // Nor do they sit there again by being switched on.
    await ada.client.operators.change({ operatorId, disabled: false })
    expect(await codeOf(client.cards.find({}))).toBe('SIGN_IN_FIRST')
    ada.close()
  })

  it('is closed wherever somebody sits by a PIN that is not theirs any more, and names who went when another one comes', async () => {
    const ada = openWindow()
    await hire(ada.client, 'Ada', 'Olu', 'Vic')
    const [here, there] = [await openBrowser(), await openBrowser()]
    for (const { client } of [here, there]) await signIn(client, 'Olu')
    // Who chooses it stays where they chose it.
    const feed = read(await here.tab().stations.watch())
    await eventually(() => expect(feed.told.length).toBe(1))
    expect(await here.client.seat.setSecret({ present: PIN.Olu, secret: 'green kite' })).toEqual({ kind: 'saved' })
    expect(await codeOf(here.client.cards.find({}))).toBe('done')
    expect(await codeOf(there.client.cards.find({}))).toBe('SIGN_IN_FIRST')
    await signIn(there.client, 'Olu', 'green kite')
    await ada.client.operators.setSecret({ operatorId: idOf('Olu'), secret: PIN.Olu })
    expect(await feed.ended).toBe('ended')
    for (const { client } of [here, there]) expect(await codeOf(client.cards.find({}))).toBe('SIGN_IN_FIRST')
    let isSet = false
    const set = ada.client.operators.setSecret({ operatorId: idOf('Ada'), secret: 'a third kite' })
    const marked = set.finally(() => {
      isSet = true
    })
    // Whenever it is looked who is there: it is her all the time.
    for (; !isSet; await nextTurn()) site.site.seats.check()
    expect(await marked).toEqual({ kind: 'saved' })
    expect(await codeOf(ada.client.cards.find({}))).toBe('done')

    await signIn(here.client, 'Olu')
    await signIn(here.client, 'Vic')
    expect((await audited(ada.client)).slice(0, 3)).toEqual([
      'Vic: operator-signed-in Vic',
      'Olu: operator-signed-out Olu',
      'Olu: operator-signed-in Olu',
    ])
    ada.close()
  })

  it('is closed for the open tabs of a browser that comes with another link', async () => {
    const { client, tab, headers } = await openBrowser()
    await hire(client, 'Ada')
    const feed = read(await tab().stations.watch())
    await eventually(() => expect(feed.told.length).toBe(1))
    const again = await openBrowser(headers)
    // Its sockets go as well.
    await feed.ended
    expect(await codeOf(again.client.cards.find({}))).toBe('SIGN_IN_FIRST')
    const [first] = sockets
    await eventually(() => expect(first?.readyState).toBe(WebSocket.CLOSED))
    expect((await fetch(`http://127.0.0.1:${web.port}/api/cards`, { headers })).status).toBe(401)
  })

  it('ends what is read on and on, and has the window print and speak for nobody who sits elsewhere', async () => {
    const router = reachedRouter()
    let isEnded = false
    const endless = service.files.read.handler(async function* () {
      try {
        for (let offset = 0; ; offset += 1) {
          await nextTurn()
          yield { offset, data: '' }
        }
      } finally {
        isEnded = true
      }
    })
    const seat = site.site.seats.open()
    let spoken: Language = 'en'
    const real = createRouter({
      ...site.site,
      desktop: {
        state: () => ({ keepAwake: false, startAtLogin: null, language: spoken }),
        setKeepAwake() {},
        setLanguage(language) {
          spoken = language
        },
        setStartAtLogin() {},
        isBeforeWindow: (from) => from === seat,
        printPage: async () => Buffer.from('page'),
      },
    })
    const window = openWindow({ ...real, files: { ...router.files, read: endless } }, seat)
    const elsewhere = openWindow(real)
    await hire(window.client, 'Ada')
    await signIn(elsewhere.client, 'Ada')
    expect(await window.client.reports.print()).toMatchObject({ kind: 'printed' })
    expect(await elsewhere.client.reports.print()).toEqual({ kind: 'not-here' })
    // Two screens of two languages would go on changing it for each other; and it is a viewer's matter, too.
    expect(await elsewhere.client.desktop.speak({ language: 'ko' })).toEqual({ kind: 'not-here' })
    await hire(elsewhere.client, 'Vic')
    await signIn(window.client, 'Vic')
    expect(await window.client.desktop.speak({ language: 'de' })).toEqual({ kind: 'saved' })
    expect(spoken).toBe('de')
    const feed = read(await window.client.files.read({ fileId: 1 }))
    await eventually(() => expect(feed.told.length).toBeGreaterThan(1))
    await window.client.seat.lock()
    expect(await feed.ended).toBe('ended')
    expect(isEnded).toBe(true)
    window.close()
    elsewhere.close()
  })

  it('is made by one alone when two make the first operator at once', async () => {
    const windows = [openWindow(), openWindow()]
    const add = (client: SiteClient, name: Name) =>
      client.operators.add({ name, role: 'administrator', secret: PIN[name] }).then(({ kind }) => kind)
    const [ada, kim] = windows.map(({ client }, index) => codeOf(add(client, index === 0 ? 'Ada' : 'Kim')))
    expect([await ada, await kim].toSorted()).toEqual(['SIGN_IN_FIRST', 'done'])
    expect(site.site.operators.list()).toHaveLength(1)
    for (const window of windows) window.close()
  })

  it('closes by itself when nobody did anything for so long, and not while somebody does', async () => {
    const { client, tab } = await openBrowser()
    await hire(client, 'Ada')
    await client.operators.setIdle({ minutes: 5 })
    const feed = read(await tab().stations.watch())
    for (let minute = 0; minute < 12; minute += 4) {
      now += 4 * 60_000
      site.site.seats.check()
      expect(await client.seat.seen()).toEqual({ kind: 'noted' })
    }
    now += 5 * 60_000
    // Also a computer that slept and looks again only now: what comes first is refused.
    expect(await codeOf(client.cards.find({}))).toBe('SIGN_IN_FIRST')
    await client.seat.seen()
    site.site.seats.check()
    expect(await feed.ended).toBe('ended')
    expect((await (await client.seat.watch()).next()).value).toMatchObject({ locked: true })
    await signIn(client, 'Ada')
    await client.operators.setIdle({ minutes: null })
    now += 30 * 86_400_000
    site.site.seats.check()
    expect(await codeOf(client.cards.find({}))).toBe('done')
    const [, idle] = (await client.events.audit({})).entries.filter(({ action }) =>
      action.startsWith('operator-signed'),
    )
    expect(idle).toMatchObject({ actor: 'Ada', action: 'operator-signed-out', detail: { byItself: true } })
  })

  it('is closed at every start, and guessing stays slow across it', async () => {
    const first = await openBrowser()
    await hire(first.client, 'Ada', 'Vic')
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn(first.client, 'Vic', '111222')))
    // Tried all at once: five were looked at, the rest waits.
    expect(tries.map((each) => each.kind === 'wrong' && each.waitMs)).toEqual([0, 0, 0, 0, ...Array(4).fill(30_000)])
    expect(await signIn(first.client, 'Vic')).toEqual({ kind: 'wrong', waitMs: 30_000 })
    // Nobody else is slowed down by it.
    await web.close()
    site = await site.restart()
    await serve()
    const { client } = await openBrowser()
    expect((await (await client.seat.watch()).next()).value).toMatchObject({ locked: true })
    expect(await signIn(client, 'Vic')).toEqual({ kind: 'wrong', waitMs: 30_000 })
    expect(await signIn(client, 'Ada')).toEqual({ kind: 'signed-in' })
    now += 30_000
    expect(await signIn(client, 'Vic', '111222')).toEqual({ kind: 'wrong', waitMs: 60_000 })
    // A new PIN begins anew, and the right one forgets the wrong ones.
    expect(await client.operators.setSecret({ operatorId: idOf('Vic'), secret: PIN.Vic })).toEqual({ kind: 'saved' })
    expect(await signIn(client, 'Vic')).toEqual({ kind: 'signed-in' })
  })
})

describe('operators', () => {
  it('are recovered by who owns the data folder, and by nobody else', async () => {
    const { client } = await openBrowser()
    await hire(client, 'Ada', 'Vic')
    await client.operators.change({ operatorId: idOf('Vic'), disabled: true })
    for (let times = 0; times < 5; times += 1) await signIn(client, 'Vic', '000111')
    const argv = ['--data', site.folder, '--recover-administrator', 'vic', '--json']
    const options = parseOptions(argv, { env: {}, platform: 'linux', home: site.folder, cwd: site.folder })
    const recover = (name: string) => recoverAdministrator({ options, name, speech: speechIn('en') })
    await expect(recover('Vic')).rejects.toMatchObject({ code: 'DATABASE_IN_USE' })
    await web.close()
    await site.site.close()
    await expect(recover('Nobody')).rejects.toThrow('Ada, Vic')
    // However a keyboard writes the name.
    expect(JSON.parse(await recover(' Ｖｉｃ'))).toMatchObject({ recovered: 'Vic' })
    const { recovered, password } = JSON.parse(await recover(options.recover ?? ''))
    expect(recovered).toBe('Vic')
    site = await site.restart()
    await serve()
    const browser = await openBrowser()
    expect(await signIn(browser.client, 'Vic', password)).toEqual({ kind: 'signed-in' })
    expect((await browser.client.operators.list()).operators).toMatchObject([
      { name: 'Ada' },
      { name: 'Vic', role: 'administrator', disabled: false, waitMs: 0 },
    ])
    expect(await audited(browser.client)).toContain('command line: operator-recovered Vic')
  })

  it('always leave an administrator, and have names of their own', async () => {
    const { client } = await openBrowser()
    await hire(client, 'Ada', 'Kim')
    const ada = idOf('Ada')
    const last = { kind: 'last-administrator' }
    expect(await client.operators.remove({ operatorId: ada })).toEqual(last)
    expect(await client.operators.change({ operatorId: ada, disabled: true })).toEqual(last)
    expect(await client.operators.change({ operatorId: ada, role: 'officer' })).toEqual(last)
    const kim = idOf('Kim')
    expect(await client.operators.change({ operatorId: kim, role: 'administrator' })).toEqual({ kind: 'saved' })
    const both = await Promise.all([ada, kim].map((operatorId) => client.operators.remove({ operatorId })))
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['last-administrator', 'removed'])
    await expect(site.client.operators.remove({ operatorId: 99 })).rejects.toMatchObject({ code: 'UNKNOWN_OPERATOR' })
    for (const name of ['kim', 'Script x']) {
      expect(await site.client.operators.add({ name, role: 'viewer', secret: PIN.Vic })).toEqual({ kind: 'name-taken' })
    }
    expect(ROLES).toHaveLength(4)
  })

  it('take the place of the approvers, and two of them stay needed', async () => {
    const approver = { name: 'Lee', passphrase: 'a long passphrase' }
    await site.client.approvers.add(approver)
    const { client } = await openBrowser()
    const first = { name: 'Ada', role: 'administrator', secret: PIN.Ada } as const
    // Whoever has to be asked before certificates are approved is asked before that is taken from them, too.
    expect(await client.operators.add(first)).toMatchObject({ kind: 'second-refused' })
    expect(await client.operators.add({ ...first, confirm: approver })).toMatchObject({ kind: 'added' })
    expect(await client.approvers.list()).toMatchObject({ needed: true, people: [{ name: 'Ada' }] })
    expect(await client.approvers.add(approver)).toEqual({ kind: 'operators-instead' })
    // Nobody could confirm the second one; from then on nobody makes one alone.
    await hire(client, 'Kim')
    const vic = { name: 'Vic', role: 'viewer', secret: PIN.Vic } as const
    const kim = { name: 'Kim', passphrase: PIN.Kim }
    expect(await client.operators.add(vic)).toMatchObject({ kind: 'second-refused' })
    expect(await client.operators.add({ ...vic, confirm: { name: 'Ada', passphrase: PIN.Ada } })).toMatchObject({
      kind: 'second-refused',
    })
    expect(await client.operators.add({ ...vic, confirm: kim })).toMatchObject({ kind: 'added' })
    expect(await client.operators.change({ operatorId: idOf('Vic'), role: 'operator', confirm: kim })).toEqual({
      kind: 'saved',
    })
    // Of the operators, who confirmed is kept; of whom nobody could confirm, nobody.
    const { entries } = await client.events.audit({})
    const confirmed = entries.filter(({ action }) => /^operator-(added|changed)$/.test(action))
    expect(confirmed.map(({ subject, detail }) => [subject, detail.confirmedBy])).toEqual([
      ['Vic', 'Kim'],
      ['Vic', 'Kim'],
      ['Kim', undefined],
      ['Ada', 'Lee'],
    ])
    expect(await client.operators.setSecret({ operatorId: idOf('Kim'), secret: PIN.Ada })).toMatchObject({
      kind: 'second-refused',
    })
    expect(await client.approvers.setWanted({ wanted: false })).toMatchObject({ kind: 'second-refused' })
    expect(await client.approvers.setWanted({ wanted: false, confirm: kim })).toEqual({ kind: 'saved' })
    expect(await client.approvers.list()).toMatchObject({ needed: false, people: [{ name: 'Ada' }, { name: 'Kim' }] })
    await client.operators.change({ operatorId: idOf('Kim'), disabled: true })
    expect(await client.approvers.setWanted({ wanted: true })).toEqual({ kind: 'nobody-else' })
  })
})
