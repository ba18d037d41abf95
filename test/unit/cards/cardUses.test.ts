import { type Cards, createCards } from '@main/cards/cards'
import { createChanges } from '@main/changes'
import { type CardRules, NO_RULES } from '@shared/contract/cardRules'
import { EnrolRequest } from '@shared/contract/cards'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { openLedger } from '../../support/ledgerUnderTest'

const AT = Date.UTC(2026, 5, 10, 12)
const iso = (ms: number) => new Date(ms).toISOString()

async function openCardLedger() {
  const ledger = await openLedger({}, { clock: () => AT })
  const { cards } = ledger
  const enrol = async (request: z.input<typeof EnrolRequest>, rules: Partial<CardRules> = {}) => {
    const outcome = await cards.enrol('test', EnrolRequest.parse({ ...request, rules: { ...NO_RULES, ...rules } }))
    if (outcome.kind !== 'enrolled') throw new Error(outcome.kind)
    return outcome.card
  }
  const start = (idTag: string, connectorId = 1, at = AT, meterStart = 0) =>
    ledger.send('ocpp1.6', 'StartTransaction', { idTag, connectorId, meterStart, timestamp: iso(at) }) as Promise<{
      transactionId: number
      idTagInfo: { status: string }
    }>
  const stop = (transactionId: number, meterStop: number, at = AT + 1) =>
    ledger.send('ocpp1.6', 'StopTransaction', { transactionId, meterStop, timestamp: iso(at) })
  return { ledger, cards, enrol, start, stop }
}

const here = (cards: Cards, cardId: number, stationId: number, evseId: number | null = 3) =>
  cards.check(cardId, { stationId, evseId, at: AT })

test('a monthly budget counts the sessions that began in the month, as the ledger has them', async () => {
  const { ledger, cards, enrol, start, stop } = await openCardLedger()
  const { id } = await enrol({ token: 'AA' }, { monthlyWh: 10_000, monthlySessions: 3 })
  const may = await start('AA', 1, Date.UTC(2026, 4, 20))
  await stop(may.transactionId, 50_000, Date.UTC(2026, 4, 21))
  const first = await start('aa')
  await stop(first.transactionId, 4_000)
  expect(here(cards, id, ledger.stationId)).toMatchObject({ status: 'accepted' })
  const second = await start('AA', 1, AT + 10, 4_000)
  await stop(second.transactionId, 10_500, AT + 20)
  ledger.sessions().catchUp()
  expect(here(cards, id, ledger.stationId)).toMatchObject({
    status: 'no-credit',
    reason: { budget: 'energy', limit: 10_000, used: 10_500 },
  })
  expect(await start('AA', 1, AT + 30)).toMatchObject({ idTagInfo: { status: 'Invalid' } })
  // What is counted in memory is what a fresh look into the ledger finds.
  ledger.sessions().catchUp()
  const counted = here(cards, id, ledger.stationId).reason
  const fresh = createCards({ store: ledger.store, clock: () => AT, changes: createChanges() })
  expect(here(fresh, id, ledger.stationId).reason).toEqual(counted)
  expect(counted).toMatchObject({ used: 10_500 })
})

test('a card that may have one session at a time gets no second one elsewhere, also in the same moment', async () => {
  const { ledger, cards, enrol, start, stop } = await openCardLedger()
  const { id } = await enrol({ token: 'AA' }, { oneAtATime: true })
  const [first, second] = await Promise.all([start('AA', 1), start('AA', 2)])
  expect([first.idTagInfo.status, second.idTagInfo.status]).toEqual(['Accepted', 'ConcurrentTx'])
  // A start that is told again in other words at the very EVSE is not a second one: refusing it would end the session.
  expect((await start('AA', 1, AT + 1)).idTagInfo.status).toBe('Accepted')
  expect(here(cards, id, ledger.stationId)).toMatchObject({
    status: 'charging-already',
    reason: { stationId: ledger.stationId },
  })
  for (const { transactionId } of [first, second]) await stop(transactionId, 1)
  const third = await start('AA', 1, AT + 2)
  await stop(third.transactionId, 1, AT + 3)
  for (let id = 1; id <= 4; id += 1) await stop(id, 2, AT + 5)
  ledger.sessions().catchUp()
  expect(here(cards, id, ledger.stationId).status).toBe('accepted')
})

test('what a lost card has used counts for the one that was given for it', async () => {
  const { ledger, cards, enrol, start, stop } = await openCardLedger()
  const lost = await enrol({ token: 'AA', holder: 'Ada', tags: ['flat 3'] }, { monthlySessions: 1 })
  const { transactionId } = await start('AA')
  await stop(transactionId, 1)
  const outcome = await cards.replace('test', lost.id, 'BB', 'ISO14443')
  if (outcome.kind !== 'replaced') throw new Error(outcome.kind)
  expect(outcome).toMatchObject({
    lost: { blocked: true, replacedBy: outcome.card.id },
    card: { token: 'BB', holder: 'Ada', tags: ['flat 3'], replaces: lost.id, blocked: false },
  })
  ledger.sessions().catchUp()
  expect(here(cards, outcome.card.id, ledger.stationId).status).toBe('no-credit')
  expect(here(cards, lost.id, ledger.stationId).status).toBe('blocked')
  expect((await cards.replace('test', lost.id, 'CC', 'ISO14443')).kind).toBe('already-replaced')
  expect((await cards.replace('test', outcome.card.id, 'AA', 'ISO14443')).kind).toBe('already-enrolled')
})

test('a card of the group is let in at any hour to stop what runs, and starts nothing', async () => {
  const { ledger, cards, enrol, start } = await openCardLedger()
  await enrol({ token: 'AA', group: 'FLAT3' })
  const never = { hours: [{ days: [1], from: 0, until: 1 }] }
  await enrol({ token: 'BB', group: 'FLAT3' }, never)
  await enrol({ token: 'CC', group: 'FLAT4' }, never)
  const ask = (value: string) => cards.present(ledger.stationId, { value, type: null }).status
  expect(ask('BB')).toBe('not-at-this-time')
  await start('AA')
  ledger.sessions().catchUp()
  expect([ask('BB'), ask('CC')]).toEqual(['accepted', 'not-at-this-time'])
  expect((await start('BB', 2)).idTagInfo.status).toBe('Invalid')
})
