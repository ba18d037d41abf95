import { type Charger, createCharger, VERSIONS, type Version } from '@simulator/index'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fast } from '../support/fastEnvironment'
import { openTestSite, type TestSite } from '../support/testSite'

// The virtual charger shares no OCPP code with the server, and reports whatever the server does against the rules.

const card = { value: 'AA12345', type: 'ISO14443' } as const

let site: TestSite
let charger: Charger | null = null
const violations: unknown[] = []

beforeEach(async () => {
  violations.length = 0
  site = await openTestSite()
  await site.client.cards.enrol({ token: card.value, tokenType: card.type })
})

afterEach(async () => {
  await charger?.stop()
  await site.close()
})

function make(version: Version): Charger {
  const made = createCharger({
    url: site.url,
    identity: 'CP_7',
    version,
    vendor: 'Vendor',
    model: 'Model',
    serialNumber: 'SN-7',
    organisation: 'Test Organisation',
    speed: 600,
    meterIntervalSeconds: 5,
    ...fast,
  })
  made.on((event) => {
    if (event.kind === 'violation') violations.push(event)
  })
  charger = made
  return made
}

/** A charger that was expected, and is served. */
async function admitted(version: Version): Promise<Charger> {
  await site.client.stations.register({ identity: 'CP_7' })
  const charger = make(version)
  const ready = charger.waitFor('ready')
  charger.start()
  await ready
  return charger
}

async function stationId(): Promise<number> {
  for await (const event of await site.client.stations.watch()) {
    const entries = event.type === 'snapshot' ? event.entries : event.changed
    const found = entries.find(({ identity }) => identity === 'CP_7')
    if (found) return found.id
  }
  throw new Error('The feed ended before the station was there.')
}

test.each(VERSIONS)('a %s charger joins, charges and gets its certificate', async (version) => {
  const charger = make(version)
  const pending = charger.waitFor('booted', ({ status }) => status === 'Pending')
  charger.start()
  await pending
  const ready = charger.waitFor('ready')
  await site.client.stations.admit({ stationId: await stationId() })
  await ready

  expect(await charger.presentCard(1, { value: 'NOBODY', type: 'ISO14443' })).toEqual({
    outcome: 'refused',
    status: version === '1.6' ? 'Invalid' : 'Unknown',
  })
  expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'started', status: 'Accepted' })
  await charger.waitFor('session-updated', ({ session }) => session.energyWh > 500)
  const stopped = await charger.presentCard(1, card)
  expect(stopped).toMatchObject({ outcome: 'stopped', delivery: { kind: 'answered' } })
  const { entries } = await site.client.sessions.find({})
  expect(entries).toMatchObject([
    {
      state: 'ended',
      stopReason: 'Local',
      doubts: [],
      energyWh: stopped.outcome === 'stopped' ? stopped.session.energyWh : null,
    },
  ])

  expect((await charger.requestCertificate()).accepted).toBe(true)
  const installed = charger.waitFor('certificate-installed')
  const [request] = (await site.client.requests.find({})).entries
  expect(request).toBeDefined()
  const approved = await site.client.requests.approve({ requestId: request?.id ?? 0, reason: 'known charger' })
  expect(approved.kind).toBe('approved')
  expect((await installed).chain).toMatch(/^-----BEGIN CERTIFICATE-----/)
  expect(violations).toEqual([])
})

test.each(VERSIONS)('what a %s charger did offline arrives once, with its own times', async (version) => {
  const charger = await admitted(version)
  await charger.presentCard(1, card)
  charger.dropLink()
  await charger.waitFor('session-updated', ({ session }) => session.energyWh > 500)
  const stopped = await charger.presentCard(1, card)
  expect(stopped).toMatchObject({ outcome: 'stopped', delivery: null })
  expect((await site.client.sessions.find({ state: 'running' })).entries).toHaveLength(1)
  const again = charger.waitFor('ready')
  charger.restoreLink()
  await again
  await charger.whenQuiet()
  expect(charger.queued).toBe(0)
  const { entries } = await site.client.sessions.find({})
  expect(entries).toMatchObject([
    { state: 'ended', doubts: [], energyWh: stopped.outcome === 'stopped' ? stopped.session.energyWh : null },
  ])
  expect(violations).toEqual([])
})

test.each(VERSIONS)('what a %s charger has to tell of the days before is in the ledger as it was', async (version) => {
  const charger = await admitted(version)
  const startedAt = new Date('2026-03-02T08:00:00.000Z')
  await charger.tellPastSession(1, { token: card, startedAt, seconds: 4 * 3600, needWh: 9_000 })
  const { entries } = await site.client.sessions.find({})
  expect(entries).toMatchObject([
    {
      state: 'ended',
      doubts: [],
      startedAt: startedAt.getTime(),
      endedAt: startedAt.getTime() + 4 * 3600_000,
      energyWh: 9_000,
    },
  ])
  expect(charger.evses[0]).toMatchObject({ registerWh: 9_000, session: null })
  expect(violations).toEqual([])
})

test.each(VERSIONS)('%s: every message that a charger can send is answered by the rules', async (version) => {
  const charger = make(version)
  const pending = charger.waitFor('booted', ({ status }) => status === 'Pending')
  charger.start()
  await pending
  const ready = charger.waitFor('ready')
  await site.client.stations.admit({ stationId: await stationId() })
  await ready
  await charger.presentCard(1, card)
  const answers: [string, string][] = []
  for (const action of charger.messages) answers.push([action, (await charger.notify(action)).kind])
  expect(answers.filter(([, kind]) => kind !== 'answered' && kind !== 'unconfirmed')).toEqual([])
  expect(violations).toEqual([])
})
