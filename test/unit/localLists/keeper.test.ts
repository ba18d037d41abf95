import { createCards } from '@main/cards/cards'
import { createChanges } from '@main/changes'
import { LIST_WORDS } from '@main/csms/listWords'
import { createListKeeper } from '@main/localLists/keeper'
import { LOCAL_LIST_LIMITS } from '@main/localLists/limits'
import type { RequestResult } from '@main/stations/commands'
import type { ConnectionFacts } from '@main/stations/connection'
import { createStations } from '@main/stations/stations'
import { listableCards, localListOf } from '@main/store/queries/localLists'
import { createVariables } from '@main/variables/variables'
import { EnrolRequest } from '@shared/contract/cards'
import { LocalList } from '@simulator/authorization/localList'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { openTestStore } from '../../support/testStore'

// The list of the virtual charger, without a charger around it: it takes what the rules let it take.

const CONNECTION: ConnectionFacts = {
  protocol: 'ocpp2.0.1',
  remoteAddress: '192.0.2.7',
  transport: 'ws',
  authenticated: false,
  httpOrigin: 'http://192.0.2.1:9000',
  since: 0,
}

type Fault = 'none' | 'refuse' | 'mismatch' | 'not-known' | 'lose-request' | 'lose-answer' | 'offline'

interface Sent {
  readonly versionNumber: number
  readonly updateType: 'Full' | 'Differential'
  readonly localAuthorizationList?: readonly {
    readonly idToken: { readonly idToken: string; readonly type: string }
    readonly idTokenInfo?: { readonly status: string }
  }[]
}

async function openKeeper(options: { capacity?: number; told?: boolean; clock?: () => number } = {}) {
  const { capacity = 1_000, told = true, clock = () => 1_000 } = options
  const store = openTestStore()
  const deps = { store, clock, changes: createChanges() }
  const stations = createStations(deps)
  const { stationId } = await stations.register('test', 'CP_1', '', '')
  stations.connected(stationId, CONNECTION)
  const variable = (name: string, value: string) => ({
    component: 'LocalAuthListCtrlr',
    componentInstance: null,
    evseId: null,
    connectorId: null,
    variable: name,
    variableInstance: null,
    attribute: 'Actual' as const,
    value,
    mutability: null,
    dataType: null,
    unit: null,
    min: null,
    max: name === 'Entries' && told ? capacity : null,
    values: null,
  })
  await createVariables(deps).learned(stationId, [
    variable('Enabled', 'true'),
    variable('ItemsPerMessage', '3'),
    variable('Entries', '0'),
  ])
  const list = new LocalList(capacity)
  const sent: Sent[] = []
  const faults: Fault[] = []
  const request = async (_: number, action: string, payload: object): Promise<RequestResult> => {
    const fault = faults.shift() ?? 'none'
    if (fault === 'offline') return { kind: 'offline' }
    if (fault === 'not-known') return { kind: 'error', code: 'NotImplemented', description: '' }
    if (fault === 'lose-request') return { kind: 'no-answer' }
    const answer = action === 'GetLocalListVersion' ? { versionNumber: list.version } : update(payload as Sent, fault)
    return fault === 'lose-answer' ? { kind: 'no-answer' } : { kind: 'answered', payload: answer }
  }
  const update = (message: Sent, fault: Fault) => {
    if (fault === 'refuse') return { status: 'Failed' }
    if (fault === 'mismatch') return { status: 'VersionMismatch' }
    sent.push(message)
    const entries = (message.localAuthorizationList ?? []).map(({ idToken, idTokenInfo }) => ({
      value: idToken.idToken,
      type: idToken.type,
      knowledge: idTokenInfo ? { status: idTokenInfo.status, group: null, expiresAt: null } : null,
    }))
    return { status: list.update(message.versionNumber, message.updateType === 'Full', entries) }
  }
  const cards = createCards(deps)
  const keeper = createListKeeper({
    ...deps,
    stations,
    links: { request },
    words: LIST_WORDS,
    limits: LOCAL_LIST_LIMITS,
    askRoom: () => {},
  })
  const enrol = async (token: string, more: Partial<z.input<typeof EnrolRequest>> = {}) => {
    const outcome = await cards.enrol('test', EnrolRequest.parse({ token, ...more }))
    if (outcome.kind !== 'enrolled') throw new Error(outcome.kind)
    return outcome.card
  }
  return {
    list,
    sent,
    faults,
    cards,
    enrol,
    keeper,
    look: () => keeper.look(stationId, listableCards(store.read)),
    state: () => localListOf(store.read, stationId),
    reconnect: () => keeper.connected(stationId),
    boot: (firmware: string) =>
      stations.booted(stationId, { vendor: 'Vendor', model: 'Model', serialNumber: null, firmware }),
    sendAgain: () => keeper.forget(stationId),
    leftOut: () => keeper.leftOut(stationId).length,
    held: () => list.entries.map(({ value, knowledge }) => `${value} ${knowledge.status}`).sort(),
  }
}

