import { readFileSync } from 'node:fs'
import { createCards } from '@main/cards/cards'
import { createChanges } from '@main/changes'
import { createStations } from '@main/stations/stations'
import { findAudit, toAuditEntry } from '@main/store/queries/events'
import { EnrolRequest } from '@shared/contract/cards'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/testStore'

const open = () => {
  const store = openTestStore()
  const deps = { store, clock: () => 1_000, changes: createChanges() }
  return { store, cards: createCards(deps), stations: createStations(deps) }
}

test('erasing a holder leaves the number, its rules and what happened when, and no word about the person', async () => {
  const { store, cards } = open()
  const enrol = async (request: object) => {
    const outcome = await cards.enrol('test', EnrolRequest.parse(request))
    if (outcome.kind !== 'enrolled') throw new Error(outcome.kind)
    return outcome.card.id
  }
  const person = { holder: 'Ada Byron', label: 'blue fob', tags: ['flat 3'], message: 'Hello Ada', language: 'en' }
  const card = await enrol({ token: 'AA', group: 'HOME', offline: 'first', ...person })
  await enrol({ token: '1234', tokenType: 'KeyCode', holder: 'Grace' })
  const code = await enrol({ token: '5678', tokenType: 'KeyCode', ...person })
  await cards.change('test', { cardId: card, holder: 'Ada Lovelace', blocked: true })
  for (const cardId of [card, code]) await cards.erase('test', cardId)
  expect(cards.get(card)).toMatchObject({
    token: 'AA',
    group: 'HOME',
    offline: 'first',
    blocked: true,
    holder: '',
    label: '',
    tags: [],
    message: '',
    language: '',
    erasedAt: 1_000,
  })
  for (const table of ['card', 'audit']) {
    const rows = JSON.stringify(store.read.prepare(`SELECT * FROM ${table}`).all())
    expect(rows).not.toMatch(/Ada|blue fob|flat 3|Hello/)
    expect(rows).toContain('Grace')
  }
  const trail = findAudit(store.read, { before: null, limit: 100 }).rows.map(toAuditEntry)
  expect(trail.map(({ action }) => action)).toEqual([
    'card-erased',
    'card-erased',
    'card-blocked',
    'card-enrolled',
    'card-enrolled',
    'card-enrolled',
  ])
  expect(trail.find(({ action }) => action === 'card-blocked')?.detail).toEqual({ blocked: [false, true] })
})

test('a station where the manager wants a card lets nobody start without one, also after a restart', async () => {
  const { store, cards, stations } = open()
  const { stationId } = await stations.register('test', 'CP_1', '', '')
  const other = await stations.register('test', 'CP_2', '', '')
  const none = { value: '', type: 'NoAuthorization' } as const
  expect(cards.present(stationId, none).status).toBe('accepted')
  expect(await cards.setStartsWithoutCard('test', stationId, 'CP_1', false)).toBe(true)
  expect(await cards.setStartsWithoutCard('test', stationId, 'CP_1', false)).toBe(false)
  expect(cards.present(stationId, none).status).toBe('card-wanted')
  expect(cards.present(other.stationId, none).status).toBe('accepted')
  const again = createCards({ store, clock: () => 1_000, changes: createChanges() })
  expect(again.present(stationId, none).status).toBe('card-wanted')
  expect(await again.setStartsWithoutCard('test', stationId, 'CP_1', true)).toBe(true)
  expect(again.present(stationId, none).status).toBe('accepted')
})

test('nothing of an erased holder is left in the file once the program has ended', async () => {
  const { store, cards } = open()
  for (let number = 0; number < 40; number += 1) {
    await cards.enrol('test', EnrolRequest.parse({ token: `N${number}`, holder: `Person ${number}` }))
  }
  const [card] = cards.find({ search: 'Person 7', blocked: null, before: null, limit: 1 }).entries
  await cards.change('test', { cardId: card?.id ?? 0, holder: 'Wanda Pawlak', label: 'once' })
  await cards.change('test', { cardId: card?.id ?? 0, holder: 'Wanda Pawlak-Berg' })
  await cards.erase('test', card?.id ?? 0)
  store.close()
  const file = readFileSync(store.file)
  expect(file.includes('Person 8')).toBe(true)
  expect(file.includes('Wanda')).toBe(false)
})
