import { canonicalToken, IDENTIFIER_CHARACTERS, isEnrollable, tokenLength } from '@shared/ocpp/idToken'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const ascii = fc.string({ unit: 'binary-ascii', maxLength: 40 })

describe('the one spelling of an identifier', () => {
  it('never changes its length, and is its own spelling', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(canonicalToken(value)).toHaveLength(value.trim().length)
        expect(canonicalToken(canonicalToken(value))).toBe(canonicalToken(value))
      }),
    )
  })

  it('is the same for every case of ASCII letters', () => {
    fc.assert(
      fc.property(ascii, (value) => {
        expect(canonicalToken(value.toLowerCase())).toBe(canonicalToken(value.toUpperCase()))
      }),
    )
  })

  // What String.toUpperCase would make one of.
  it.each([
    ['STRASSE', 'straße'],
    ['S1', 'ſ1'],
    ['I1', 'ı1'],
    ['FFI', 'ﬃ'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(canonicalToken(one)).not.toBe(canonicalToken(other))
  })
})

it('counts the characters of an identifier as the schemas do', () => {
  expect(tokenLength('A1')).toBe(2)
  expect(tokenLength('🔑1')).toBe(2)
})

it.each([
  ['04A1', true],
  ['CARD 1/2', true],
  ['X'.repeat(36), true],
  ['X'.repeat(37), false],
  ['', false],
  ['A\u202eB', false],
])('whether %j can be enrolled: %s', (token, can) => {
  expect(isEnrollable(token)).toBe(can)
})

it.each([
  ['AZ09*-_=:+|@.', true],
  ['A B', false],
  ['É', false],
  ['a', false],
])('whether %j has the characters of an identifier: %s', (token, has) => {
  expect(IDENTIFIER_CHARACTERS.test(token)).toBe(has)
})
