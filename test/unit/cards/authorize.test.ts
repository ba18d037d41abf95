import { authorize, type CardFacts, type CardUse, type Circumstances } from '@main/cards/authorize'
import type { Calendar } from '@main/cards/hours'
import { decideAmong } from '@main/cards/present'
import { toIdTokenInfo } from '@main/csms/v2x/authorization'
import { toIdTagInfo } from '@main/csms/v16/authorization'
import { type CardRules, NO_RULES } from '@shared/contract/cardRules'
import {
  AUTHORIZATION_STATUSES,
  type AuthorizationStatus,
  MASTER_PASS_GROUP,
  PURPOSES,
} from '@shared/ocpp/authorization'
import { ID_TOKEN_TYPES } from '@shared/ocpp/idToken'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

// A Monday.
const NOW = Date.UTC(2026, 5, 1, 18, 4)
const MINUTE = 60_000
const TOKEN = { value: 'AA', type: 'ISO14443' } as const
const HERE = 3
const DAILY = [1, 2, 3, 4, 5, 6, 7]

const UTC: Calendar = {
  weekday: (at) => new Date(at).getUTCDay() || 7,
  minute: (at) => Math.floor((at % (24 * 60 * MINUTE)) / MINUTE),
  atMinute: (at, days, minute) =>
    Math.floor(at / (24 * 60 * MINUTE)) * 24 * 60 * MINUTE + (days * 24 * 60 + minute) * MINUTE,
  monthStart(at, later = 0) {
    const date = new Date(at)
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later)
  },
}

const card = (change: Partial<CardFacts> = {}): CardFacts => ({
  id: 7,
  group: 'FLEET',
  validFrom: null,
  validUntil: null,
  blocked: false,
  masterPass: false,
  rules: null,
  language: '',
  message: '',
  ...change,
})
const ruled = (rules: Partial<CardRules>, change: Partial<CardFacts> = {}) =>
  card({ ...change, rules: { ...NO_RULES, ...rules } })

const UNUSED: CardUse = { energyWh: 0, sessions: 0, chargingAt: null, canStopHere: false }
const at = (change: Partial<Circumstances> = {}, use: Partial<CardUse> = {}): Circumstances => ({
  now: NOW,
  at: NOW,
  stationId: HERE,
  evseId: 1,
  purpose: 'start',
  knowsMasterPass: () => true,
  startsWithoutCard: true,
  use: () => ({ ...UNUSED, ...use }),
  calendar: UTC,
  ...change,
})

describe('the verdict', () => {
  test.each([
    ['accepted', card()],
    ['accepted', card({ validFrom: NOW })],
    ['accepted', card({ validFrom: NOW - 1, validUntil: NOW + 1 })],
    ['not-yet-valid', card({ validFrom: NOW + 1 })],
    ['expired', card({ validUntil: NOW })],
    ['expired', card({ validUntil: NOW - 1 })],
    ['blocked', card({ blocked: true })],
    // The manager's own word comes before what time brings, and the end before the beginning.
    ['blocked', card({ blocked: true, validUntil: NOW - 1 })],
    ['blocked', card({ blocked: true, validFrom: NOW + 1 })],
    ['expired', card({ validFrom: NOW + 1, validUntil: NOW - 1 })],
    ['unknown', undefined],
  ] as const)('is %s for %o', (status, facts) => {
    expect(authorize(TOKEN, facts, at()).status).toBe(status)
  })

  test('names the card, its group and its end, and nothing of a card that is not known', () => {
    expect(authorize(TOKEN, card({ blocked: true, validUntil: NOW + 5 }), at())).toMatchObject({
      status: 'blocked',
      cardId: 7,
      group: 'FLEET',
      cacheUntil: NOW + 5,
    })
    expect(authorize(TOKEN, undefined, at())).toMatchObject({
      status: 'unknown',
      cardId: null,
      group: '',
      cacheUntil: null,
    })
  })

  test('is invalid for a key code that is not known, in any spelling of its type (C04.FR.01)', () => {
    expect(authorize({ value: '1234', type: 'KeyCode' }, undefined, at()).status).toBe('wrong-code')
    expect(authorize({ value: '1234', type: 'keycode' as 'KeyCode' }, undefined, at()).status).toBe('wrong-code')
  })
})

describe('without identification', () => {
  const none = { value: '', type: 'NoAuthorization' } as const

  test('is accepted where the station starts so (C02.FR.02), unless the manager wants a card there', () => {
    expect(authorize(none, undefined, at()).status).toBe('accepted')
    expect(authorize(none, undefined, at({ startsWithoutCard: false })).status).toBe('card-wanted')
    expect(authorize(none, undefined, at({ startsWithoutCard: false, purpose: 'stop' })).status).toBe('accepted')
  })
})

