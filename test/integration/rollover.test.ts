import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Charger, type ChargerOptions, createCharger } from '@simulator/index'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectDevice, enrolDevice } from '../support/enrolledDevice'
import { eventually } from '../support/eventually'
import { fast } from '../support/fastEnvironment'
import { PASSPHRASE } from '../support/testBackup'
import { TestCa } from '../support/testCa'
import { openTestSite, type TestSite } from '../support/testSite'
import { testFolder } from '../support/testStore'

const run = promisify(execFile)

let site: TestSite
const chargers: Charger[] = []
beforeEach(async () => {
  site = await openTestSite({ tls: true })
})
afterEach(async () => {
  await Promise.all(chargers.splice(0).map((charger) => charger.stop()))
  await site.close()
})

const current = (role: 'root' | 'issuing') => site.site.authority.certificatePem(role)
const authorities = async () => (await site.client.rollOver.get()).authorities
const states = async () => (await authorities()).map(({ role, generation, state }) => `${role} ${generation} ${state}`)

/** A charger of profile 3, connected by its own certificate. */
async function secured(
  identity: string,
  version: '1.6' | '2.0.1',
  more: Partial<ChargerOptions> = {},
): Promise<{ charger: Charger; stationId: number }> {
  const { stationId } = await site.client.stations.register({ identity, serialNumber: `SN-${identity}` })
  const root = current('root')
  const charger = createCharger({
    url: site.tlsUrl,
    identity,
    version,
    serialNumber: `SN-${identity}`,
    organisation: 'Test Organisation',
    trustedRoots: [root],
    certificateRoot: root,
    ...fast,
    ...more,
  })
  chargers.push(charger)
  charger.start()
  await charger.waitFor('ready', undefined, { from: 'history' })
  await charger.requestCertificate()
  await approveAll(1)
  await charger.waitFor('certificate-installed', undefined, { from: 'history' })
  await eventually(async () => {
    expect(await site.client.security.setProfile({ stationId, profile: 3 })).toMatchObject({ kind: 'saved' })
  })
  await eventually(() => expect(shown(stationId)).toBeDefined())
  return { charger, stationId }
}
/** The serial number of the certificate that a station is connected by. */
const shown = (stationId: number) => site.site.stations.connection(stationId)?.certificateSerialNumber

function pending(count: number) {
  return eventually(async () => {
    const { entries } = await site.client.requests.find({ status: 'pending' })
    expect(entries).toHaveLength(count)
    return entries
  })
}
async function approveAll(count = 2): Promise<void> {
  for (const { id } of await pending(count)) {
    expect(await site.client.requests.approve({ requestId: id, reason: 'known' })).toMatchObject({ kind: 'approved' })
  }
}

/** Which issuing CA signed the certificate that a station is connected by. */
async function signedBy(stationId: number): Promise<number | undefined> {
  const row = site.site.store.read
    .prepare('SELECT generation FROM certificate JOIN authority ON authority.id = authority_id WHERE serial_number = ?')
    .pluck()
  return row.get(shown(stationId) ?? '') as number | undefined
}

/** Every charger hangs up and comes back. */
async function allBack(stationIds: readonly number[]): Promise<void> {
  for (const [index, charger] of chargers.entries()) {
    const back = charger.waitFor('connected')
    charger.dropLink()
    charger.restoreLink()
    await back
    await eventually(() => expect(shown(stationIds[index] ?? 0)).toBeDefined())
  }
}

