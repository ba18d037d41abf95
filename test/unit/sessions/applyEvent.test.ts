import { applyEvent, fell, isLate, NO_SESSION, type SessionFacts } from '@main/sessions/applyEvent'
import { doubtsOf } from '@main/sessions/doubts'
import type { ReceivedEvent, SessionEvent } from '@main/sessions/sessionEvent'
import { NOTHING, stateOf } from '@main/sessions/sessionState'
import { CHARGING_STATES } from '@shared/ocpp/session'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const T0 = Date.UTC(2026, 0, 1)

const event = (change: Partial<SessionEvent> = {}): SessionEvent => ({
  phase: 'updated',
  at: T0,
  seqNo: null,
  evseId: null,
  connectorId: null,
  token: null,
  chargingState: null,
  readings: [],
  stopReason: null,
  stops: false,
  ...change,
})
const reading = (at: number, energyWh: number | null, powerW: number | null = null) => ({ at, energyWh, powerW })
const play = (events: readonly SessionEvent[]): SessionFacts =>
  events.reduce((facts, one) => applyEvent(facts, received(one)), NO_SESSION)
const received = (one: SessionEvent): ReceivedEvent => ({
  event: one,
  receivedAt: T0 + 3_600_000,
  authorization: one.token && 'accepted',
  cardGroup: '',
})
const doubts = (facts: SessionFacts) => doubtsOf({ ...NOTHING, facts }, { superseded: false, orphanStop: false })

const CARD = { value: 'AA', type: 'ISO14443' } as const
const OTHER = { value: 'BB', type: 'ISO14443' } as const

