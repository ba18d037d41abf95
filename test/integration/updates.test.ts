import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Installation } from '@main/updates/installation'
import { type ReleaseKeys, readReleaseKeys } from '@main/updates/releaseKeys'
import { replaceFile } from '@main/updates/replaceFile'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { manifestOf, newReleaser } from '../support/release'
import { PROJECT, temporaryFolder } from '../support/runningProgram'
import { CHEAP, PASSPHRASE } from '../support/testBackup'
import { TestCa } from '../support/testCa'
import { openTestSite, type TestSite, type TestSiteOptions } from '../support/testSite'

const HOUR = 3_600_000
const SIGNED = 'chargehand-any-any-source.update.json'
const FILE = Buffer.alloc(300_000, 'the next version ')
const releaser = newReleaser()

let now: number
let home: ReturnType<typeof temporaryFolder>
const open: { close(): Promise<void> | void }[] = []
beforeEach(() => {
  now = Date.UTC(2030, 0, 1)
  home = temporaryFolder()
})
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
  home.remove()
})

async function openSite(options: TestSiteOptions = {}): Promise<TestSite> {
  const site = await openTestSite({
    clock: () => now,
    frames: false,
    setUp: false,
    releaseKeys: releaser.keys,
    backupLimits: { cost: CHEAP, freeBytesKept: 0 },
    ...options,
    updates: { freeBytesKept: 0, ...options.updates },
  })
  open.push(site)
  return site
}

const stateOf = async ({ client }: TestSite) => {
  for await (const state of await client.updates.watch()) return state
  throw new Error('no state')
}

/** Brings a file as the console does. */
async function bring({ client }: TestSite, signed: string, bytes: Buffer, size = bytes.length) {
  const begun = await client.updates.begin({ signed, name: 'next.tar.gz', size })
  if (begun.kind === 'refused') return { kind: 'refused', why: begun.reason.code }
  const { uploadId, partBytes } = begun
  for (let offset = 0; offset < bytes.length; offset += partBytes) {
    const data = bytes.subarray(offset, offset + partBytes).toString('base64')
    await client.updates.append({ uploadId, offset, data })
  }
  const done = await client.updates.finish({ uploadId })
  return done.kind === 'refused' ? { kind: 'refused', why: done.reason.code } : done
}

const refused = (why: string) => ({ kind: 'refused', why: `updates.refused.${why}` })
/** Everything that lies in the update's place. */
const lying = ({ folder }: TestSite) => {
  const place = path.join(folder, 'updates')
  return existsSync(place) ? readdirSync(place, { recursive: true }).map(String).sort() : []
}

