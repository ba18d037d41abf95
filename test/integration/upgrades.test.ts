import type { Upgrade } from '@shared/contract/upgrades'
import type { HigherProfile } from '@shared/ocpp/upgrade'
import { type Charger, type ChargerOptions, createCharger, VERSIONS } from '@simulator/index'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../support/eventually'
import { fast } from '../support/fastEnvironment'
import { bootOf, RawCharger, refusalOf } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
const chargers: Charger[] = []

beforeAll(async () => {
  site = await openTestSite({ tls: true, upgrades: { atOnce: 2 } })
})
afterEach(async () => {
  await Promise.all(chargers.splice(0).map((charger) => charger.stop()))
})
afterAll(() => site.close())

let number = 0
type Made = { readonly stationId: number; readonly identity: string; readonly charger: Charger }

/** A virtual charger without password, certificate or root, admitted and ready. */
async function charger(
  version: ChargerOptions['version'],
  at = site,
  more: Partial<ChargerOptions> = {},
): Promise<Made> {
  number += 1
  const identity = `CP_${number}`
  const serialNumber = `SN-${number}`
  const { stationId } = await at.client.stations.register({ identity, serialNumber })
  const made = createCharger({ url: at.url, identity, serialNumber, version, ...fast, ...more })
  chargers.push(made)
  made.start()
  await made.waitFor('ready', undefined, { from: 'history' })
  return { stationId, identity, charger: made }
}

const begin = async (at: TestSite, to: HigherProfile, ...made: Pick<Made, 'stationId'>[]) =>
  at.client.upgrades.start({ stationIds: made.map(({ stationId }) => stationId), to })

/** Waits until an upgrade is as wanted; gives it. */
async function until(
  at: TestSite,
  { stationId }: Pick<Made, 'stationId'>,
  is: (upgrade: Upgrade) => boolean,
): Promise<Upgrade> {
  return eventually(async () => {
    const upgrade = await at.client.upgrades.get({ stationId })
    if (!upgrade || !is(upgrade)) throw new Error(`it stands at ${JSON.stringify(upgrade && brief(upgrade))}`)
    return upgrade
  })
}
const brief = ({ state, steps }: Upgrade) => [
  state,
  ...steps.map(({ step, state: stands, waits, problem, told }) => [step, stands, waits ?? problem, told].join(' ')),
]
const at = (step: string, why: string) => (upgrade: Upgrade) =>
  upgrade.steps.some((each) => each.step === step && (each.waits === why || each.problem === why))
const isDone = ({ state }: Upgrade) => state === 'done'
const security = (where: TestSite, { stationId }: Made) => where.client.security.get({ stationId })

/** Approves the request that the station's upgrade waits for. */
async function approve(where: TestSite, made: Made) {
  const upgrade = await until(where, made, at('certificate', 'approval'))
  const requestId = upgrade.steps.find(({ step }) => step === 'certificate')?.requestId ?? 0
  expect(await where.client.requests.approve({ requestId, reason: 'known' })).toMatchObject({ kind: 'approved' })
}

