import type { CardFacts } from '@main/cards/authorize'
import type { LookedUp } from '@main/cards/lookUp'
import { REMEMBERED_MAX, rememberCards } from '@main/cards/rememberedCards'
import type { IdToken } from '@shared/ocpp/idToken'
import { beforeEach, expect, test } from 'vitest'

const CARD: CardFacts = {
  id: 1,
  group: '',
  validFrom: null,
  validUntil: null,
  blocked: false,
  masterPass: false,
  rules: null,
  language: '',
  message: '',
}
const KNOWN: LookedUp = { cards: [CARD], isSecret: false }
const UNKNOWN: LookedUp = { cards: [], isSecret: false }
const token = (value: string, type: IdToken['type'] = 'ISO14443'): IdToken => ({ value, type })

let looked: IdToken[]
let known: LookedUp
const remembered = () =>
  rememberCards((asked) => {
    looked.push(asked)
    return known
  })

beforeEach(() => {
  looked = []
  known = KNOWN
})

test('an identifier is looked up once, also when it is not known, until the cards have changed', () => {
  const cards = remembered()
  expect([cards.of(token('AA')), cards.of(token('AA'))]).toEqual([KNOWN, KNOWN])
  known = UNKNOWN
  expect([cards.of(token('BB')), cards.of(token('BB')), cards.of(token('AA'))]).toEqual([UNKNOWN, UNKNOWN, KNOWN])
  expect(looked.map(({ value }) => value)).toEqual(['AA', 'BB'])
  cards.forget()
  expect([cards.of(token('AA')), cards.of(token('BB'))]).toEqual([UNKNOWN, UNKNOWN])
  expect(looked).toHaveLength(4)
})

test('the same number of another type, and of no type, is another identifier', () => {
  const cards = remembered()
  for (const type of ['ISO14443', 'Local', null] as const) cards.of(token('AA', type))
  expect(looked.map(({ type }) => type)).toEqual(['ISO14443', 'Local', null])
})

test('no more is held than the limit, of whatever types it is', () => {
  const cards = remembered()
  const half = REMEMBERED_MAX / 2
  for (let index = 0; index < half; index += 1) cards.of(token(`C${index}`))
  for (let index = 0; index < half; index += 1) cards.of(token(`C${index}`, null))
  looked = []
  cards.of(token('C0'))
  expect(looked).toEqual([])
  cards.of(token('one more'))
  for (const one of [token('C0'), token('C0', null), token('one more')]) cards.of(one)
  expect(looked.map(({ value }) => value)).toEqual(['one more', 'C0', 'C0'])
})