describe('a version that is brought in a file', () => {
  it('lies ready only when it is, byte for byte, the one that was signed', async () => {
    const site = await openSite()
    const signed = releaser.sign(FILE)
    const bent = Buffer.from(FILE)
    bent.writeUInt8(0, 200_000)
    expect(await bring(site, '{}', FILE)).toEqual(refused('notSigned'))
    expect(await bring(site, newReleaser().sign(FILE), FILE)).toEqual(refused('otherKey'))
    expect(await bring(site, signed, FILE.subarray(1))).toEqual(refused('otherSize'))
    expect(await bring(site, signed, FILE.subarray(1), FILE.length)).toEqual(refused('otherSize'))
    expect(await bring(site, signed, bent)).toEqual(refused('damaged'))
    expect(lying(site)).toEqual([])
    expect((await stateOf(site)).ready).toBeNull()

    expect(await bring(site, signed, FILE)).toMatchObject({ kind: 'ready', release: { version: '9.0.0' } })
    expect(lying(site)).toEqual(['ready', 'ready/chargehand-9.0.0.tar.gz', 'ready/update.json'])
    const { ready } = await stateOf(site)
    expect(ready).toMatchObject({ version: '9.0.0', notes: 'Everything is better.', size: FILE.length })
    expect(readFileSync(ready?.path ?? '')).toEqual(FILE)
    // A bad one after it takes nothing away.
    expect(await bring(site, signed, bent)).toEqual(refused('damaged'))
    expect((await stateOf(site)).ready?.version).toBe('9.0.0')

    const audit = await site.client.events.audit({ limit: 20 })
    expect(audit.entries.map(({ action, subject }) => [action, subject]).slice(0, 3)).toEqual([
      ['update-refused', '9.0.0'],
      ['update-ready', '9.0.0'],
      ['update-refused', '9.0.0'],
    ])
  })

  it('leaves nothing when it is broken off, and waits for one another', async () => {
    const site = await openSite()
    const { client } = site
    const order = { signed: releaser.sign(FILE), name: 'x', size: FILE.length }
    const first = await client.updates.begin(order)
    if (first.kind !== 'begun') throw new Error(first.reason.text)
    const data = FILE.subarray(0, 1_000).toString('base64')
    expect(await client.updates.append({ uploadId: first.uploadId, offset: 0, data })).toEqual({
      kind: 'received',
      received: 1_000,
    })
    expect((await stateOf(site)).transfer).toEqual({
      from: 'console',
      version: '9.0.0',
      done: 1_000,
      size: FILE.length,
    })
    expect(await client.updates.append({ uploadId: first.uploadId, offset: 0, data })).toMatchObject({
      kind: 'out-of-place',
    })
    // Whoever begins again, drops what was there.
    const second = await client.updates.begin(order)
    if (second.kind !== 'begun') throw new Error(second.reason.text)
    await expect(client.updates.finish({ uploadId: first.uploadId })).rejects.toMatchObject({ code: 'UNKNOWN_UPLOAD' })
    expect(await client.updates.cancel({ uploadId: second.uploadId })).toEqual({ kind: 'cancelled' })
    expect(lying(site)).toEqual([])
    expect(await client.updates.install({})).toEqual({ kind: 'nothing' })
  })

  it('is never taken by a program without a release key, which says so', async () => {
    const none = readReleaseKeys({ product: 'chargehand', keys: [] })
    const site = await openSite({ releaseKeys: none })
    expect(await bring(site, releaser.sign(FILE), FILE)).toEqual(refused('noKey'))
    const on = await site.client.updates.setFeed({ isOn: true, address: 'https://updates.example/' })
    expect(on).toMatchObject({ kind: 'refused', reason: { code: 'updates.refused.noKey' } })
    expect(await stateOf(site)).toMatchObject({ keys: [], feed: { isOn: false } })
  })

  it('is handed over after a backup, checked once more, and gone once it runs', async () => {
    const handed: Buffer[] = []
    let says: 'leaving' | 'stays' = 'stays'
    const installation: Omit<Installation, 'version'> = {
      ...{ platform: 'win32', arch: 'x64', package: 'nsis', place: null },
      handOver: async (file) => {
        handed.push(readFileSync(file))
        return { kind: says }
      },
    }
    const desktop = {
      state: () => ({ keepAwake: false, startAtLogin: null, language: 'en' as const }),
      ...{ setKeepAwake() {}, setLanguage() {}, setStartAtLogin() {}, printPage: async () => null },
      isBeforeWindow: () => isBefore,
    }
    let isBefore = false
    const site = await openSite({ setUp: true, installation, desktop })
    const { client } = site
    const windows = { platform: 'win32', arch: 'x64', package: 'nsis', file: 'next-9.0.0.exe' } as const
    const signed = releaser.sign(FILE, windows)
    await bring(site, signed, FILE)
    expect(await client.updates.install({})).toEqual({ kind: 'passphrase-needed' })

    // From a browser somewhere else nothing is closed; it is said what to type.
    const byHand = await client.updates.install({ passphrase: PASSPHRASE })
    expect(byHand).toMatchObject({ kind: 'by-hand' })
    expect(handed).toEqual([])
    const { ready, installs } = await stateOf(site)
    expect([installs, ready?.commands]).toEqual([true, [`"${ready?.path}"`]])
    if (!('backup' in byHand) || byHand.backup === null) throw new Error('no backup')
    expect(statSync(byHand.backup).size).toBeGreaterThan(10_000)

    // With daily backups it is one of those.
    isBefore = true
    now += HOUR
    await client.backup.setPlan({ folder: home.folder, hour: 2, keep: 2, passphrase: PASSPHRASE })
    const stays = await client.updates.install({})
    expect(stays).toMatchObject({ kind: 'stays', backup: path.join(home.folder, readdirSync(home.folder)[0] ?? '') })
    says = 'leaving'
    now += HOUR
    expect(await client.updates.install({})).toMatchObject({ kind: 'leaving' })
    expect(handed).toEqual([FILE, FILE])

    // The disk, or somebody, changed it since.
    writeFileSync(ready?.path ?? '', Buffer.alloc(FILE.length))
    now += HOUR
    expect(await client.updates.install({})).toMatchObject({
      kind: 'refused',
      reason: { code: 'updates.refused.gone' },
    })
    expect(handed).toHaveLength(2)
    expect((await stateOf(site)).ready).toBeNull()

    await bring(site, signed, FILE)
    rmSync(path.join(home.folder), { recursive: true, force: true })
    await expect(client.updates.install({})).rejects.toMatchObject({ code: 'BACKUP_FAILED' })
    expect(await client.updates.install({ passphrase: PASSPHRASE })).toMatchObject({ kind: 'leaving' })
    const again = await site.restart()
    open[open.indexOf(site)] = again
    expect((await stateOf(again)).ready?.version).toBe('9.0.0')
    // What lies ready is the version that runs: it was installed, and its file is not needed any more.
    const described = path.join(again.folder, 'updates/ready/update.json')
    writeFileSync(described, releaser.sign(FILE, { ...windows, version: '0.0.0' }))
    const last = await again.restart()
    open[open.indexOf(again)] = last
    expect((await stateOf(last)).ready).toBeNull()
    await expect.poll(() => lying(last).filter((name) => !name.endsWith('.chbackup'))).toEqual([])
    await bring(last, signed, FILE)
    expect(await last.client.updates.discard()).toEqual({ kind: 'discarded' })
    expect(await last.client.updates.discard()).toEqual({ kind: 'already-gone' })
  })
})