test('the issuing CA is replaced under the same root: all chargers are renewed, the old one retires by itself', async () => {
  const first = await secured('CP_A', '2.0.1')
  const second = await secured('CP_B', '1.6')
  const ids = [first.stationId, second.stationId]
  const before = current('issuing')
  expect(await site.client.rollOver.replaceIssuing({})).toEqual({ kind: 'done' })
  expect(await states()).toEqual(['root 1 current', 'issuing 1 old', 'issuing 2 current'])
  // They are asked for renewals at once. Until then the old certificates count, before a server with a new one.
  await pending(2)
  await allBack(ids)
  expect(await Promise.all(ids.map(signedBy))).toEqual([1, 1])
  expect(await site.client.rollOver.get()).toMatchObject({
    phase: 'none',
    issuingReplaced: true,
    renewals: { left: 2 },
  })
  expect(await site.client.certificates.calendar()).toMatchObject([
    { role: 'station' },
    { role: 'station' },
    { role: 'issuing', generation: 1, plan: { kind: 'until-retired' } },
    { role: 'issuing', generation: 2, plan: { kind: 'by-hand' } },
    { role: 'root', generation: 1 },
  ])
  await approveAll()
  await eventually(async () => expect(await Promise.all(ids.map(signedBy))).toEqual([2, 2]))
  await eventually(async () => expect((await authorities())[1]?.state).toBe('retired'))
  expect(await site.client.rollOver.get()).toMatchObject({ issuingReplaced: false, stations: [] })
  // Its list tells that what it signed counts no more, until the last of it has ended.
  await site.site.revocationLists.renew()
  const list = await fetch(`${site.url.replace('ws', 'http')}/pki/issuing.crl`)
  const folder = testFolder()
  writeFileSync(join(folder, 'crl'), Buffer.from(await list.arrayBuffer()))
  writeFileSync(join(folder, 'ca.pem'), before)
  const { stdout, stderr } = await run(
    'openssl',
    ['crl', '-inform', 'DER', '-in', 'crl', '-CAfile', 'ca.pem', '-text', '-noout'],
    { cwd: folder },
  )
  expect(stderr).toContain('verify OK')
  expect(stdout.match(/Serial Number:/g)).toHaveLength(2)
  expect((await fetch(`${site.url.replace('ws', 'http')}/pki/issuing-2.crl`)).status).toBe(200)
})

test('a certificate that its charger refused holds up nothing, and ends with its authority', async () => {
  const identity = 'CP_A'
  const { stationId } = await site.client.stations.register({ identity, serialNumber: 'SN-CP_A' })
  const own = { serialNumber: 'SN-CP_A', organisation: 'Test Organisation', ...fast }
  const charger = createCharger({ url: site.url, identity, version: '2.0.1', ...own })
  chargers.push(charger)
  charger.faults.rejectCertificates = true
  charger.start()
  await charger.waitFor('ready', undefined, { from: 'history' })
  await charger.requestCertificate()
  await approveAll(1)
  const refused = async () => (await site.client.certificates.find({ stationId })).entries[0]
  await eventually(async () => expect((await refused())?.delivery.state).toBe('refused'))
  expect([(await refused())?.revocation, (await authorities())[1]?.leaves]).toEqual([null, 0])
  const none = { valid: 0, 'ends-soon': 0, refused: 0, ended: 0, revoked: 0 }
  expect((await authorities())[1]).toMatchObject({
    rootId: 1,
    signed: { stations: { ...none, refused: 1 }, devices: none },
  })
  expect(await site.client.rollOver.replaceIssuing({})).toEqual({ kind: 'done' })
  await eventually(async () => expect((await authorities())[1]?.state).toBe('retired'))
  expect(await refused()).toMatchObject({ seenAt: null, revocation: { reason: 'superseded', by: 'chargehand' } })
  expect((await authorities())[1]?.signed.stations).toEqual({ ...none, revoked: 1 })
})

test('a device whose certificate ends with the old issuing CA is cut off at once, and comes back once it has a new one', async () => {
  const device = await enrolDevice(site, 'meter-1')
  const client = await connectDevice(site, device)
  expect(await site.client.rollOver.replaceIssuing({})).toEqual({ kind: 'done' })
  const old = (await authorities()).find(({ role, state }) => role === 'issuing' && state === 'old')
  if (!old) throw new Error('there is no old issuing CA')
  expect(await site.client.rollOver.retire({ authorityId: old.id })).toEqual({
    kind: 'would-lose',
    stations: ['meter-1'],
  })
  expect(client.connected).toBe(true)
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
  expect(await site.client.rollOver.retire({ authorityId: old.id, evenSo: true })).toMatchObject({ kind: 'done' })
  await closed
  await client.endAsync(true)
  await expect(connectDevice(site, device)).rejects.toThrow()
  // Retired by now, and one that there never was.
  for (const authorityId of [old.id, 999]) {
    expect(await site.client.rollOver.retire({ authorityId })).toEqual({ kind: 'not-now' })
  }
})

