import type { Card } from '@shared/contract/cards'
import { type Charger, createCharger, VERSIONS, type Version } from '@simulator/index'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fast } from '../support/fastEnvironment'
import { openTestSite, type TestSite } from '../support/testSite'

// Virtual chargers of all versions at one site that keeps their lists; each takes a hundred entries.

let site: TestSite
let chargers: Charger[]
const violations: unknown[] = []

const identity = (version: Version) => `CP_${version}`
const stationOf = (charger: Charger) => {
  const found = site.site.stations.find(charger.settings.identity)
  if (!found) throw new Error(charger.settings.identity)
  return found.id
}
const listOf = (charger: Charger) => {
  const found = site.site.localLists.all().find(({ stationId }) => stationId === stationOf(charger))
  if (!found) throw new Error('no list')
  return found
}

/** Waits until something is so that the site tells of. */
function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return
      for (const stop of stops) stop()
      resolve()
    }
    const { changes } = site.site
    const stops = [
      changes.on('localList', look),
      changes.on('card', look),
      changes.on('command', look),
      changes.on('session', look),
    ]
    look()
  })
}

const isInStep = (charger: Charger, entries: number) => {
  const { state, version } = listOf(charger)
  const { listed, listVersion } = charger.knownCards
  return state === 'in-step' && listed === entries && (entries === 0 || listVersion === version)
}
/** Once everything that was changed has gone its way. */
async function inStep(entries: number): Promise<void> {
  await site.site.localLists.settled()
  await until(() => chargers.every((charger) => isInStep(charger, entries)))
}

async function enrol(
  token: string,
  more: Partial<Parameters<TestSite['client']['cards']['enrol']>[0]> = {},
): Promise<Card> {
  const outcome = await site.client.cards.enrol({ token, ...more })
  if (outcome.kind !== 'enrolled') throw new Error(outcome.kind)
  return outcome.card
}

async function back(charger: Charger): Promise<void> {
  const ready = charger.waitFor('ready')
  charger.restoreLink()
  await ready
}

beforeEach(async () => {
  violations.length = 0
  site = await openTestSite({ localLists: { gatherMs: 20 } })
  chargers = []
  for (const version of VERSIONS) {
    await site.client.stations.register({ identity: identity(version) })
    const charger = createCharger({
      url: site.url,
      identity: identity(version),
      version,
      speed: 600,
      meterIntervalSeconds: 5,
      allowOfflineCards: false,
      ...fast,
    })
    charger.on((event) => {
      if (event.kind === 'violation') violations.push(event)
    })
    chargers.push(charger)
    const ready = charger.waitFor('ready')
    charger.start()
    await ready
  }
})

afterEach(async () => {
  for (const charger of chargers) await charger.stop()
  await site.close()
  expect(violations).toEqual([])
})

test('are in step after two hundred changes while the chargers drop off and come back, and decide alone', async () => {
  const cards = await Promise.all(
    Array.from({ length: 60 }, (_, index) => enrol(`A${index}`, { holder: `Holder ${index}` })),
  )
  await inStep(60)
  const since = chargers.map((charger) => listOf(charger).inStepSince)
  expect(since.every((at) => at !== null)).toBe(true)

  for (let change = 0; change < 200; change += 1) {
    const charger = chargers[change % chargers.length]
    if (change % 23 === 7) charger?.dropLink()
    if (change % 31 === 11) for (const each of chargers.filter(({ connected }) => !connected)) await back(each)
    const card = cards[change % cards.length]
    if (!card) throw new Error('no card')
    if (change % 5 === 0) await enrol(`B${change}`)
    else await site.client.cards.update({ cardId: card.id, blocked: change % 2 === 0, group: `G${change % 3}` })
  }
  for (const charger of chargers.filter(({ connected }) => !connected)) await back(charger)
  // 60 and 40 are a hundred: the refused ones are in it too, after those that are accepted.
  await inStep(100)
  for (const charger of chargers)
    expect(listOf(charger)).toMatchObject({ entries: 100, capacity: 100, leftOutCount: 0 })

  const blocked = (await site.client.cards.find({ search: 'A', blocked: true })).entries[0]
  const good = (await site.client.cards.find({ search: 'B', blocked: false })).entries[0]
  if (!blocked || !good) throw new Error('no cards')
  for (const charger of chargers) {
    charger.dropLink()
    const present = (card: Card) => charger.presentCard(1, { value: card.token, type: 'ISO14443' })
    expect(await present(blocked)).toMatchObject({ outcome: 'refused', status: 'Blocked' })
    expect(await charger.presentCard(1, { value: 'STRANGER', type: 'ISO14443' })).toMatchObject({
      outcome: 'not-possible',
    })
    expect(await present(good)).toMatchObject({ outcome: 'started' })
    await charger.stopSession(1)
    await back(charger)
  }
  const ended = () => site.site.sessions.find({ ...ALL_SESSIONS, search: good.token }).entries
  await until(() => ended().filter(({ state }) => state === 'ended').length === 3)
  expect(ended().map(({ authorization }) => authorization)).toEqual(['accepted', 'accepted', 'accepted'])
})

