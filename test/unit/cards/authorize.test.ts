import { authorize, type CardFacts } from '@main/cards/authorize'
import { toIdTokenInfo } from '@main/csms/v2x/authorization'
import { toIdTagInfo } from '@main/csms/v16/authorization'
import { AUTHORIZATION_STATUSES } from '@shared/ocpp/authorization'
import { ID_TOKEN_TYPES } from '@shared/ocpp/idToken'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const NOW = Date.UTC(2026, 5, 1)
const TOKEN = { value: 'AA', type: 'ISO14443' } as const

const card = (change: Partial<CardFacts> = {}): CardFacts => ({
  id: 7,
  group: 'FLEET',
  validFrom: null,
  validUntil: null,
  blocked: false,
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
    expect(authorize(TOKEN, facts, NOW).status).toBe(status)
  })

  test('names the card, its group and its end, and nothing of a card that is not known', () => {
    expect(authorize(TOKEN, card({ blocked: true, validUntil: NOW + 5 }), NOW)).toEqual({
      status: 'blocked',
      cardId: 7,
      group: 'FLEET',
      validUntil: NOW + 5,
    })
    expect(authorize(TOKEN, undefined, NOW)).toEqual({ status: 'unknown', cardId: null, group: '', validUntil: null })
  })

  test('is accepted where a station charges without identification', () => {
    expect(authorize({ value: '', type: 'NoAuthorization' }, undefined, NOW).status).toBe('accepted')
  })

  test('is never accepted when any rule is against it, and always when none is', () => {
    const bound = fc.option(fc.integer({ min: NOW - 3, max: NOW + 3 }))
    const facts = fc.record({ blocked: fc.boolean(), validFrom: bound, validUntil: bound })
    fc.assert(
      fc.property(facts, fc.constantFrom(...ID_TOKEN_TYPES, null), (change, type) => {
        fc.pre(type !== 'NoAuthorization')
        const { blocked, validFrom, validUntil } = change
        const against = blocked || (validFrom !== null && NOW < validFrom) || (validUntil !== null && NOW >= validUntil)
        const { status } = authorize({ value: 'AA', type }, card(change), NOW)
        expect(status === 'accepted').toBe(!against)
      }),
    )
  })
})

describe('in the words of each version', () => {
  const worded = AUTHORIZATION_STATUSES.map((status) => {
    const decision = { status, cardId: null, group: '', validUntil: null }
    return [status, toIdTagInfo(decision).status, toIdTokenInfo(decision).status]
  })

  test('every status has its spelling', () => {
    expect(worded).toEqual([
      ['accepted', 'Accepted', 'Accepted'],
      ['blocked', 'Blocked', 'Blocked'],
      ['expired', 'Expired', 'Expired'],
      ['not-yet-valid', 'Invalid', 'Invalid'],
      ['unknown', 'Invalid', 'Unknown'],
    ])
  })

  test('group and end of the card are told', () => {
    const decision = { status: 'accepted', cardId: 1, group: 'FLEET', validUntil: NOW } as const
    expect(toIdTagInfo(decision)).toEqual({
      status: 'Accepted',
      parentIdTag: 'FLEET',
      expiryDate: '2026-06-01T00:00:00.000Z',
    })
    expect(toIdTokenInfo(decision)).toEqual({
      status: 'Accepted',
      groupIdToken: { idToken: 'FLEET', type: 'Central' },
      cacheExpiryDateTime: '2026-06-01T00:00:00.000Z',
    })
  })
})