test('what changed is sent, in messages of the size that the station takes, and nothing when nothing did', async () => {
  const { enrol, cards, look, sent, held, state, list } = await openKeeper()
  await look()
  expect(sent).toEqual([])
  expect(state().state).toBe('in-step')
  const [first] = [await enrol('A'), await enrol('B'), await enrol('C'), await enrol('D', { blocked: true })]
  await look()
  expect(
    sent.map(({ updateType, versionNumber, localAuthorizationList = [] }) => [
      updateType,
      versionNumber,
      localAuthorizationList.length,
    ]),
  ).toEqual([
    ['Full', 1, 3],
    ['Differential', 2, 1],
  ])
  expect(held()).toEqual(['A Accepted', 'B Accepted', 'C Accepted', 'D Blocked'])
  await look()
  expect(sent).toHaveLength(2)
  await cards.change('test', { cardId: first.id, offline: 'never', holder: 'Ada' })
  await enrol('E')
  await look()
  expect(sent.at(-1)).toMatchObject({
    updateType: 'Differential',
    versionNumber: 3,
    localAuthorizationList: [{ idToken: { idToken: 'A' } }, { idToken: { idToken: 'E' }, idTokenInfo: {} }],
  })
  expect(held()).toEqual(['B Accepted', 'C Accepted', 'D Blocked', 'E Accepted'])
  expect(state()).toMatchObject({ state: 'in-step', version: list.version })
})

test('a list that somebody else has given, or that is refused, is sent anew as a whole', async () => {
  const { enrol, faults, look, sent, held, list, reconnect, state } = await openKeeper()
  await enrol('A')
  await look()
  list.update(40, true, [
    { value: 'STRANGER', type: 'ISO14443', knowledge: { status: 'Accepted', group: null, expiresAt: null } },
  ])
  reconnect()
  await look()
  expect(held()).toEqual(['A Accepted'])
  expect(sent.at(-1)).toMatchObject({ updateType: 'Full', versionNumber: 41 })
  for (const fault of ['refuse', 'mismatch'] as const) {
    await enrol(`AFTER-${fault}`.toUpperCase())
    faults.push(fault)
    await look()
    expect(sent.at(-1)).toMatchObject({ updateType: 'Full' })
    expect(state()).toMatchObject({ state: 'in-step', problem: null })
  }
  expect(held()).toHaveLength(3)
  await enrol('LAST')
  faults.push('refuse', 'none', 'refuse')
  await look()
  expect(state()).toMatchObject({ state: 'failed', problem: 'Failed', in_step_since: null })
  await look()
  expect(state()).toMatchObject({ state: 'in-step', problem: null })
})

test('a station that knows no lists is not asked at each connection, but as another one, a day later or at wish', async () => {
  let now = 1_000
  const { enrol, faults, look, sent, state, reconnect, boot, sendAgain } = await openKeeper({ clock: () => now })
  await enrol('A')
  const aDayLater = () => {
    now += LOCAL_LIST_LIMITS.askAgainMs
  }
  const occasions = [() => boot('2.0'), aDayLater, sendAgain]
  for (const [index, occasion] of occasions.entries()) {
    faults.push('not-known')
    reconnect()
    await look()
    expect(faults).toEqual([])
    await enrol(`B${index}`)
    for (let times = 0; times < 3; times += 1) {
      reconnect()
      await look()
      // Asked, it would take the list now.
      expect(state().state).toBe('unsupported')
    }
    await occasion()
  }
  expect(sent).toEqual([])
  reconnect()
  await look()
  expect(state()).toMatchObject({ state: 'in-step', version: 2 })
})

test('a station that takes fewer than it told is found out, and what has no room is known', async () => {
  const { enrol, look, held, state, leftOut } = await openKeeper({ capacity: 5, told: false })
  for (const token of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']) await enrol(token)
  await enrol('Z', { offline: 'first' })
  await look()
  expect(held()).toEqual(['A Accepted', 'B Accepted', 'Z Accepted'])
  expect(state()).toMatchObject({ state: 'in-step', capacity_seen: 3 })
  expect(leftOut()).toBe(6)
})

test('whatever is lost or refused on the way, the list is in step once nothing is any more', async () => {
  const fault = fc.constantFrom<Fault>('none', 'none', 'refuse', 'mismatch', 'lose-request', 'lose-answer', 'offline')
  const step = fc.record({
    card: fc.integer({ min: 0, max: 5 }),
    change: fc.constantFrom('block', 'unblock', 'never', 'auto', 'group'),
    faults: fc.array(fault, { maxLength: 5 }),
    reconnects: fc.boolean(),
  })
  // What one run leaves behind is where the next one begins.
  const { enrol, cards, faults, look, held, state, list, reconnect } = await openKeeper()
  const enrolled = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map((token) => enrol(token)))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { card, change, faults: coming, reconnects } of steps) {
        const cardId = enrolled[card]?.id ?? 0
        await cards.change('test', {
          cardId,
          ...(change === 'block' || change === 'unblock' ? { blocked: change === 'block' } : {}),
          ...(change === 'never' || change === 'auto' ? { offline: change } : {}),
          ...(change === 'group' ? { group: `G${card}` } : {}),
        })
        if (reconnects) reconnect()
        faults.push(...coming)
        await look()
        faults.length = 0
      }
      await look()
      const wanted = cards
        .find({ search: '', blocked: null, before: null, limit: 50 })
        .entries.filter(({ offline }) => offline !== 'never')
        .map(({ token, blocked }) => `${token} ${blocked ? 'Blocked' : 'Accepted'}`)
        .sort()
      expect(held()).toEqual(wanted)
      expect(state()).toMatchObject({ state: 'in-step', ...(wanted.length > 0 ? { version: list.version } : {}) })
    }),
    { numRuns: 40 },
  )
})
