import { ASK_AGAIN_MS, createBudgetEnds } from '@main/cards/budgetEnds'
import type { LedgerSession } from '@main/cards/cardUses'
import { NO_RULES } from '@shared/contract/cardRules'
import { expect, test } from 'vitest'

const CARD = {
  id: 7,
  group: '',
  validFrom: null,
  validUntil: null,
  blocked: false,
  masterPass: false,
  language: '',
  message: '',
}
const SESSION: LedgerSession = {
  id: 1,
  stationId: 2,
  transactionId: 'T',
  evseId: 1,
  token: 'AA',
  tokenType: '',
  begunAt: 0,
  energyWh: 0,
  runs: true,
}

function open(rules: Partial<typeof NO_RULES>) {
  const state = { used: 0, now: 0, ended: [] as number[] }
  const take = createBudgetEnds({
    cardsOf: ({ value }) => (value === 'AA' ? [{ ...CARD, rules: { ...NO_RULES, ...rules } }] : []),
    energyWh: () => state.used,
    clock: () => state.now,
    end: ({ id }) => state.ended.push(id),
  })
  return { state, take: (change: Partial<LedgerSession> = {}) => take([{ ...SESSION, ...change }]) }
}

test('a session is ended when the energy is used up, and its station asked again when it goes on', () => {
  const { state, take } = open({ monthlyWh: 1_000, endWhenUsed: true })
  state.used = 999
  take()
  expect(state.ended).toEqual([])
  state.used = 1_000
  take()
  state.now = ASK_AGAIN_MS - 1
  take()
  expect(state.ended).toEqual([1])
  state.now = ASK_AGAIN_MS
  take()
  expect(state.ended).toEqual([1, 1])
})

test.each([
  ['where that is not wanted', { monthlyWh: 1, endWhenUsed: false }, {}],
  ['without a bound', { monthlyWh: null, endWhenUsed: true }, {}],
  ['that has ended', { monthlyWh: 1, endWhenUsed: true }, { runs: false }],
  ['of nobody', { monthlyWh: 1, endWhenUsed: true }, { token: null }],
  ['of another card', { monthlyWh: 1, endWhenUsed: true }, { token: 'BB' }],
] as const)('no session is ended %s', (_, rules, session) => {
  const { state, take } = open(rules)
  state.used = 5_000
  take(session)
  expect(state.ended).toEqual([])
})
