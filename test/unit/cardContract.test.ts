import { cards, EnrolRequest, TokenValue } from '@shared/contract/cards'
import { canonicalToken, ID_TOKEN_MAX_LENGTH } from '@shared/ocpp/idToken'
import { isPrintable } from '@shared/printable'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

it('leaves a field alone that a change does not name', async () => {
  const schema = cards.update['~orpc'].inputSchema
  const checked = await schema?.['~standard'].validate({ cardId: 7, blocked: true })
  expect(checked).toEqual({ value: { cardId: 7, blocked: true } })
})

it('fills in what an enrolment leaves out', () => {
  expect(EnrolRequest.parse({ token: '04a1' })).toEqual({
    token: '04A1',
    tokenType: 'ISO14443',
    holder: '',
    label: '',
    group: '',
    validFrom: null,
    validUntil: null,
    blocked: false,
    tags: [],
    masterPass: false,
    rules: null,
    language: '',
    message: '',
    offline: 'auto',
  })
})

it.each([
  ['04-A1-B2-C3', '04-A1-B2-C3'],
  ['04:a1:b2:c3', '04:A1:B2:C3'],
  [' fleet-17 ', 'FLEET-17'],
  // An idTag of 1.6 may hold any character, and letters beyond ASCII keep their case.
  ['card 1/2', 'CARD 1/2'],
  ['Ä77#', 'Ä77#'],
  ['straße', 'STRAßE'],
  ['🔑'.repeat(36), '🔑'.repeat(36)],
])('takes the card number %s as %s, with nothing taken out', (presented, stored) => {
  expect(TokenValue.parse(presented)).toBe(stored)
})

it.each(['', '  ', 'X'.repeat(37), 'CARD\u202e1', 'A\u200bB', 'A\nB', 'A\u0000', '\ud800'])(
  'refuses the card number %j',
  (token) => {
    expect(TokenValue.safeParse(token).success).toBe(false)
  },
)

it('takes every number that a charger can present, in the spelling under which it is looked up', () => {
  // Chosen letter by letter: nearly every longer text of any code points has one in it that can't be seen.
  const codePoint = fc.oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0x1_ffff }))
  const letter = codePoint.map((number) => String.fromCodePoint(number)).filter(isPrintable)
  const presented = fc.string({ unit: letter, minLength: 1, maxLength: ID_TOKEN_MAX_LENGTH })
  fc.assert(
    fc.property(presented, (value) => {
      const token = canonicalToken(value)
      fc.pre(token !== '' && isPrintable(token))
      expect(TokenValue.parse(value)).toBe(token)
      // Enrolled from the list of unknown cards, where it stands in its one spelling already.
      expect(TokenValue.parse(token)).toBe(token)
    }),
  )
})

describe('a group', () => {
  it.each([
    [' fleet-1 ', 'FLEET-1'],
    ['x'.repeat(20), 'X'.repeat(20)],
    ['', ''],
  ])('%j is kept as %j', (group, stored) => {
    expect(EnrolRequest.parse({ token: '04', group }).group).toBe(stored)
  })

  // It is sent as parentIdTag (CiString20Type) and as groupIdToken (identifierString).
  it.each(['x'.repeat(21), 'ß'.repeat(20), 'süd', 'two words', 'a\u200bb', 'ﬃ'.repeat(20)])(
    '%j is refused',
    async (group) => {
      expect(EnrolRequest.safeParse({ token: '04', group }).success).toBe(false)
      const changed = await cards.update['~orpc'].inputSchema?.['~standard'].validate({ cardId: 7, group })
      expect(changed).toHaveProperty('issues')
    },
  )
})
