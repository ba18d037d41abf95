import { createCards } from '@main/cards/cards'
import { UNKNOWN_CARDS_KEPT } from '@main/cards/present'
import { type Changes, createChanges, type Subject } from '@main/changes'
import { createStations } from '@main/stations/stations'
import { findAudit, toAuditEntry } from '@main/store/queries/events'
import { findAuthorizations, toAuthorizationRecord } from '@main/store/queries/presented'
import { EnrolRequest } from '@shared/contract/cards'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { openTestStore, type TestStore } from '../../support/testStore'

const T0 = Date.UTC(2026, 0, 1)
const ALL = { stationId: null, before: null, limit: 1_000 }

let store: TestStore
let cards: ReturnType<typeof createCards>
let changes: Changes
let stationId: number
let now: number
let told: [Subject, number][]

beforeEach(async () => {
  now = T0
  told = []
  store = openTestStore({ lazyMs: 60_000 })
  changes = createChanges()
  const clock = () => now
  const registered = await createStations({ store, clock, changes }).register('test', 'CP_1', '', '')
  stationId = registered.stationId
  cards = createCards({ store, clock, changes })
  for (const subject of ['card', 'unknownCard', 'event', 'audit'] as const)
    changes.on(subject, (key) => told.push([subject, key]))
})

const enrol = (card: z.input<typeof EnrolRequest>) => cards.enrol('manager', EnrolRequest.parse(card))
const present = (value: string, type: 'ISO14443' | 'KeyCode' | 'Local' | null = 'ISO14443') =>
  cards.present(stationId, { value, type }).status
/** Lets what was written lazily be written. */
const written = () => store.writer.write(() => null)
const audit = () => findAudit(store.read, ALL).rows.map(toAuditEntry)
const authorizations = () => findAuthorizations(store.read, ALL).rows.map(toAuthorizationRecord)

async function enrolled(card: z.input<typeof EnrolRequest>): Promise<number> {
  const outcome = await enrol(card)
  if (outcome.kind !== 'enrolled') throw new Error(outcome.kind)
  return outcome.card.id
}

describe('looking a card up', () => {
  test('ignores case and outer spaces, both ways', async () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 8, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(hex, async (token) => {
        await enrol({ token })
        for (const spelt of [token, token.toLowerCase(), token.toUpperCase(), ` ${token} `]) {
          expect(present(spelt)).toBe('accepted')
          expect(present(spelt, null)).toBe('accepted')
        }
      }),
      { numRuns: 30 },
    )
  })

  test('asks for number and type where the version has types, and for the number alone where it has none', async () => {
    await enrol({ token: 'AA', tokenType: 'Local' })
    expect(present('AA', 'Local')).toBe('accepted')
    expect(present('AA', 'ISO14443')).toBe('unknown')
    expect(present('AA', null)).toBe('accepted')
    expect(present('A', null)).toBe('unknown')
  })

  test('without a type a blocked card of the number wins, whichever was enrolled first', async () => {
    await enrol({ token: 'AA', tokenType: 'Local' })
    await enrol({ token: 'AA', tokenType: 'ISO14443', blocked: true })
    await enrol({ token: 'BB', tokenType: 'Local', blocked: true })
    await enrol({ token: 'BB', tokenType: 'ISO14443' })
    expect(present('AA', null)).toBe('blocked')
    expect(present('BB', null)).toBe('blocked')
    expect(present('BB')).toBe('accepted')
  })

  test('without a type one card of the number that is good does', async () => {
    await enrol({ token: 'AA', tokenType: 'Local', validUntil: T0 })
    await enrol({ token: 'AA', tokenType: 'ISO14443' })
    expect(present('AA', null)).toBe('accepted')
  })

  test('follows the clock', async () => {
    await enrol({ token: 'AA', validFrom: T0 + 10, validUntil: T0 + 20 })
    const seen = [T0, T0 + 9, T0 + 10, T0 + 19, T0 + 20].map((at) => {
      now = at
      return present('AA')
    })
    expect(seen).toEqual(['not-yet-valid', 'not-yet-valid', 'accepted', 'accepted', 'expired'])
  })
})