test('the root is replaced: installed on all, switched, renewed, retired; a restart in the middle is nothing', async () => {
  const ids = [(await secured('CP_A', '2.0.1')).stationId, (await secured('CP_B', '1.6')).stationId]
  const oldRoot = current('root')
  const [leaf] = (await site.client.certificates.find({ limit: 1 })).entries
  const { pem: oldLeaf } = await site.client.certificates.get({ certificateId: leaf?.id ?? 0 })
  const oldIssuing = current('issuing')

  expect(await site.client.rollOver.prepareRoot({})).toEqual({ kind: 'done' })
  expect(await site.client.rollOver.prepareRoot({})).toEqual({ kind: 'not-now' })
  expect(current('root')).toBe(oldRoot)
  expect(await site.client.rollOver.switchRoot({})).toEqual({ kind: 'would-lose', stations: ['CP_A', 'CP_B'] })
  expect((await site.client.rollOver.get()).stations.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown'])
  await crossedPathsVerify(oldRoot, oldIssuing, oldLeaf)

  expect(await site.client.roots.installAll({ root: 'next' })).toMatchObject({ kind: 'done', sent: 2 })
  await eventually(async () => {
    expect((await site.client.rollOver.get()).stations.map(({ verdict }) => verdict)).toEqual(['ready', 'ready'])
  })
  await allBack(ids)
  site = await reopened()
  await eventually(() => expect(ids.every(shown)).toBe(true))

  expect(await site.client.rollOver.switchRoot({})).toEqual({ kind: 'done' })
  expect(await states()).toEqual(['root 1 old', 'issuing 1 old', 'root 2 current', 'issuing 2 current'])
  await pending(2)
  await allBack(ids)
  expect(await Promise.all(ids.map(signedBy))).toEqual([1, 1])
  await approveAll()
  await eventually(async () => expect(await Promise.all(ids.map(signedBy))).toEqual([2, 2]))
  const [root] = await authorities()
  await eventually(async () => {
    expect(await site.client.rollOver.retire({ authorityId: root?.id ?? 0 })).toMatchObject({
      kind: 'done',
      told: { sent: 2 },
    })
  })
  expect(await states()).toEqual(['root 1 retired', 'issuing 1 retired', 'root 2 current', 'issuing 2 current'])
  // They were told to forget it, and know this server by the new one alone.
  await eventually(async () => {
    for (const stationId of ids) {
      const { reports, siteRoot } = await site.client.roots.get({ stationId })
      expect(siteRoot.kind).toBe('has')
      expect(reports[0]?.anchors.map(({ kind, needed }) => [kind, needed])).toEqual([['site-root', true]])
    }
  })
  await allBack(ids)
})

test('a charger that does not take the next root is named; going on even so loses it when the old one retires', async () => {
  const good = await secured('CP_GOOD', '2.0.1')
  const bad = await secured('CP_FULL', '1.6')
  // It has no room for another root.
  for (let count = 0; count < 9; count += 1) {
    const certificate = (await TestCa.create()).root.certificate.toString('pem')
    const filled = bad.charger.waitFor('command-answered', ({ action }) => action === 'InstallCertificate')
    await site.client.roots.installOther({ stationId: bad.stationId, use: 'manufacturer-root', certificate })
    await filled
  }
  await site.client.stations.register({ identity: 'CP_AWAY' })
  expect(await site.client.rollOver.prepareRoot({})).toEqual({ kind: 'done' })
  expect(await site.client.roots.installAll({ root: 'next' })).toEqual({
    kind: 'done',
    sent: 2,
    waiting: 0,
    notPossible: 1,
  })
  await site.client.roots.ask({ stationId: bad.stationId })
  await eventually(async () => {
    const { stations } = await site.client.rollOver.get()
    expect(stations.map(({ identity, verdict, profile }) => [identity, verdict, profile])).toEqual([
      ['CP_FULL', 'lacks-root', 3],
      ['CP_AWAY', 'unknown', 0],
      ['CP_GOOD', 'ready', 3],
    ])
  })
  const { newest, siteRoot, nextRoot } = await site.client.roots.get({ stationId: bad.stationId })
  expect([siteRoot.kind, nextRoot?.kind, newest?.action]).toEqual(['has', 'has-not', 'GetInstalledCertificateIds'])

  // Undone before the switch: nothing of it is left, and the charger that had it is told to remove it.
  expect(await site.client.rollOver.cancelRoot({})).toEqual({ kind: 'done' })
  expect(await states()).toEqual(['root 1 current', 'issuing 1 current'])
  await eventually(async () => {
    const { reports } = await site.client.roots.get({ stationId: good.stationId })
    expect(reports[0]?.anchors.map(({ kind }) => kind)).toEqual(['site-root'])
  })

  expect(await site.client.rollOver.prepareRoot({})).toEqual({ kind: 'done' })
  await site.client.roots.install({ stationId: good.stationId, root: 'next' })
  await eventually(async () => {
    expect(await site.client.rollOver.switchRoot({})).toEqual({ kind: 'would-lose', stations: ['CP_FULL', 'CP_AWAY'] })
  })
  expect(await site.client.rollOver.switchRoot({ evenSo: true })).toEqual({ kind: 'done' })
  // While the old root counts, the chain across brings it back, and its new certificate with it.
  await pending(2)
  await allBack([good.stationId, bad.stationId])
  await approveAll()
  const both = async () => [await signedBy(good.stationId), await signedBy(bad.stationId)]
  await eventually(async () => expect(await both()).toEqual([2, 2]))
  // Only the one that does not know the new root got the way to the old one with its certificate, and got it once.
  const chains = [good, bad].map(({ charger }) => charger.certificate?.chain.match(/BEGIN CERTIFICATE/g)?.length)
  expect(chains).toEqual([2, 3])
  await eventually(async () => {
    const { stations, renewals } = await site.client.rollOver.get()
    expect([renewals.left, ...stations.map(({ certificate }) => certificate).sort()]).toEqual([0, 'new', 'new', 'none'])
  })
  const old = (await authorities()).find(({ role, state }) => role === 'root' && state === 'old')
  const retire = { authorityId: old?.id ?? 0 }
  expect(await site.client.rollOver.retire(retire)).toEqual({ kind: 'would-lose', stations: ['CP_FULL', 'CP_AWAY'] })
  expect(await site.client.rollOver.retire({ ...retire, evenSo: true })).toMatchObject({
    kind: 'done',
    told: { sent: 1 },
  })
  const lost = bad.charger.waitFor('unreachable')
  bad.charger.dropLink()
  bad.charger.restoreLink()
  expect((await lost).message).toMatch(/certificate/)
  expect(shown(good.stationId)).toBeDefined()
})

test('a charger that takes a root only from the one before gets it signed by that one, and gives that one up', async () => {
  const { stationId } = await secured('CP_A', '2.0.1', { additionalRootCheck: true })
  const name = { component: 'SecurityCtrlr', variable: 'AdditionalRootCertificateCheck', attribute: 'Actual' } as const
  const nowhere = { componentInstance: null, evseId: null, connectorId: null, variableInstance: null }
  await site.client.commands.send({
    stationId,
    command: { name: 'read-variables', input: { variables: [{ ...name, ...nowhere }] } },
  })
  await site.client.roots.ask({ stationId })
  const rootsOf = async () => site.client.roots.get({ stationId })
  await eventually(async () => expect((await rootsOf()).siteRoot.kind).toBe('has'))
  expect(await site.client.rollOver.prepareRoot({})).toEqual({ kind: 'done' })
  await site.client.roots.installAll({ root: 'next' })
  await eventually(async () => {
    const { siteRoot, nextRoot, reports } = await rootsOf()
    expect([siteRoot.kind, nextRoot?.kind]).toEqual(['has-not', 'has'])
    expect(reports[0]?.anchors).toMatchObject([{ kind: 'next-root', crossSigned: true, needed: true }])
  })
  await allBack([stationId])
  expect(await site.client.rollOver.cancelRoot({})).toEqual({ kind: 'would-lose', stations: ['CP_A'] })
  expect(await site.client.rollOver.switchRoot({})).toEqual({ kind: 'done' })
  await pending(1)
  await allBack([stationId])
  await approveAll(1)
  await eventually(async () => expect(await signedBy(stationId)).toBe(2))
})

describe('the private key of the root', () => {
  const away = async (passphrase = PASSPHRASE) => {
    const saved = await site.client.rollOver.exportRootKey({ passphrase })
    if (saved.kind !== 'file') throw new Error(saved.kind)
    return saved
  }

  test('leaves for a file that was read back; no trace of it stays in the files of the database', async () => {
    const row = site.site.store.read.prepare("SELECT sealed_key FROM authority WHERE role = 'root'").pluck()
    const sealed = row.get() as Buffer
    const saved = await away()
    expect(saved.text).not.toContain('BEGIN PRIVATE KEY')
    const other = await openTestSite()
    const foreign = await other.client.rollOver.exportRootKey({ passphrase: PASSPHRASE })
    await other.close()
    const take = (file: string, passphrase = PASSPHRASE) =>
      site.client.rollOver.takeRootKeyAway({ rootKey: { file, passphrase } })
    expect(await take(saved.text, 'another passphrase')).toEqual({ kind: 'wrong-passphrase' })
    expect(await take('-----BEGIN CERTIFICATE-----')).toEqual({ kind: 'no-key-file' })
    expect(await take(foreign.kind === 'file' ? foreign.text : '')).toEqual({ kind: 'other-root' })
    expect(await take(saved.text.replace(/(BEGIN ENCRYPTED PRIVATE KEY-----\n).{24}/, '$1'))).toEqual({
      kind: 'damaged',
    })
    expect(row.get()).toEqual(sealed)
    expect(await take(saved.text)).toMatchObject({ kind: 'done', scrubbed: true })
    expect(row.get()).toBeNull()
    for (const file of ['chargehand.db', 'chargehand.db-wal']) {
      const bytes = readFileSync(join(site.folder, file))
      expect([file, bytes.includes(sealed)]).toEqual([file, false])
    }
    // OpenSSL reads the file too, so that the key outlives this program.
    const kept = join(site.folder, 'root.pem')
    writeFileSync(kept, saved.text)
    const { stdout } = await run('openssl', [
      'pkey',
      '-in',
      kept,
      '-passin',
      `pass:${PASSPHRASE}`,
      '-noout',
      '-text_pub',
    ])
    expect(stdout).toContain('P-256')
  })

  test('is in no file of the database when its root was dropped or retired, and two windows do so once', async () => {
    const keys = () =>
      site.site.store.read.prepare("SELECT sealed_key FROM authority WHERE role = 'root'").pluck().all()
    const left = (sealed: unknown) =>
      ['chargehand.db', 'chargehand.db-wal'].filter((file) =>
        readFileSync(join(site.folder, file)).includes(sealed as Buffer),
      )
    const audited = async (wanted: string) =>
      (await site.client.events.audit({ limit: 100 })).entries.filter(({ action }) => action === wanted).length
    await site.client.rollOver.prepareRoot({})
    const [first, next] = keys()
    expect([left(first).length, left(next).length]).not.toContain(0)
    const dropped = await Promise.all([site.client.rollOver.cancelRoot({}), site.client.rollOver.cancelRoot({})])
    expect(dropped.map(({ kind }) => kind).sort()).toEqual(['done', 'not-now'])
    expect([left(next), await audited('root-dropped')]).toEqual([[], 1])
    expect(left(first)).not.toEqual([])

    await site.client.rollOver.prepareRoot({})
    const both = await Promise.all([site.client.rollOver.switchRoot({}), site.client.rollOver.cancelRoot({})])
    expect(both.map(({ kind }) => kind)).toEqual(['done', 'not-now'])
    const authorityId = (await authorities()).find(({ role, state }) => role === 'root' && state === 'old')?.id ?? 0
    const retired = await Promise.all([1, 2].map(() => site.client.rollOver.retire({ authorityId })))
    expect(retired.map(({ kind }) => kind)).toContain('done')
    expect(left(first)).toEqual([])
    expect((await authorities()).filter(({ state }) => state === 'retired')).toHaveLength(2)
    expect(await audited('authority-retired')).toBe(2)
  })

  test('is asked for by roll-overs and the list of the root, and by nothing else', async () => {
    const { stationId } = await secured('CP_A', '2.0.1')
    const saved = await away()
    const rootKey = { file: saved.text, passphrase: PASSPHRASE }
    expect(await site.client.rollOver.takeRootKeyAway({ rootKey })).toMatchObject({ kind: 'done' })
    site = await reopened()
    await eventually(() => expect(shown(stationId)).toBeDefined())
    await site.site.revocationLists.renew()
    await expect(site.client.backup.exportAuthority({ role: 'root', passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'ROOT_KEY_AWAY',
    })
    const list = (await authorities())[0]?.listUntil ?? 0
    expect(list).toBeGreaterThan(Date.now() + 365 * 24 * 3_600_000)
    const due = (await site.client.certificates.calendar()).find(({ role }) => role === 'root-list')
    expect(due).toMatchObject({ notAfter: list, plan: { kind: 'needs-root-key' } })
    expect(await site.client.rollOver.signRootList({ rootKey })).toMatchObject({ kind: 'done' })

    expect(await site.client.rollOver.replaceIssuing({})).toEqual({ kind: 'root-key-wanted' })
    expect(await site.client.rollOver.replaceIssuing({ rootKey })).toEqual({ kind: 'done' })
    await pending(1)
    await approveAll(1)
    await eventually(async () => expect(await signedBy(stationId)).toBe(2))
    expect(await site.client.rollOver.prepareRoot({})).toEqual({ kind: 'root-key-wanted' })
    expect(await site.client.rollOver.prepareRoot({ rootKey })).toEqual({ kind: 'done' })
    expect((await authorities()).find(({ state }) => state === 'next')).toMatchObject({ key: 'here' })
    expect(await site.client.rollOver.cancelRoot({})).toEqual({ kind: 'done' })
    expect(await site.client.rollOver.bringRootKeyBack({ rootKey })).toEqual({ kind: 'done' })
    expect((await authorities())[0]).toMatchObject({ key: 'here', keyAwayAt: null })
  })
})

/** Closes the site and opens it again on the same ports. */
async function reopened(): Promise<TestSite> {
  const portOf = (url: string) => Number(new URL(url).port)
  return site.restart({ ports: { plain: portOf(site.url), tls: portOf(site.tlsUrl) } })
}

/** `openssl verify` finds the ways from certificates of before to the new root, and back. */
async function crossedPathsVerify(oldRoot: string, oldIssuing: string, oldLeaf: string): Promise<void> {
  const all = await authorities()
  const newRoot = all.find(({ role, state }) => role === 'root' && state === 'next')?.pem ?? ''
  const newIssuing = all.find(({ role, state }) => role === 'issuing' && state === 'next')?.pem ?? ''
  const [oldId = 0, newId = 0] = ['current', 'next'].map(
    (state) => all.find((each) => each.role === 'root' && each.state === state)?.id ?? 0,
  )
  const folder = testFolder()
  const put = (name: string, ...pems: string[]) =>
    writeFileSync(join(folder, name), pems.map((pem) => `${pem.trim()}\n`).join(''))
  put('old-root', oldRoot)
  put('new-root', newRoot)
  put('leaf', oldLeaf)
  put('new-issuing', newIssuing)
  put('by-new', oldIssuing, site.site.authority.crossPem(oldId, newId) ?? '')
  put('by-old', site.site.authority.crossPem(newId, oldId) ?? '')
  const verify = (root: string, chain: string, what: string) =>
    run(
      'openssl',
      ['verify', '-x509_strict', '-no-CApath', '-no-CAstore', '-CAfile', root, '-untrusted', chain, what],
      { cwd: folder },
    )
  expect((await verify('new-root', 'by-new', 'leaf')).stdout).toContain('leaf: OK')
  expect((await verify('old-root', 'by-old', 'new-issuing')).stdout).toContain('new-issuing: OK')
  await expect(verify('new-root', 'old-root', 'leaf')).rejects.toThrow(/unable to get/)
}
