import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drillBackup } from '@main/backup/drill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHEAP, inPieces, PASSPHRASE } from '../support/testBackup'
import { openTestSite, type TestSite, type TestSiteOptions } from '../support/testSite'

const at = (day: number, hour: number, minute = 0) => new Date(2030, 5, day, hour, minute).getTime()

let now: number
let target: string
const sites: TestSite[] = []
beforeEach(() => {
  now = at(1, 12)
  target = mkdtempSync(path.join(tmpdir(), 'chargehand-backups-'))
})
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close()
  rmSync(target, { recursive: true, force: true })
})

async function open(options: TestSiteOptions = {}): Promise<TestSite> {
  const site = await openTestSite({
    clock: () => now,
    frames: false,
    ...options,
    backupLimits: { cost: CHEAP, freeBytesKept: 0, ...options.backupLimits },
  })
  sites.push(site)
  return site
}

const plan = (site: TestSite, more: object = {}) =>
  site.client.backup.setPlan({ folder: target, hour: 2, keep: 2, passphrase: PASSPHRASE, ...more })
const leftovers = (site: TestSite) => readdirSync(site.folder).filter((name) => name.startsWith('backup-work'))

describe('a backup by hand', () => {
  it('comes in pieces that make a whole file', async () => {
    const site = await open()
    await site.client.cards.enrol({ token: 'AA12345', tokenType: 'ISO14443' })
    const pieces: Buffer[] = []
    const names = new Set<string>()
    let whole = false
    for await (const part of await site.client.backup.create({ passphrase: PASSPHRASE })) {
      pieces.push(Buffer.from(part.data, 'base64'))
      names.add(part.name)
      expect(part.done).toBeLessThanOrEqual(part.about)
      whole = part.isLast
    }
    expect(whole).toBe(true)
    const bytes = Buffer.concat(pieces)
    const found = await drillBackup({ bytes: inPieces(bytes), passphrase: PASSPHRASE, workParent: target })
    expect(found).toMatchObject({ siteName: 'Test site', createdAt: now, counts: { cards: 1, keys: 2 } })
    const [name] = names
    expect(names.size).toBe(1)
    expect(site.site.backups.state().saved).toMatchObject({ at: now, name, size: bytes.length, problem: null })
    const { entries } = await site.client.events.audit({})
    expect(entries[0]).toMatchObject({ action: 'backup-saved', detail: { size: bytes.length, withLogs: true } })
    expect(JSON.stringify(entries)).not.toContain(PASSPHRASE)
    expect(leftovers(site)).toEqual([])
  })

  it('leaves nothing when its reader breaks off', async () => {
    const site = await open()
    for await (const _ of await site.client.backup.create({ passphrase: PASSPHRASE })) break
    await expect.poll(() => leftovers(site)).toEqual([])
    expect(site.site.backups.state().saved).toBe(null)
  })

  it('is not made with a short passphrase, before the site is set up, or two at a time', async () => {
    const site = await open()
    await expect(site.client.backup.create({ passphrase: 'short' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const fresh = await open({ setUp: false })
    await expect(fresh.client.backup.create({ passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'NOT_SET_UP' })
    const both = await Promise.allSettled([
      site.client.backup.create({ passphrase: PASSPHRASE }),
      site.client.backup.create({ passphrase: PASSPHRASE }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'BACKUP_BUSY' } })
  })

  it('is not made where it would fill the disk', async () => {
    const site = await open({ backupLimits: { freeBytesKept: 2 ** 52 } })
    await expect(site.client.backup.create({ passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'BACKUP_FAILED',
      message: expect.stringMatching(/MB are free/),
    })
    expect(leftovers(site)).toEqual([])
  })
})

describe('the schedule', () => {
  it('makes a backup each day at its hour, and keeps as many as it is to', async () => {
    const site = await open()
    expect(await plan(site)).toEqual({ kind: 'saved', nextAt: at(2, 2) })
    const { backups } = site.site
    expect(backups.state().plan).toMatchObject({ folder: target, hour: 2, keep: 2, nextAt: at(2, 2) })
    writeFileSync(path.join(target, 'somebody else’s.chbackup'), 'not ours')
    for (const [day, hour, minute] of [
      [1, 23, 0],
      [2, 1, 59],
      [2, 2, 0],
      [2, 2, 1],
      [2, 20, 0],
      [3, 2, 5],
      [4, 2, 0],
      [7, 9, 0],
    ] as const) {
      now = at(day, hour, minute)
      await backups.runDue()
    }
    expect(readdirSync(target).sort()).toEqual([
      'Test-site-2030-06-04-020000.chbackup',
      'Test-site-2030-06-07-090000.chbackup',
      'somebody else’s.chbackup',
    ])
    expect(backups.state()).toMatchObject({ plan: { nextAt: at(8, 2) }, planned: { at: at(7, 9), problem: null } })
    const bytes = readFileSync(path.join(target, 'Test-site-2030-06-07-090000.chbackup'))
    const found = await drillBackup({ bytes: inPieces(bytes), passphrase: PASSPHRASE, workParent: target })
    // The sealed passphrase of the schedule goes along, so that a restored site goes on with it.
    expect(found.counts.keys).toBe(3)
  })

  it('says what went wrong, tries again, and is well again', async () => {
    const site = await open()
    await plan(site)
    const { backups } = site.site
    rmSync(target, { recursive: true })
    now = at(2, 2)
    await backups.runDue()
    expect(backups.state().planned).toMatchObject({
      at: now,
      size: null,
      problem: { text: expect.stringMatching(/ENOENT/) },
    })
    expect(backups.state().plan?.nextAt).toBe(at(2, 3))
    expect(leftovers(site)).toEqual([])
    mkdirSync(target)
    now = at(2, 2, 30)
    await backups.runDue()
    expect(readdirSync(target)).toEqual([])
    now = at(2, 3)
    await backups.runDue()
    expect(readdirSync(target)).toEqual(['Test-site-2030-06-02-030000.chbackup'])
    expect(backups.state()).toMatchObject({ planned: { problem: null }, plan: { nextAt: at(3, 2) } })
  })

  it('runs by itself, and goes on after a restart', async () => {
    const site = await open()
    await plan(site)
    now = at(2, 2)
    sites.pop()
    await site.site.close()
    const again = await open({ folder: site.folder, backupLimits: { lookEveryMs: 20 } })
    await expect.poll(() => readdirSync(target)).toEqual(['Test-site-2030-06-02-020000.chbackup'])
    expect(again.site.backups.state().plan).toMatchObject({ hour: 2 })
  })

  it('needs a folder that is one, and a passphrase, which it keeps', async () => {
    const site = await open()
    expect(await plan(site, { folder: 'backups' })).toMatchObject({ kind: 'folder-unusable' })
    expect(await plan(site, { folder: path.join(target, 'nowhere') })).toMatchObject({
      kind: 'folder-unusable',
      reason: { text: 'there is no such folder on this computer' },
    })
    expect(await plan(site, { folder: path.join(site.folder, 'files') })).toEqual({ kind: 'folder-of-the-site' })
    expect(await plan(site, { folder: site.folder })).toEqual({ kind: 'folder-of-the-site' })
    expect(await plan(site, { passphrase: undefined })).toEqual({ kind: 'passphrase-needed' })
    expect(site.site.backups.state().plan).toBe(null)
    expect(await plan(site)).toEqual({ kind: 'saved', nextAt: at(2, 2) })
    expect(await plan(site, { passphrase: undefined, hour: 5 })).toEqual({ kind: 'saved', nextAt: at(2, 5) })
    expect(await site.client.backup.runPlan()).toMatchObject({ kind: 'made' })
    expect(await site.client.backup.tryNewest()).toMatchObject({ kind: 'opens' })
    expect(await site.client.backup.removePlan()).toEqual({ kind: 'removed' })
    expect(await site.client.backup.removePlan()).toEqual({ kind: 'already-gone' })
    expect(await site.client.backup.runPlan()).toEqual({ kind: 'no-plan' })
    expect(readFileSync(path.join(site.folder, 'chargehand.db')).includes(PASSPHRASE)).toBe(false)
  })
})

describe('the trial of the newest backup', () => {
  it('opens it beside the running site, and says what is in it', async () => {
    const site = await open()
    expect(await site.client.backup.tryNewest()).toEqual({ kind: 'none' })
    await plan(site)
    await site.client.backup.runPlan()
    const files = readdirSync(site.folder).sort()
    expect(await site.client.backup.tryNewest()).toMatchObject({
      kind: 'opens',
      contents: { siteName: 'Test site', counts: { keys: 3, stations: 0 } },
    })
    expect(readdirSync(site.folder).sort()).toEqual(files)
    expect(site.site.backups.state().trial).toMatchObject({ problem: null })
  })

  it('finds one that was damaged or lost', async () => {
    const site = await open()
    await plan(site)
    await site.client.backup.runPlan()
    const [name = ''] = readdirSync(target)
    truncateSync(path.join(target, name), 20_000)
    await expect(site.client.backup.tryNewest()).rejects.toMatchObject({ code: 'BACKUP_CUT_OFF' })
    expect(site.site.backups.state().trial?.problem).toMatchObject({
      code: 'errors.BACKUP_CUT_OFF',
      text: expect.stringMatching(/cut off/),
    })
    rmSync(path.join(target, name))
    await expect(site.client.backup.tryNewest()).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' })
    expect(leftovers(site)).toEqual([])
    expect(existsSync(path.join(site.folder, 'chargehand.db'))).toBe(true)
  })
})

describe('the export of the authority', () => {
  it.each(['issuing', 'root'] as const)('hands out the %s key under a passphrase, and writes it down', async (role) => {
    const site = await open()
    const { name, data } = await site.client.backup.exportAuthority({ role, passphrase: PASSPHRASE })
    const file = path.join(target, 'ca.p12')
    writeFileSync(file, Buffer.from(data, 'base64'))
    const read = (...args: string[]) =>
      execFileSync('openssl', ['pkcs12', '-in', file, '-passin', `pass:${PASSPHRASE}`, ...args], { encoding: 'utf8' })
    const key = createPrivateKey(read('-nocerts', '-noenc'))
    const certificate = (await site.client.certificates.authority())[role]
    expect(new X509Certificate(certificate.pem).checkPrivateKey(key)).toBe(true)
    expect(read('-nokeys').match(/BEGIN CERTIFICATE/g)).toHaveLength(role === 'issuing' ? 2 : 1)
    const { entries } = await site.client.events.audit({})
    expect(entries[0]).toMatchObject({ action: 'authority-exported', detail: { role } })
    expect(name).toBe(`${entries[0]?.subject}.p12`)
    await expect(site.client.backup.exportAuthority({ role, passphrase: 'short' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})