describe('each rule', () => {
  const night = { days: DAILY, from: 19 * 60, until: 7 * 60 }
  const elsewhere = { places: [{ stationId: 9, evseIds: null }] }
  const second = { places: [{ stationId: HERE, evseIds: [2, 3] }] }

  test.each<[string, AuthorizationStatus, CardFacts, Circumstances]>([
    ['a station of its list', 'accepted', ruled({ places: [{ stationId: HERE, evseIds: null }] }), at()],
    ['a station that is not in its list', 'not-at-this-location', ruled(elsewhere), at()],
    ['no station at all', 'not-at-this-location', ruled({ places: [] }), at()],
    ['an EVSE of its list', 'accepted', ruled(second), at({ evseId: 2 })],
    ['another EVSE', 'not-this-evse', ruled(second), at({ evseId: 1 })],
    ['an EVSE that is not said yet', 'accepted', ruled(second), at({ evseId: null, purpose: 'ask' })],
    ['its hours', 'accepted', ruled({ hours: [night] }), at({ at: NOW + 56 * MINUTE })],
    ['its hours after midnight', 'accepted', ruled({ hours: [night] }), at({ at: NOW + 12 * 60 * MINUTE })],
    ['the minute before its hours', 'not-at-this-time', ruled({ hours: [night] }), at({ at: NOW + 55 * MINUTE })],
    ['another hour', 'not-at-this-time', ruled({ hours: [night] }), at()],
    ['another day', 'not-at-this-time', ruled({ hours: [{ days: [2], from: 0, until: 1_440 }] }), at()],
    [
      'the morning after a day of its list',
      'accepted',
      ruled({ hours: [{ ...night, days: [7] }] }),
      at({ at: NOW - 12 * 60 * MINUTE }),
    ],
    [
      'the morning of a day that began nothing',
      'not-at-this-time',
      ruled({ hours: [{ ...night, days: [1] }] }),
      at({ at: NOW - 12 * 60 * MINUTE }),
    ],
    ['a second period', 'accepted', ruled({ hours: [night, { days: [1], from: 18 * 60, until: 19 * 60 }] }), at()],
    ['an hour that was told late', 'accepted', ruled({ hours: [night] }), at({ at: NOW - 12 * 60 * MINUTE })],
    ['energy that is left', 'accepted', ruled({ monthlyWh: 5_000 }), at({}, { energyWh: 4_999 })],
    ['energy that is used up', 'no-credit', ruled({ monthlyWh: 5_000 }), at({}, { energyWh: 5_000 })],
    ['sessions that are left', 'accepted', ruled({ monthlySessions: 4 }), at({}, { sessions: 3 })],
    ['sessions that are used up', 'no-credit', ruled({ monthlySessions: 4 }), at({}, { sessions: 4 })],
    ['a second session', 'charging-already', ruled({ oneAtATime: true }), at({}, { chargingAt: 5 })],
    ['a first session', 'accepted', ruled({ oneAtATime: true }), at()],
    ['a second session without that rule', 'accepted', ruled({ monthlySessions: 4 }), at({}, { chargingAt: 5 })],
    // Answered to a start alone: until then it may be here to stop the one that runs.
    ['asking while one runs', 'accepted', ruled({ oneAtATime: true }), at({ purpose: 'ask' }, { chargingAt: 5 })],
    ['asking too early', 'not-at-this-time', ruled({ hours: [night] }), at({ purpose: 'ask' })],
    [
      'asking too early where it can stop one',
      'accepted',
      ruled({ hours: [night] }),
      at({ purpose: 'ask' }, { canStopHere: true }),
    ],
    ['starting where it can stop one', 'not-at-this-time', ruled({ hours: [night] }), at({}, { canStopHere: true })],
    [
      'asking at another station',
      'not-at-this-location',
      ruled(elsewhere),
      at({ purpose: 'ask' }, { canStopHere: true }),
    ],
    // Nothing but the card itself keeps a car at the cable.
    ['stopping elsewhere, too early', 'accepted', ruled({ ...elsewhere, hours: [night] }), at({ purpose: 'stop' })],
    ['stopping when blocked', 'blocked', card({ blocked: true }), at({ purpose: 'stop' })],
    ['a MasterPass that asks', 'accepted', card({ masterPass: true }), at({ purpose: 'ask' })],
    ['a MasterPass that stops', 'accepted', card({ masterPass: true }), at({ purpose: 'stop' })],
    ['a MasterPass that starts', 'starts-nothing', card({ masterPass: true }), at()],
    [
      'a MasterPass where nobody knows it',
      'starts-nothing',
      card({ masterPass: true }),
      at({ purpose: 'ask', knowsMasterPass: () => false }),
    ],
  ])('%s: %s', (_, status, facts, circumstances) => {
    expect(authorize(TOKEN, facts, circumstances).status).toBe(status)
  })

  test('says what stands behind it', () => {
    const reason = (facts: CardFacts, use: Partial<CardUse> = {}) => authorize(TOKEN, facts, at({}, use)).reason
    expect(reason(ruled({ hours: [night] }))).toEqual({ status: 'not-at-this-time', next: NOW + 56 * MINUTE })
    expect(reason(ruled({ hours: [{ days: [1], from: 0, until: 60 }] }))).toEqual({
      status: 'not-at-this-time',
      next: Date.UTC(2026, 5, 8),
    })
    expect(reason(ruled(second))).toEqual({ status: 'not-this-evse', evseIds: [2, 3] })
    expect(reason(ruled({ monthlyWh: 5_000 }), { energyWh: 6_000 })).toEqual({
      status: 'no-credit',
      budget: 'energy',
      limit: 5_000,
      used: 6_000,
      next: Date.UTC(2026, 6, 1),
    })
    expect(reason(ruled({ oneAtATime: true }), { chargingAt: 5 })).toEqual({ status: 'charging-already', stationId: 5 })
    expect(reason(card({ validUntil: NOW }))).toEqual({ status: 'expired', since: NOW })
    expect(reason(card({ validFrom: NOW + 1 }))).toEqual({ status: 'not-yet-valid', next: NOW + 1 })
    expect(reason(card({ blocked: true }))).toBeNull()
  })

  test('bounds how long the answer may be remembered (C10.FR.13)', () => {
    const until = (facts: CardFacts) => authorize(TOKEN, facts, at()).cacheUntil
    const today = { days: DAILY, from: 18 * 60, until: 19 * 60 }
    expect(until(ruled({ hours: [today] }))).toBe(NOW + 56 * MINUTE)
    expect(until(ruled({ hours: [today] }, { validUntil: NOW + MINUTE }))).toBe(NOW + MINUTE)
    // Two periods that touch are one.
    expect(until(ruled({ hours: [today, { days: [1], from: 19 * 60, until: 20 * 60 }] }))).toBe(NOW + 116 * MINUTE)
    expect(until(ruled({ hours: [{ days: DAILY, from: 0, until: 1_440 }] }))).toBeNull()
    expect(until(ruled({ monthlyWh: 1 }))).toBe(NOW)
    expect(until(ruled({ places: [{ stationId: HERE, evseIds: null }] }))).toBeNull()
  })

  test('makes no card of that group a MasterPass, and tells the group of one that is', () => {
    expect(authorize(TOKEN, card({ group: MASTER_PASS_GROUP }), at()).group).toBe('')
    expect(authorize(TOKEN, card({ masterPass: true }), at({ purpose: 'ask' })).group).toBe(MASTER_PASS_GROUP)
  })
})

