import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Charger, createCharger } from '@simulator/index'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fastEnvironment } from '../support/fastEnvironment'
import { openTestSite, type TestSite } from '../support/testSite'

const run = promisify(execFile)
const PATIENCE = { timeout: 10_000, interval: 20 }

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
async function secured(identity: string, version: '1.6' | '2.0.1'): Promise<{ charger: Charger; stationId: number }> {
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
    environment: fastEnvironment,
  })
  chargers.push(charger)
  charger.start()
  await charger.waitFor('ready', undefined, { from: 'history' })
  await charger.requestCertificate()
  await approveAll(1)
  await charger.waitFor('certificate-installed', undefined, { from: 'history' })
  await vi.waitFor(async () => {
    expect(await site.client.security.setProfile({ stationId, profile: 3 })).toMatchObject({ kind: 'saved' })
  }, PATIENCE)
  await vi.waitFor(() => expect(shown(stationId)).toBeDefined(), PATIENCE)
  return { charger, stationId }
}
/** The serial number of the certificate that a station is connected by. */
const shown = (stationId: number) => site.site.stations.connection(stationId)?.certificateSerialNumber

function pending(count: number) {
  return vi.waitFor(async () => {
    const { entries } = await site.client.requests.find({ status: 'pending' })
    expect(entries).toHaveLength(count)
    return entries
  }, PATIENCE)
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
    await vi.waitFor(() => expect(shown(stationIds[index] ?? 0)).toBeDefined(), PATIENCE)
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
  await approveAll()
  await vi.waitFor(async () => expect(await Promise.all(ids.map(signedBy))).toEqual([2, 2]), PATIENCE)
  await vi.waitFor(async () => expect((await authorities())[1]?.state).toBe('retired'), PATIENCE)
  expect(await site.client.rollOver.get()).toMatchObject({ issuingReplaced: false, stations: [] })
  // Its list tells that what it signed counts no more, until the last of it has ended.
  await site.site.revocationLists.renew()
  const list = await fetch(`${site.url.replace('ws', 'http')}/pki/issuing.crl`)
  const folder = mkdtempSync(join(tmpdir(), 'crl-'))
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
  await vi.waitFor(async () => {
    expect((await site.client.rollOver.get()).stations.map(({ verdict }) => verdict)).toEqual(['ready', 'ready'])
  }, PATIENCE)
  await allBack(ids)
  site = await reopened()
  await vi.waitFor(() => expect(ids.every(shown)).toBe(true), PATIENCE)

  expect(await site.client.rollOver.switchRoot({})).toEqual({ kind: 'done' })
  expect(await states()).toEqual(['root 1 old', 'issuing 1 old', 'root 2 current', 'issuing 2 current'])
  await pending(2)
  await allBack(ids)
  expect(await Promise.all(ids.map(signedBy))).toEqual([1, 1])
  await approveAll()
  await vi.waitFor(async () => expect(await Promise.all(ids.map(signedBy))).toEqual([2, 2]), PATIENCE)
  const [root] = await authorities()
  await vi.waitFor(async () => {
    expect(await site.client.rollOver.retire({ authorityId: root?.id ?? 0 })).toMatchObject({
      kind: 'done',
      told: { sent: 2 },
    })
  }, PATIENCE)
  expect(await states()).toEqual(['root 1 retired', 'issuing 1 retired', 'root 2 current', 'issuing 2 current'])
  // They were told to forget it, and know this server by the new one alone.
  await vi.waitFor(async () => {
    for (const stationId of ids) {
      const { reports, siteRoot } = await site.client.roots.get({ stationId })
      expect(siteRoot.kind).toBe('has')
      expect(reports[0]?.anchors.map(({ kind, needed }) => [kind, needed])).toEqual([['site-root', true]])
    }
  }, PATIENCE)
  await allBack(ids)
})

/** Closes the site and opens it again on the same ports. */
async function reopened(): Promise<TestSite> {
  const [plain, tls] = [site.url, site.tlsUrl].map((url) => Number(new URL(url).port))
  return site.restart({ ports: { plain, tls } })
}

/** `openssl verify` finds the ways from certificates of before to the new root, and back. */
async function crossedPathsVerify(oldRoot: string, oldIssuing: string, oldLeaf: string): Promise<void> {
  const all = await authorities()
  const newRoot = all.find(({ role, state }) => role === 'root' && state === 'next')?.pem ?? ''
  const newIssuing = all.find(({ role, state }) => role === 'issuing' && state === 'next')?.pem ?? ''
  const [oldId = 0, newId = 0] = ['current', 'next'].map(
    (state) => all.find((each) => each.role === 'root' && each.state === state)?.id,
  )
  const folder = mkdtempSync(join(tmpdir(), 'paths-'))
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