const ALL_SESSIONS = {
  stationId: null,
  state: null,
  from: null,
  until: null,
  unsettled: false,
  before: null,
  limit: 50,
}

test('hold the chosen cards first where there is no room for all, and name who is left out and why', async () => {
  const { stationId } = { stationId: stationOf(chargers[0] as Charger) }
  await Promise.all(Array.from({ length: 101 }, (_, index) => enrol(`A${index}`, { holder: `Holder ${index}` })))
  const chosen = await enrol('CHOSEN', { offline: 'first' })
  await enrol('NIGHT', { rules: { hours: [{ days: [1], from: 0, until: 60 }] } })
  await enrol('LONGER-THAN-TWENTY-CHARACTERS')
  await enrol('NEVER', { offline: 'never' })
  await enrol('4711', { tokenType: 'KeyCode' })
  await enrol('ELSEWHERE', { rules: { places: [] } })
  await inStep(100)
  for (const charger of chargers) {
    const { leftOut, entries } = listOf(charger)
    const is16 = charger.settings.version === '1.6'
    expect(entries).toBe(100)
    expect(leftOut).toMatchObject([
      { number: 'A99', holder: 'Holder 99', why: 'no-room' },
      { number: 'A100', why: 'no-room' },
      { number: 'NIGHT', why: 'beyond-lists' },
      { number: 'LONGER-THAN-TWENTY-CHARACTERS', why: is16 ? 'too-long' : 'no-room' },
    ])
  }
  const listed = await site.client.localLists.entries({ stationId })
  expect(listed.total).toBe(100)
  expect(listed.entries).toContainEqual(expect.objectContaining({ cardId: chosen.id, status: 'accepted' }))
  // What a person sends by hand is put back, and so is what was sent by somebody else in between.
  for (const charger of chargers) {
    await site.client.commands.send({
      stationId: stationOf(charger),
      command: { name: 'send-local-list', input: { cardIds: [chosen.id] } },
    })
  }
  await until(() => site.site.commands.open().length === 0)
  await inStep(100)

  // After a restart it is said before any charger is back, too.
  await Promise.all(chargers.map((charger) => charger.stop()))
  const before = chargers.map((charger) => listOf(charger).leftOut)
  site = await site.restart()
  await site.site.localLists.settled()
  expect(chargers.map((charger) => listOf(charger).leftOut)).toEqual(before)
})

test('are left alone where the manager sees to them, and told by the page of what the chargers do alone', async () => {
  await enrol('AA')
  await inStep(1)
  const [first, ...others] = chargers
  if (!first) throw new Error('no charger')
  await site.client.localLists.setKept({ stationId: stationOf(first), kept: false })
  await enrol('BB')
  await until(() => others.every((charger) => isInStep(charger, 2)))
  expect(first.knownCards.listed).toBe(1)
  expect(listOf(first)).toMatchObject({ kept: false, state: 'unknown' })
  await site.client.localLists.setKept({ stationId: stationOf(first), kept: true })
  await inStep(2)
  const { stations } = await site.client.localLists.all()
  const settings = (version: Version) =>
    Object.fromEntries(
      stations.find((each) => each.identity === identity(version))?.settings.map(({ name, value }) => [name, value]) ??
        [],
    )
  expect(settings('1.6')).toMatchObject({
    'list-enabled': 'true',
    'authorize-offline': 'true',
    'unknown-offline': 'false',
  })
  expect(settings('2.0.1')).toMatchObject({
    'list-enabled': 'true',
    'authorize-offline': 'true',
    'master-pass-group': null,
  })
  // A list that is switched off is not filled.
  await site.client.commands.send({
    stationId: stationOf(first),
    command: {
      name: 'set-variables',
      input: { variables: [{ variable: 'LocalAuthListEnabled', value: 'false' }] },
    },
  })
  await until(() => site.site.commands.open().length === 0)
  await site.client.commands.send({
    stationId: stationOf(first),
    command: { name: 'read-variables', input: { variables: [{ variable: 'LocalAuthListEnabled' }] } },
  })
  await until(() => listOf(first).state === 'off')
})