describe('whatever the rules', () => {
  const bound = fc.option(fc.integer({ min: NOW - 3, max: NOW + 3 }))
  const hours = fc.array(
    fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 1_439 }),
      until: fc.integer({ min: 0, max: 1_440 }),
    }),
    { maxLength: 3 },
  )
  const rules = fc.record({
    places: fc.option(
      fc.array(
        fc.record({
          stationId: fc.constantFrom(HERE, 9),
          evseIds: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 })),
        }),
        { maxLength: 2 },
      ),
    ),
    hours,
    monthlyWh: fc.option(fc.integer({ min: 1, max: 3 })),
    endWhenUsed: fc.boolean(),
    monthlySessions: fc.option(fc.integer({ min: 1, max: 3 })),
    oneAtATime: fc.boolean(),
  })
  const facts = fc.record({
    blocked: fc.boolean(),
    validFrom: bound,
    validUntil: bound,
    masterPass: fc.boolean(),
    rules: fc.option(rules),
  })
  const use = fc.record({
    energyWh: fc.integer({ min: 0, max: 3 }),
    sessions: fc.integer({ min: 0, max: 3 }),
    chargingAt: fc.option(fc.constantFrom(HERE, 9)),
    canStopHere: fc.boolean(),
  })
  const where = fc.record({
    evseId: fc.option(fc.integer({ min: 1, max: 3 })),
    purpose: fc.constantFrom(...PURPOSES),
    at: fc.integer({ min: NOW - 7 * 24 * 60 * MINUTE, max: NOW }),
  })
  const alone = (given: CardRules | null): CardRules[] =>
    given === null
      ? []
      : [
          { ...NO_RULES, places: given.places },
          { ...NO_RULES, hours: given.hours },
          { ...NO_RULES, monthlyWh: given.monthlyWh },
          { ...NO_RULES, monthlySessions: given.monthlySessions },
          { ...NO_RULES, oneAtATime: given.oneAtATime },
        ]

  test('it is never accepted when any of them refuses, and always when none does', () => {
    fc.assert(
      fc.property(facts, use, where, fc.constantFrom(...ID_TOKEN_TYPES, null), (change, used, place, type) => {
        fc.pre(type !== 'NoAuthorization')
        const token = { value: 'AA', type }
        const circumstances = at(place, used)
        const parts: Partial<CardFacts>[] = [
          { blocked: change.blocked },
          { validFrom: change.validFrom },
          { validUntil: change.validUntil },
          { masterPass: change.masterPass },
          ...alone(change.rules).map((only) => ({ rules: only })),
        ]
        const refusals = parts.filter((part) => authorize(token, card(part), circumstances).status !== 'accepted')
        expect(authorize(token, card(change), circumstances).status === 'accepted').toBe(refusals.length === 0)
      }),
    )
  })

  test('their order makes no difference, and neither does that of the cards of one number', () => {
    fc.assert(
      fc.property(facts, facts, use, where, fc.boolean(), (one, other, used, place, reversed) => {
        const circumstances = at(place, used)
        const turned = (given: CardRules | null) =>
          given && {
            ...given,
            places: given.places && given.places.length < 2 ? given.places : null,
            hours: reversed ? given.hours.toReversed() : given.hours,
          }
        const plain = (given: CardRules | null) => given && ({ ...turned(given), hours: given.hours } as CardRules)
        const cards = [card({ ...one, id: 1, rules: turned(one.rules) as CardRules }), card({ ...other, id: 2 })]
        const same = card({ ...one, id: 1, rules: plain(one.rules) })
        const [first, second] = cards
        if (!first || !second) throw new Error('two cards')
        expect(authorize(TOKEN, first, circumstances)).toEqual(authorize(TOKEN, same, circumstances))
        const status = decideAmong([first, second], TOKEN, circumstances).status
        expect(decideAmong([second, first], TOKEN, circumstances).status).toBe(status)
      }),
    )
  })
})

