import { cards, EnrolRequest, TokenValue } from '@shared/contract/cards'
import { expect, it } from 'vitest'

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
  })
})

it.each([
  ['04:a1:b2:c3', '04A1B2C3'],
  ['04 a1 b2 c3', '04A1B2C3'],
  ['04-A1-B2-C3', '04A1B2C3'],
  // Only pairs of hexadecimal digits are taken apart: a dash elsewhere belongs to the number.
  ['fleet-17', 'FLEET-17'],
])('reads the card number %s as %s', (typed, stored) => {
  expect(TokenValue.parse(typed)).toBe(stored)
})
