import { createCards } from '@main/cards/cards'
import { createChanges } from '@main/changes'
import { createStations } from '@main/stations/stations'
import { findAuthorizations, toAuthorizationRecord } from '@main/store/queries/presented'
import { NO_RULES } from '@shared/contract/cardRules'
import { EnrolRequest } from '@shared/contract/cards'
import type { IdToken } from '@shared/ocpp/idToken'
import { beforeEach, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/testStore'

const T0 = Date.UTC(2026, 0, 1)
const KEY_CODES = { freeGuesses: 2, firstPauseMs: 10_000, longestPauseMs: 40_000, forgetAfterMs: 3_600_000 }

let store: TestStore
let cards: ReturnType<typeof createCards>
let stationId: number
let otherStationId: number
let now: number

beforeEach(async () => {
  now = T0
  store = openTestStore()
  const deps = { store, clock: () => now, changes: createChanges() }
  const stations = createStations(deps)
  stationId = (await stations.register('test', 'CP_1', '', '')).stationId
  otherStationId = (await stations.register('test', 'CP_2', '', '')).stationId
  cards = createCards({ ...deps, keyCodes: KEY_CODES })
  await cards.enrol('test', EnrolRequest.parse({ token: '55667788', tokenType: 'KeyCode' }))
})

const code = (value: string, type: string = 'KeyCode'): IdToken => ({ value, type: type as IdToken['type'] })
const present = (token: IdToken, at = stationId) => cards.present(at, token)

test('each wrong code after the first few makes a longer pause, in which a right one is refused too (C04.FR.06)', () => {
  const pauses = [present(code('1')), present(code('2')), present(code('3'))]
  expect(pauses.map(({ status }) => status)).toEqual(['wrong-code', 'wrong-code', 'wrong-code'])
  expect(present(code('55667788'))).toMatchObject({ status: 'too-many-guesses', reason: { next: T0 + 10_000 } })
  expect(present(code('55667788'), otherStationId).status).toBe('accepted')
  now += 10_000
  expect(present(code('4')).status).toBe('wrong-code')
  expect(present(code('5')).reason).toMatchObject({ next: now + 20_000 })
  now += 20_000
  expect(present(code('6')).status).toBe('wrong-code')
  expect(present(code('7')).reason).toMatchObject({ next: now + 40_000 })
  now += 40_000
  expect(present(code('8')).status).toBe('wrong-code')
  expect(present(code('9')).reason).toMatchObject({ next: now + 40_000 })
  now += 40_000
  expect(present(code('55667788')).status).toBe('accepted')
  expect(present(code('1')).status).toBe('wrong-code')
})

test('a day without a guess forgets them, and what a station tells late is no guess', () => {
  present(code('1'))
  present(code('2'))
  now += KEY_CODES.forgetAfterMs
  expect(present(code('3')).status).toBe('wrong-code')
  expect(present(code('55667788')).status).toBe('accepted')
  const late = { stationId, evseId: 1, purpose: 'start', at: now - 3_600_000, transactionId: 'x' } as const
  for (let guess = 0; guess < 5; guess += 1) cards.decide({ ...late, token: code(String(guess)) })
  expect(present(code('55667788')).status).toBe('accepted')
})

test('2.1 may spell the type in its own way; 1.6 has none, and there a key code counts for nothing', async () => {
  for (const type of ['KeyCode', 'keycode', 'Key_Code']) expect(present(code('55667788', type)).status).toBe('accepted')
  expect(present({ value: '55667788', type: null }).status).toBe('unknown')
  expect(present(code('55667788', 'Local')).status).toBe('unknown')
  await store.writer.write(() => null)
  // Written down it would be no secret any more, wherever it was typed.
  const records = findAuthorizations(store.read, { before: null, limit: 100 }).rows
  expect(records.map(toAuthorizationRecord).map(({ token, tokenType }) => [token, tokenType])).toEqual([
    ['55667788', 'Local'],
    ['••••', null],
    ['••••', null],
    ['••••', null],
    ['••••', 'KeyCode'],
  ])
  expect(cards.unknown().map(({ token, tokenType }) => [token, tokenType])).toEqual([['55667788', 'Local']])
})

test('their use is counted nowhere, so rules that count are refused', async () => {
  const enrol = (rules: object) =>
    cards.enrol('test', EnrolRequest.parse({ token: '1234', tokenType: 'KeyCode', rules: { ...NO_RULES, ...rules } }))
  expect(await enrol({ oneAtATime: true })).toEqual({ kind: 'key-code-not-counted' })
  expect(await enrol({ monthlyWh: 1 })).toEqual({ kind: 'key-code-not-counted' })
  expect(await enrol({ places: [{ stationId, evseIds: null }] })).toMatchObject({ kind: 'enrolled' })
  expect(present(code('1234'), otherStationId).status).toBe('not-at-this-location')
})