describe('a feed', () => {
  const served = new Map<string, Buffer | ((response: ServerResponse) => void)>()
  const asked: string[] = []
  let server: Server
  let base: string
  let ca: string

  beforeEach(async () => {
    served.clear()
    asked.length = 0
    const authority = await TestCa.create()
    ca = authority.root.certificate.toString('pem')
    server = createServer(await authority.serverCredentials(), (request, response) => {
      asked.push(request.url ?? '')
      const found = served.get(request.url ?? '')
      if (typeof found === 'function') return found(response)
      response.writeHead(found ? 200 : 404).end(found)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
    open.push({ close: stop })
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })

  it('on the web is asked when somebody has switched it on, once a day and on demand, and tells without a fuss', async () => {
    const site = await openSite({ updates: { ca } })
    const { client } = site
    expect(await client.updates.look()).toEqual({ kind: 'off' })
    await site.site.updates.lookDue()
    expect(asked).toEqual([])
    for (const address of ['http://updates.example/', 'updates', 'https://me:secret@updates.example', '']) {
      const outcome = await client.updates.setFeed({ isOn: true, address })
      expect(outcome, address).toMatchObject({ kind: 'refused', reason: { code: 'updates.feed.badAddress' } })
    }
    expect(await client.updates.setFeed({ isOn: true, address: `${base}/console` })).toEqual({ kind: 'saved' })
    expect(await client.updates.look()).toMatchObject({ reason: { code: 'updates.feed.nothingThere' } })
    expect(asked).toEqual([`/console/${SIGNED}`])

    served.set(`/console/${SIGNED}`, Buffer.from(releaser.sign(FILE)))
    await site.site.updates.lookDue()
    expect(asked).toHaveLength(1)
    now += 24 * HOUR
    await site.site.updates.lookDue()
    expect(asked).toHaveLength(2)
    expect(await stateOf(site)).toMatchObject({ found: { version: '9.0.0' }, feed: { lookedAt: now, problem: null } })

    // What runs, or is older, is no news; what is false, is said.
    served.set(`/console/${SIGNED}`, Buffer.from(releaser.sign(FILE, { version: '0.0.0' })))
    expect(await client.updates.look()).toEqual({ kind: 'newest' })
    served.set(`/console/${SIGNED}`, Buffer.from(newReleaser().sign(FILE)))
    expect(await client.updates.look()).toMatchObject({ reason: { code: 'updates.refused.otherKey' } })
    served.set(`/console/${SIGNED}`, Buffer.alloc(100_000))
    expect(await client.updates.look()).toMatchObject({ reason: { code: 'updates.feed.tooLarge' } })
    expect((await stateOf(site)).found).toBeNull()

    // A network that is away takes nothing back, over a restart, too.
    served.set(`/console/${SIGNED}`, Buffer.from(releaser.sign(FILE)))
    expect(await client.updates.look()).toMatchObject({ kind: 'newer', release: { version: '9.0.0' } })
    await stop()
    expect(await client.updates.look()).toMatchObject({ reason: { code: 'updates.feed.unreachable' } })
    const again = await site.restart()
    open[open.indexOf(site)] = again
    expect(await stateOf(again)).toMatchObject({
      found: { version: '9.0.0' },
      feed: { problem: { code: 'updates.feed.unreachable' } },
    })
    expect(await again.client.updates.setFeed({ isOn: false, address: '' })).toEqual({ kind: 'saved' })
    expect(await stateOf(again)).toMatchObject({ found: null, feed: { isOn: false, lookedAt: null } })
  })

  it('gives its file when it is wanted, whole and signed, or not at all', async () => {
    const site = await openSite({ updates: { ca } })
    const { client } = site
    const { file } = manifestOf(FILE)
    served.set(`/${SIGNED}`, Buffer.from(releaser.sign(FILE)))
    await client.updates.setFeed({ isOn: true, address: base })
    await client.updates.look()
    expect(asked).not.toContain(`/${file}`)

    const reasonOf = async () => {
      const outcome = await client.updates.fetch()
      return 'reason' in outcome ? outcome.reason.code : outcome.kind
    }
    expect(await reasonOf()).toBe('updates.feed.nothingThere')
    served.set(`/${file}`, FILE.subarray(1))
    expect(await reasonOf()).toBe('updates.refused.otherSize')
    served.set(`/${file}`, Buffer.concat([FILE, FILE]))
    expect(await reasonOf()).toBe('updates.refused.otherSize')
    served.set(`/${file}`, Buffer.alloc(FILE.length))
    expect(await reasonOf()).toBe('updates.refused.damaged')
    served.set(`/${file}`, (response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end())
    expect(await reasonOf()).toBe('updates.feed.unreachable')
    served.set(`/${file}`, (response) => response.writeHead(302, { location: `/${file}` }).end())
    expect(await reasonOf()).toBe('updates.feed.unreachable')
    served.set(`/${file}`, (response) => {
      response
        .writeHead(200, { 'content-length': FILE.length })
        .write(FILE.subarray(0, 1_000), () => response.destroy())
    })
    expect(await reasonOf()).toBe('updates.feed.unreachable')
    expect(lying(site)).toEqual([])

    // Half of it, and then nothing: it can be cancelled, and a file from the console waits meanwhile.
    served.set(`/${file}`, (response) => {
      response.writeHead(200).write(FILE.subarray(0, 1_000))
    })
    const fetched = client.updates.fetch()
    await expect.poll(async () => (await stateOf(site)).transfer?.done).toBe(1_000)
    expect(await bring(site, releaser.sign(FILE), FILE)).toEqual(refused('busy'))
    expect(await client.updates.cancelFetch()).toEqual({ kind: 'cancelled' })
    expect(await fetched).toEqual({ kind: 'cancelled' })
    expect(lying(site)).toEqual([])

    served.set(`/${file}`, (response) => response.writeHead(302, { location: '/elsewhere' }).end())
    served.set('/elsewhere', FILE)
    expect(await client.updates.fetch()).toMatchObject({ kind: 'ready', release: { version: '9.0.0' } })
    expect(await stateOf(site)).toMatchObject({ found: null, transfer: null, ready: { version: '9.0.0' } })
    await expect(client.updates.append({ uploadId: 'x', offset: 0, data: '' })).rejects.toBeInstanceOf(Error)
  })

  it('is not believed when its certificate is nobody’s that is trusted, and not waited for when it is silent', async () => {
    const site = await openSite()
    served.set(`/${SIGNED}`, Buffer.from(releaser.sign(FILE)))
    await site.client.updates.setFeed({ isOn: true, address: base })
    expect(await site.client.updates.look()).toMatchObject({ reason: { code: 'updates.feed.unreachable' } })
    expect(asked).toEqual([])

    const patient = await openSite({ updates: { ca, silenceMs: 500 } })
    served.set(`/${SIGNED}`, () => {})
    await patient.client.updates.setFeed({ isOn: true, address: base })
    expect(await patient.client.updates.look()).toMatchObject({
      reason: { code: 'updates.feed.unreachable', data: { reason: 'it does not answer' } },
    })
  })
})

describe('a release', () => {
  it('is signed by the script as the program wants it, and takes the place of the AppImage that runs', async () => {
    const release = (env: object, ...args: string[]) =>
      spawnSync(process.execPath, [path.join(PROJECT, 'scripts/release.mjs'), ...args], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      })
    const key = path.join(home.folder, 'release.pem')
    const keysFile = path.join(home.folder, 'keys.json')
    const secret = { CHARGEHAND_RELEASE_PASSPHRASE: 'a secret of releases' }
    const made = release(secret, 'key', '--key', key, '--name', 'Key of the test')
    expect(readFileSync(key, 'utf8')).toContain('ENCRYPTED')
    const known = { product: 'chargehand', keys: [JSON.parse(made.stdout)] }
    const keys: ReleaseKeys = readReleaseKeys(known)
    const stick = path.join(home.folder, 'stick')
    mkdirSync(stick)
    const image = path.join(stick, 'chargehand-9.1.0-linux-x86_64.AppImage')
    const bytes = Buffer.concat([Buffer.from('\x7fELF'), FILE])
    writeFileSync(image, bytes)
    writeFileSync(path.join(home.folder, 'notes.txt'), 'Faster.\n')
    const args = ['sign', '--key', key, '--keys', keysFile, '--version', '9.1.0']
    const notes = ['--notes', path.join(home.folder, 'notes.txt')]

    writeFileSync(keysFile, JSON.stringify({ product: 'chargehand', keys: [] }))
    expect(release(secret, ...args, image)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('No program knows'),
    })
    writeFileSync(keysFile, JSON.stringify(known))
    expect(release({ CHARGEHAND_RELEASE_PASSPHRASE: 'wrong' }, ...args, image).status).toBe(1)
    writeFileSync(path.join(stick, 'chargehand-9.1.0-win-x64.exe'), 'no program')
    const noExe = release(secret, ...args, path.join(stick, 'chargehand-9.1.0-win-x64.exe'))
    expect(noExe.stderr).toContain('does not begin as a .exe does')
    expect(release(secret, ...args, ...notes, image)).toMatchObject({ status: 0, stderr: '' })

    // The stick as a feed: what is looked at is a folder.
    const place = path.join(home.folder, 'Chargehand.AppImage')
    writeFileSync(place, 'the version that runs')
    chmodSync(place, 0o700)
    const installation: Omit<Installation, 'version'> = {
      ...{ platform: 'linux', arch: 'x64', package: 'appimage', place },
      handOver: null,
    }
    const site = await openSite({ releaseKeys: keys, installation })
    await site.client.updates.setFeed({ isOn: true, address: stick })
    expect(await site.client.updates.look()).toMatchObject({ release: { version: '9.1.0', notes: 'Faster.' } })
    expect(await site.client.updates.fetch()).toMatchObject({ kind: 'ready' })
    const { ready } = await stateOf(site)
    if (!ready) throw new Error('nothing lies ready')
    expect(ready.commands).toEqual([`install -m 755 '${ready.path}' '${place}'`])
    await replaceFile(ready.path, place)
    expect(readFileSync(place)).toEqual(bytes)
    expect(statSync(place).mode & 0o777).toBe(0o755)
    await expect(replaceFile(path.join(stick, 'nothing'), place)).rejects.toBeInstanceOf(Error)
    expect(readFileSync(place)).toEqual(bytes)
    expect(readdirSync(home.folder).filter((name) => name.endsWith('.new'))).toEqual([])
    execFileSync('sh', ['-c', ready.commands[0] ?? ''])
  })
})