describe.each(VERSIONS)('a charger of %s', (version) => {
  test('goes from nothing to a certificate; then no lower profile is let in', async () => {
    const made = await charger(version)
    expect(await begin(site, 3, made)).toEqual([{ kind: 'started', stationId: made.stationId }])
    await approve(site, made)
    const upgrade = await until(site, made, isDone)
    expect(upgrade).toMatchObject({ from: 0, to: 3, profile: 3, coming: null })
    expect(upgrade.steps.map(({ state }) => state)).not.toContain('stuck')
    expect(made.charger.organisation).toBe('Test Organisation')
    await eventually(async () =>
      expect(await security(site, made)).toMatchObject({
        profile: 3,
        coming: null,
        now: { transport: 'wss', provedBy: 'certificate' },
      }),
    )
    const ca = site.site.authority.certificatePem('root')
    for (const url of [site.url, site.tlsUrl]) {
      expect(await refusalOf(url, made.identity, ['ocpp2.0.1'], { ca })).toMatchObject({ status: 403 })
    }
    expect(await begin(site, 2, made)).toEqual([{ kind: 'not-started', stationId: made.stationId, why: 'has-it' }])
  })

  test('goes one by one: a password, TLS', async () => {
    const made = await charger(version)
    await begin(site, 1, made)
    await until(site, made, isDone)
    expect(await security(site, made)).toMatchObject({ profile: 1, now: { transport: 'ws', provedBy: 'password' } })
    await begin(site, 2, made)
    await until(site, made, (upgrade) => upgrade.to === 2 && isDone(upgrade))
    expect(await security(site, made)).toMatchObject({ profile: 2, now: { transport: 'wss', provedBy: 'password' } })
    // The try of the port with TLS is no caller that leaves without a word.
    expect(await site.client.refusedCalls.find({})).not.toContainEqual(
      expect.objectContaining({ reason: 'tls-broken-off' }),
    )
  })

  test('that comes back as it was is said to; it is taken back, and comes on the next try', async () => {
    const made = await charger(version)
    made.charger.faults.keepsOldProfile = true
    await begin(site, 2, made)
    const upgrade = await until(site, made, at('return', 'came-back-old'))
    expect(upgrade).toMatchObject({ state: 'running', profile: 0, coming: 2, can: { retry: true, rollBack: true } })
    expect(await site.client.upgrades.rollBack({ stationId: made.stationId })).toEqual({ kind: 'done' })
    expect(await until(site, made, ({ state }) => state === 'rolled-back')).toMatchObject({ profile: 0, coming: null })
    made.charger.faults.keepsOldProfile = false
    await begin(site, 2, made)
    await until(site, made, isDone)
    expect(await security(site, made)).toMatchObject({ profile: 2, coming: null })
  })

  test('that refuses the root stays as it is, until somebody has installed it', async () => {
    const made = await charger(version)
    made.charger.faults.refusesRoots = true
    await begin(site, 2, made)
    const upgrade = await until(site, made, at('root', 'refused'))
    expect(upgrade).toMatchObject({ profile: 0, coming: null, can: { retry: true, doneByHand: true, rollBack: true } })
    made.charger.faults.refusesRoots = false
    expect(await site.client.upgrades.retry({ stationId: made.stationId })).toEqual({ kind: 'done' })
    await until(site, made, isDone)
    expect((await site.client.events.audit({})).entries).toContainEqual(
      expect.objectContaining({
        action: 'upgrade-decided',
        subject: made.identity,
        detail: { step: 'root', decision: 'retry' },
      }),
    )
  })
})

test('on its way it is let in under the old profile or under the new one, never under half of each', async () => {
  const made = await charger('2.0.1')
  await made.charger.stop()
  const { stationId, identity } = made
  const { password } = await site.client.security.setPassword({ stationId })
  await site.client.security.setProfile({ stationId, profile: 1 })
  const ca = site.site.authority.certificatePem('root')
  const login = (secret: string) => ({
    ca,
    headers: { authorization: `Basic ${Buffer.from(`${identity}:${secret}`).toString('base64')}` },
  })
  const connect = async (url: string, options: object) => {
    const raw = await RawCharger.connect(url, identity, 'ocpp2.0.1', options)
    await raw.close()
  }
  expect(await refusalOf(site.tlsUrl, identity, ['ocpp2.0.1'], login(password))).toMatchObject({ status: 403 })
  await site.site.access.setOut('test', stationId, 2)
  await connect(site.url, login(password))
  await connect(site.tlsUrl, login(password))
  // Neither TLS without the password nor a wrong password without TLS is one of the two.
  expect(await refusalOf(site.tlsUrl, identity, ['ocpp2.0.1'], { ca })).toMatchObject({ status: 401 })
  expect(await refusalOf(site.url, identity)).toMatchObject({ status: 401 })
  expect(await refusalOf(site.url, identity, ['ocpp2.0.1'], login('wrong'))).toMatchObject({ status: 401 })
  await site.site.access.arrived(stationId)
  expect(await refusalOf(site.url, identity, ['ocpp2.0.1'], login(password))).toMatchObject({ status: 403 })
  await connect(site.tlsUrl, login(password))
})

test('the site is closed and opened again in the middle of it', async () => {
  const first = await openTestSite({ tls: true })
  const [away, asking] = [await charger('2.0.1', first), await charger('1.6', first)]
  away.charger.faults.staysAway = true
  await begin(first, 2, away)
  await begin(first, 3, asking)
  await until(first, away, at('return', 'return'))
  await until(first, asking, at('certificate', 'approval'))
  const portOf = (url: string) => Number(new URL(url).port)
  const again = await first.restart({ ports: { plain: portOf(first.url), tls: portOf(first.tlsUrl) } })
  expect(await again.client.upgrades.get({ stationId: away.stationId })).toMatchObject({ state: 'running', coming: 2 })
  away.charger.restoreLink()
  await until(again, away, isDone)
  await approve(again, asking)
  await until(again, asking, isDone)
  expect(await security(again, asking)).toMatchObject({ profile: 3, now: { provedBy: 'certificate' } })
  await again.close()
})