describe('enrolling', () => {
  test('stores the card, writes it to the audit trail and tells', async () => {
    const outcome = await enrol({ token: '04a22b', holder: 'Ada', group: 'fleet' })
    expect(outcome).toMatchObject({
      kind: 'enrolled',
      card: { token: '04A22B', tokenType: 'ISO14443', group: 'FLEET' },
    })
    expect(audit()[0]).toMatchObject({
      at: T0,
      actor: 'manager',
      action: 'card-enrolled',
      subject: '04A22B',
      detail: { holder: 'Ada', group: 'FLEET', blocked: false },
    })
    expect(told).toEqual([
      ['card', 1],
      ['audit', 0],
    ])
  })

  test('the same number and type twice keeps the first', async () => {
    const id = await enrolled({ token: 'AA', holder: 'Ada' })
    expect(await enrol({ token: 'aa', holder: 'Bob' })).toMatchObject({
      kind: 'already-enrolled',
      card: { id, holder: 'Ada' },
    })
    expect(await enrol({ token: 'aa', tokenType: 'Local' })).toMatchObject({ kind: 'enrolled' })
    expect(audit().filter((entry) => entry.action === 'card-enrolled')).toHaveLength(2)
  })

  test('two at the same moment enrol one', async () => {
    const outcomes = await Promise.all([enrol({ token: 'AA' }), enrol({ token: 'AA' })])
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['enrolled', 'already-enrolled'])
  })

  test('a card that ends before it begins is refused, on enrolment and on change', async () => {
    expect(await enrol({ token: 'AA', validFrom: 5, validUntil: 5 })).toEqual({ kind: 'ends-before-it-begins' })
    const cardId = await enrolled({ token: 'AA', validFrom: 5 })
    expect(await cards.change('manager', { cardId, validUntil: 4 })).toEqual({ kind: 'ends-before-it-begins' })
    expect(cards.get(cardId).validUntil).toBeNull()
  })

  test('an end that the protocols can not write is refused at the border', () => {
    expect(EnrolRequest.safeParse({ token: 'AA', validUntil: 9e15 }).success).toBe(false)
    expect(EnrolRequest.safeParse({ token: 'AA', validUntil: Date.UTC(10_000, 0, 1) }).success).toBe(false)
    expect(EnrolRequest.safeParse({ token: 'AA', validUntil: Date.UTC(9_999, 11, 31) }).success).toBe(true)
  })
})

describe('changing', () => {
  test('writes the fields that changed with both values, and names blocking by its name', async () => {
    const cardId = await enrolled({ token: 'AA', holder: 'Ada' })
    await cards.change('manager', { cardId, holder: 'Bob', label: '' })
    await cards.change('manager', { cardId, blocked: true })
    await cards.change('manager', { cardId, blocked: false, holder: 'Eve' })
    await cards.change('manager', { cardId, holder: 'Eve' })
    expect(audit().slice(0, 3).reverse()).toMatchObject([
      { action: 'card-changed', detail: { holder: ['Ada', 'Bob'] } },
      { action: 'card-blocked', detail: { blocked: [false, true] } },
      { action: 'card-unblocked', detail: { blocked: [true, false], holder: ['Bob', 'Eve'] } },
    ])
    expect(audit().filter((entry) => entry.subject === 'AA')).toHaveLength(4)
    await expect(cards.change('manager', { cardId: 99 })).rejects.toMatchObject({ code: 'UNKNOWN_CARD' })
  })

  test('counts at once for the next presentation', async () => {
    const cardId = await enrolled({ token: 'AA' })
    expect(present('AA')).toBe('accepted')
    await cards.change('manager', { cardId, blocked: true })
    expect(present('AA')).toBe('blocked')
  })

  test('counts at once also for a card that was presented while the change waited to be written', async () => {
    const cardId = await enrolled({ token: 'AA' })
    let atAnnouncement: string | undefined
    changes.on('card', () => {
      atAnnouncement = present('aa')
    })
    const change = cards.change('manager', { cardId, blocked: true })
    expect([present('AA'), present('aa'), present('AA', null)]).toEqual(['accepted', 'accepted', 'accepted'])
    await change
    expect(atAnnouncement).toBe('blocked')
    expect([present('AA'), present('aa'), present('AA', null)]).toEqual(['blocked', 'blocked', 'blocked'])
    await cards.change('manager', { cardId, blocked: false })
    expect([present('AA'), present('AA', null)]).toEqual(['accepted', 'accepted'])
  })

  test('counts at once for a card that was not known when it was presented', async () => {
    expect([present('AA'), present('AA', null)]).toEqual(['unknown', 'unknown'])
    const enrolment = enrol({ token: 'AA' })
    expect(present('AA')).toBe('unknown')
    await enrolment
    expect([present('AA'), present('AA', null)]).toEqual(['accepted', 'accepted'])
  })

  test('leaves everything as it is when it could not be written', async () => {
    const cardId = await enrolled({ token: 'AA' })
    expect(present('AA')).toBe('accepted')
    const change = store.writer
      .write((db) => db.pragma('query_only = ON'))
      .then(() => cards.change('manager', { cardId, blocked: true }))
    await expect(change).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' })
    expect(present('AA')).toBe('accepted')
  })
})