/** A whole transaction as a correct station of either version tells it. */
const stream = fc
  .record({
    counts: fc.boolean(),
    beginsWithCard: fc.boolean(),
    steps: fc.array(
      fc.record({
        // Stations with clocks of whole seconds tell several events in one moment.
        later: fc.constantFrom(0, 0, 1_000, 60_000),
        state: fc.option(fc.constantFrom(...CHARGING_STATES)),
        card: fc.option(fc.constantFrom(CARD, OTHER)),
        energy: fc.option(fc.nat(5_000)),
        power: fc.option(fc.nat(22_000)),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ counts, beginsWithCard, steps }) => {
    let at = T0
    let register = 1_000
    return steps.map((step, index): SessionEvent => {
      at += step.later
      register += step.energy ?? 0
      const last = index === steps.length - 1 && index > 0
      const phase = index === 0 ? 'started' : last ? 'ended' : 'updated'
      return event({
        phase,
        at,
        seqNo: counts ? index : null,
        evseId: 1,
        connectorId: 1,
        // 1.6 names a card at the start and the stop only.
        token: index === 0 ? (beginsWithCard || !counts ? CARD : null) : counts || last ? step.card : null,
        chargingState: counts ? step.state : null,
        readings:
          step.energy === null && step.power === null
            ? []
            : [reading(at, step.energy === null ? null : register, step.power)],
        stopReason: phase === 'ended' ? 'Local' : null,
      })
    })
  })

describe('the order of arrival', () => {
  const shuffled = stream.chain((events) =>
    fc.record({
      events: fc.constant(events),
      arrived: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
    }),
  )

  test('makes no difference to what is known in the end', () => {
    fc.assert(
      fc.property(shuffled, ({ events, arrived }) => {
        // Late readings are looked at all together, see `isLate`.
        expect({ ...play(arrived), meterFell: false }).toEqual({ ...play(events), meterFell: false })
      }),
      { numRuns: 500 },
    )
  })

  test('never brings a session back to life', () => {
    fc.assert(
      fc.property(shuffled, ({ arrived }) => {
        let ended = false
        let facts = NO_SESSION
        for (const one of arrived) {
          facts = applyEvent(facts, received(one))
          ended ||= one.phase === 'ended'
          expect(stateOf(facts)).toBe(ended ? 'ended' : 'running')
        }
      }),
    )
  })
})

describe('what is known of a session', () => {
  test('is what its events said', () => {
    const facts = play([
      event({
        phase: 'started',
        seqNo: 0,
        evseId: 2,
        connectorId: 1,
        token: CARD,
        chargingState: 'connected',
        readings: [reading(T0, 100)],
      }),
      event({ at: T0 + 1_000, seqNo: 1, chargingState: 'charging', readings: [reading(T0 + 1_000, 150, 7_000)] }),
      event({
        phase: 'ended',
        at: T0 + 2_000,
        seqNo: 2,
        token: OTHER,
        stopReason: 'Remote',
        readings: [reading(T0 + 2_000, 300, 0)],
      }),
    ])
    expect(stateOf(facts)).toBe('ended')
    // The cards have no group in common.
    expect(doubts(facts)).toEqual(['two-cards'])
    expect(facts).toMatchObject({
      evseId: 2,
      connectorId: 1,
      token: CARD,
      authorization: 'accepted',
      chargingState: 'charging',
      startedAt: T0,
      endedAt: T0 + 2_000,
      meterStartWh: 100,
      meterLastWh: 300,
      powerW: 0,
      stopReason: 'Remote',
    })
  })

  test('belongs to the first card it named, though the one that stopped it came in first', () => {
    const stop = event({ phase: 'ended', at: T0 + 9_000, seqNo: 2, token: OTHER })
    const late = event({ at: T0 + 1_000, seqNo: 1, token: CARD })
    expect(play([stop, event({ phase: 'started', seqNo: 0 }), late]).token).toEqual(CARD)
  })

  test('follows the count of the station where its clock stood still or was set back', () => {
    const charging = event({ seqNo: 4, at: T0, chargingState: 'charging' })
    const suspended = event({ seqNo: 5, at: T0 - 3_600_000, chargingState: 'suspended-by-vehicle' })
    expect(play([suspended, charging]).chargingState).toBe('suspended-by-vehicle')
  })

  test('takes the lower of two registers at its first moment and the higher at its last', () => {
    const facts = play([event({ readings: [reading(T0, 20)] }), event({ readings: [reading(T0, 10)] })])
    expect(facts).toMatchObject({ meterStartWh: 10, meterLastWh: 20 })
  })
})

describe('doubts', () => {
  const started = event({ phase: 'started', readings: [reading(T0, 100)] })
  const ended = event({ phase: 'ended', at: T0 + 60_000, readings: [reading(T0 + 60_000, 500)] })
  test.each([
    ['none in a whole session', [started, ended], []],
    ['none while it runs', [started], []],
    ['no start', [ended], ['no-start', 'no-end-meter']],
    ['no start of an update', [event({ readings: [reading(T0, 1)] })], ['no-start']],
    ['no meter at the end', [started, { ...ended, readings: [] }], ['no-end-meter']],
    [
      'no meter at all',
      [
        { ...started, readings: [] },
        { ...ended, readings: [] },
      ],
      ['no-end-meter'],
    ],
    ['a session of no length', [started, { ...ended, at: T0, readings: [] }], []],
    ['a meter that went back', [started, { ...ended, readings: [reading(T0 + 60_000, 50)] }], ['meter-went-back']],
  ] as const)('%s', (_, events, expected) => {
    expect(doubts(play(events))).toEqual(expected)
  })

  test.each([
    ['two ends', [started, ended, { ...ended, at: T0 + 61_000 }], ['conflict']],
    ['a fall in between', [started, event({ readings: [reading(T0 + 1_000, 50)] }), ended], ['meter-went-back']],
    ['a last digit that was cut off', [started, event({ readings: [reading(T0 + 1_000, 509)] }), ended], []],
  ] as const)('%s', (_, events, expected) => {
    expect(doubts(play(events))).toEqual(expected)
  })

  test('a fall that a late reading explains or brings is found in all readings', () => {
    const facts = play([started, ended])
    expect(isLate(facts, received(event({ readings: [reading(T0 + 1_000, 600)] })))).toBe(true)
    expect(isLate(facts, received(event({ readings: [reading(T0 + 90_000, 600)] })))).toBe(false)
    expect(isLate(facts, received(event({ readings: [reading(T0 + 1_000, null, 600)] })))).toBe(false)
    expect(fell([reading(1, 100), reading(2, null), reading(3, 89)])).toBe(true)
    expect(fell([reading(1, 100), reading(2, null), reading(3, 90)])).toBe(false)
  })

  test('where events disagree about the place or the reason, the station’s own order decides', () => {
    const events = [
      event({ phase: 'started', seqNo: 0, evseId: 1, connectorId: 1 }),
      event({ seqNo: 1, evseId: 2, connectorId: 2, stopReason: 'Other' }),
      event({ phase: 'ended', seqNo: 2, stopReason: 'Remote' }),
    ]
    for (const arrived of [events, events.toReversed()]) {
      expect(play(arrived)).toMatchObject({ evseId: 1, connectorId: 1, stopReason: 'Remote' })
    }
  })
})