test('a charger that never returns is said to have not; both ways stay open to it', async () => {
  const own = await openTestSite({ tls: true, upgrades: { backMs: 200 } })
  const made = await charger('2.0.1', own)
  made.charger.faults.staysAway = true
  await begin(own, 2, made)
  const upgrade = await until(own, made, at('return', 'not-back'))
  expect(upgrade).toMatchObject({ state: 'running', profile: 0, coming: 2, can: { retry: true, rollBack: true } })
  // To take it back, it has to be spoken to: until then neither way is closed.
  await own.client.upgrades.rollBack({ stationId: made.stationId })
  await until(own, made, at('undo', 'offline'))
  expect(await security(own, made)).toMatchObject({ profile: 0, coming: 2 })
  made.charger.restoreLink()
  expect(await until(own, made, ({ endedAt }) => endedAt !== null)).toMatchObject({ state: 'done', profile: 2 })
  await own.close()
})

test('many go some at a time; one that can not is told why', async () => {
  const several = [await charger('1.6'), await charger('2.0.1'), await charger('2.1'), await charger('2.0.1')]
  const stranger = await site.client.stations.register({ identity: 'CP_never' })
  const stationIds = [...several.map(({ stationId }) => stationId), stranger.stationId]
  let most = 0
  const stop = site.site.changes.on('upgrade', () => {
    const going = site.site.upgrades
      .open()
      .filter(({ steps }) => steps.some(({ waits }) => waits === 'answer' || waits === 'return'))
    most = Math.max(most, going.length)
  })
  const outcomes = await site.client.upgrades.start({ stationIds, to: 2 })
  expect(outcomes.filter(({ kind }) => kind === 'started')).toHaveLength(4)
  expect(outcomes.at(-1)).toEqual({ kind: 'not-started', stationId: stranger.stationId, why: 'never-connected' })
  for (const made of several) await until(site, made, isDone)
  stop()
  expect(most).toBe(2)
  const all = await site.client.upgrades.all()
  expect(all.filter(({ id }) => stationIds.includes(id)).map(({ state }) => state)).toEqual(Array(4).fill('done'))
})

test('a profile that is set by hand holds, and ends what was under way', async () => {
  const made = await charger('2.0.1')
  made.charger.faults.refusesRoots = true
  await begin(site, 2, made)
  await until(site, made, at('root', 'refused'))
  await site.client.security.setProfile({ stationId: made.stationId, profile: 0 })
  expect(await site.client.upgrades.get({ stationId: made.stationId })).toMatchObject({
    state: 'replaced',
    coming: null,
  })
  expect(await site.client.upgrades.retry({ stationId: made.stationId })).toEqual({ kind: 'nothing-to-do' })
})

test('nobody is led out of TLS, or to a port that is closed, on the way to profile 1', async () => {
  const own = await openTestSite({ tls: true })
  const { stationId } = await own.client.stations.register({ identity: 'CP_open' })
  const { root } = await own.client.certificates.authority()
  const raw = await RawCharger.connect(own.tlsUrl, 'CP_open', 'ocpp1.6', { ca: root.pem })
  await raw.ask('BootNotification', bootOf('ocpp1.6'))
  const refusal = { kind: 'not-started', stationId }
  expect(await begin(own, 1, { stationId })).toEqual([{ ...refusal, why: 'comes-with-tls' }])
  await own.client.ports.setPlain({ open: false, confirmed: true })
  expect(await begin(own, 1, { stationId })).toEqual([{ ...refusal, why: 'no-plain-port' }])
  expect((await own.client.commands.find({ stationId })).entries).toEqual([])
  raw.socket.terminate()
  await own.close()
})

test('without a port with TLS, or where it is not reached, nothing is told to the charger', async () => {
  const plain = await openTestSite()
  const made = await charger('2.0.1', plain)
  expect(await begin(plain, 2, made)).toEqual([{ kind: 'not-started', stationId: made.stationId, why: 'no-tls-port' }])
  await plain.close()
  // It calls this computer by an address that is not its own.
  const { stationId } = await site.client.stations.register({ identity: 'CP_elsewhere' })
  const headers = { host: `127.0.0.2:${new URL(site.url).port}` }
  const raw = await RawCharger.connect(site.url, 'CP_elsewhere', 'ocpp2.0.1', { headers })
  await raw.ask('BootNotification', bootOf('ocpp2.0.1'))
  const other = { stationId }
  await begin(site, 2, other)
  const upgrade = await until(site, other, at('tls-port', 'tls-not-reachable'))
  expect(upgrade).toMatchObject({ coming: null, can: { retry: true, doneByHand: true, rollBack: true } })
  expect((await site.client.commands.find({ stationId: other.stationId })).entries).toEqual([])
  await site.client.upgrades.rollBack({ stationId: other.stationId })
  expect(await until(site, other, ({ endedAt }) => endedAt !== null)).toMatchObject({
    state: 'rolled-back',
    profile: 0,
  })
})