describe('unknown cards', () => {
  test('are remembered with where, when and how often, newest first, until they are enrolled', async () => {
    present('AA')
    present('BB', null)
    now += 5
    present('aa')
    await written()
    expect(cards.unknown()).toMatchObject([
      { token: 'AA', tokenType: 'ISO14443', stationIdentity: 'CP_1', firstSeenAt: T0, lastSeenAt: T0 + 5, times: 2 },
      { token: 'BB', tokenType: null, times: 1 },
    ])
    expect(authorizations().map(({ token, status }) => `${token} ${status}`)).toEqual([
      'AA unknown',
      'BB unknown',
      'AA unknown',
    ])
    told = []
    await enrol({ token: 'BB', tokenType: 'Local' })
    // A number that came without a type is answered by whatever type it is enrolled with.
    expect(cards.unknown().map((card) => card.token)).toEqual(['AA'])
    expect(told).toContainEqual(['unknownCard', 2])
  })

  test.each(['04-A1-B2-C3', '04:a1:b2:c3', 'CARD 1/2', 'Ä77#', 'straße', '🔑7'])(
    'charge once they are enrolled with the number they have on the list (%s)',
    async (presented) => {
      expect(present(presented, null)).toBe('unknown')
      await written()
      const seen = cards.unknown()[0]?.token ?? ''
      expect(await enrol({ token: seen })).toMatchObject({ kind: 'enrolled' })
      expect(cards.unknown()).toEqual([])
      expect(present(presented, null)).toBe('accepted')
      expect(present(presented)).toBe('accepted')
    },
  )

  test('with letters that upper case would make one are two', async () => {
    await enrol({ token: 'STRASSE' })
    expect(present('strasse', null)).toBe('accepted')
    expect(present('straße', null)).toBe('unknown')
  })

  test('are on the list promptly: the manager stands there and waits', async () => {
    const { promise, resolve } = promised()
    const poll = () => (cards.countUnknown() > 0 ? resolve() : setImmediate(poll))
    present('AA')
    poll()
    await promise
  })

  test('are dismissed once, with a trace', async () => {
    present('AA')
    await written()
    expect(await cards.dismissUnknown('manager', 1)).toBe(true)
    expect(await cards.dismissUnknown('manager', 1)).toBe(false)
    expect(cards.unknown()).toEqual([])
    expect(audit()[0]).toMatchObject({ action: 'unknown-card-dismissed', subject: 'AA' })
    expect(told.filter(([subject]) => subject === 'audit')).toHaveLength(1)
  })

  test('are kept up to a bound, the ones seen longest ago gone first', async () => {
    for (let index = 0; index < UNKNOWN_CARDS_KEPT + 5; index += 1) {
      now += 1
      present(`C${index}`)
    }
    await written()
    expect(cards.countUnknown()).toBe(UNKNOWN_CARDS_KEPT)
    expect(cards.unknown().at(-1)?.token).toBe('C5')
  })

  test('an empty number is nothing to enrol', async () => {
    present(' ')
    await written()
    expect(cards.unknown()).toEqual([])
    expect(authorizations()).toHaveLength(1)
  })
})

function promised(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