describe('in the words of each version', () => {
  const told = (status: AuthorizationStatus) => ({ ...authorize(TOKEN, undefined, at()), status })

  test('every status has its spelling', () => {
    expect(
      AUTHORIZATION_STATUSES.map((status) => [
        status,
        toIdTagInfo(told(status)).status,
        toIdTokenInfo(told(status)).status,
      ]),
    ).toEqual([
      ['accepted', 'Accepted', 'Accepted'],
      ['too-many-guesses', 'Invalid', 'Invalid'],
      ['wrong-code', 'Invalid', 'Invalid'],
      ['unknown', 'Invalid', 'Unknown'],
      ['card-wanted', 'Invalid', 'Invalid'],
      ['blocked', 'Blocked', 'Blocked'],
      ['expired', 'Expired', 'Expired'],
      ['not-yet-valid', 'Invalid', 'Invalid'],
      ['starts-nothing', 'Invalid', 'Invalid'],
      ['not-at-this-location', 'Invalid', 'NotAtThisLocation'],
      ['not-this-evse', 'Invalid', 'NotAllowedTypeEVSE'],
      ['not-at-this-time', 'Invalid', 'NotAtThisTime'],
      ['no-credit', 'Invalid', 'NoCredit'],
      ['charging-already', 'ConcurrentTx', 'ConcurrentTx'],
    ])
  })

  test('group and end of the card are told', () => {
    const decision = authorize(TOKEN, card({ validUntil: NOW + MINUTE }), at())
    expect(toIdTagInfo(decision)).toEqual({
      status: 'Accepted',
      parentIdTag: 'FLEET',
      expiryDate: '2026-06-01T18:05:00.000Z',
    })
    expect(toIdTokenInfo(decision)).toEqual({
      status: 'Accepted',
      groupIdToken: { idToken: 'FLEET', type: 'Central' },
      cacheExpiryDateTime: '2026-06-01T18:05:00.000Z',
    })
  })

  test('the EVSEs, the language and the message are told by 2.x, and no EVSE where all may be used (C01.FR.19)', () => {
    const facts = ruled(
      { places: [{ stationId: HERE, evseIds: [1, 2] }] },
      { language: 'de', message: 'Guten Abend', group: '' },
    )
    expect(toIdTokenInfo(authorize(TOKEN, facts, at()))).toEqual({
      status: 'Accepted',
      evseId: [1, 2],
      language1: 'de',
      personalMessage: { format: 'UTF8', content: 'Guten Abend', language: 'de' },
    })
    expect(toIdTagInfo(authorize(TOKEN, facts, at()))).toEqual({ status: 'Accepted' })
    // C01.FR.22: without any EVSE there is no list, and whoever is refused is not greeted.
    expect(toIdTokenInfo(authorize(TOKEN, facts, at({ stationId: 9 })))).toEqual({
      status: 'NotAtThisLocation',
      language1: 'de',
    })
  })
})
