import { createKnownSessions, KNOWN_SESSIONS_MAX } from '@main/sessions/knownSessions'
import { newSession } from '@main/sessions/sessionRow'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type LedgerUnderTest, openLedger } from '../../support/ledgerUnderTest'

// Each message waits for the disk.
vi.setConfig({ testTimeout: 30_000 })

const T0 = Date.UTC(2026, 0, 1)
const stamp = (seconds: number) => new Date(T0 + seconds * 1_000).toISOString()

interface Message {
  readonly action: string
  readonly payload: Record<string, unknown>
}

/** A whole transaction as a correct 2.x station tells it; every event has a meter reading. */
const events2x = (transactionId: string, first: number, length: number): Message[] =>
  Array.from({ length }, (_, index) => ({
    action: 'TransactionEvent',
    payload: {
      eventType: index === 0 ? 'Started' : index === length - 1 ? 'Ended' : 'Updated',
      seqNo: first + index,
      timestamp: stamp(index),
      triggerReason: 'Trigger',
      transactionInfo: { transactionId, ...(index % 3 === 1 ? { chargingState: 'Charging' } : {}) },
      ...(index === 0 ? { evse: { id: 2, connectorId: 1 }, idToken: { idToken: 'AA', type: 'ISO14443' } } : {}),
      meterValue: [
        {
          timestamp: stamp(index),
          sampledValue: [{ value: 1_000 + index * 100 }, { value: index, measurand: 'Power.Active.Import' }],
        },
      ],
    },
  }))

/** What follows the start of a 1.6 transaction. */
const events16 = (transactionId: unknown, length: number): Message[] =>
  Array.from({ length }, (_, index) =>
    index === length - 1
      ? {
          action: 'StopTransaction',
          payload: { transactionId, idTag: 'AA', meterStop: 1_000 + index * 100, timestamp: stamp(index + 1) },
        }
      : {
          action: 'MeterValues',
          payload: {
            connectorId: 2,
            transactionId,
            meterValue: [{ timestamp: stamp(index + 1), sampledValue: [{ value: String(1_000 + index * 100) }] }],
          },
        },
  )

const START = { connectorId: 2, idTag: 'AA', meterStart: 1_000, timestamp: stamp(0) }

/** How messages arrive: which of them, in what order, and what happens in between. */
const arrivals = (length: number, loss: boolean) =>
  fc.record({
    order: fc.shuffledSubarray(
      Array.from({ length }, (_, index) => index),
      { minLength: loss ? 1 : length, maxLength: length },
    ),
    again: fc.array(fc.nat(length - 1), { maxLength: 4 }),
    pauses: fc.array(fc.constantFrom('none', 'none', 'answered', 'interpreted', 'crashed'), {
      minLength: 1,
      maxLength: 8,
    }),
  })
type Arrival = ReturnType<typeof arrivals> extends fc.Arbitrary<infer Shape> ? Shape : never

/** Plays messages as they arrive; what is not told to wait is sent before the one before has been answered. */
async function play(
  ledger: LedgerUnderTest,
  protocol: 'ocpp1.6' | 'ocpp2.0.1',
  messages: readonly Message[],
  arrival: Arrival,
) {
  const sent = [...arrival.order, ...arrival.again.filter((index) => arrival.order.includes(index))]
  const answers = new Map<number, string>()
  let waiting: Promise<void>[] = []
  for (const [step, index] of sent.entries()) {
    const message = messages[index]
    if (!message) continue
    waiting.push(
      ledger.send(protocol, message.action, message.payload).then((answer) => {
        const text = JSON.stringify(answer)
        expect(answers.get(index) ?? text).toBe(text)
        answers.set(index, text)
      }),
    )
    const pause = arrival.pauses[step % arrival.pauses.length]
    if (pause === 'none') continue
    await Promise.all(waiting)
    waiting = []
    if (pause === 'interpreted') ledger.sessions().running()
    if (pause === 'crashed') ledger.restart()
  }
  await Promise.all(waiting)
}

const find = (ledger: LedgerUnderTest, transactionId: string) => {
  ledger.sessions().running()
  const id = ledger.store.read
    .prepare('SELECT id FROM session WHERE transaction_id = ?')
    .pluck()
    .get(transactionId) as number
  return { id, ...ledger.sessions().get(id) }
}
/** Everything that the ledger holds of a session, but for what differs between two sessions anyway. */
const contents = (ledger: LedgerUnderTest, transactionId: string) => {
  const { session, readings } = find(ledger, transactionId)
  const { id, transactionId: name, startedAt, ...rest } = session
  return { session: rest, startedAt, readings }
}
/** The row and its readings as they are stored. */
const stored = (ledger: LedgerUnderTest, id: number) => ({
  row: ledger.store.read.prepare('SELECT * FROM session WHERE id = ?').get(id),
  readings: ledger.store.read.prepare('SELECT * FROM reading WHERE session_id = ? ORDER BY at').all(id),
  events: ledger.store.read.prepare('SELECT raw_event_id FROM session_event WHERE session_id = ?').all(id),
})

const LENGTH = 7
let rounds = 0

describe('a session of 2.x', () => {
  test('is the same however its events arrive, also across crashes, and however it is worked out', async () => {
    const ledger = await openLedger()
    const clean = events2x('clean', 40, LENGTH)
    for (const { action, payload } of clean) await ledger.send('ocpp2.0.1', action, payload)
    const expected = contents(ledger, 'clean')
    expect(expected.session).toMatchObject({ state: 'ended', energyWh: 600, evseId: 2, token: 'AA', doubts: [] })
    await fc.assert(
      fc.asyncProperty(arrivals(LENGTH, false), async (arrival) => {
        rounds += 1
        const name = `tx-${rounds}`
        await play(ledger, 'ocpp2.0.1', events2x(name, 40, LENGTH), arrival)
        expect(contents(ledger, name)).toEqual(expected)
        const { id } = find(ledger, name)
        const before = stored(ledger, id)
        ledger.sessions().amend((_, again) => again(id))
        expect(stored(ledger, id)).toEqual(before)
      }),
      { numRuns: 40 },
    )
    expect(ledger.failures).toEqual([])
  })

  test('of which events were lost says so, and nothing that the events do not say', async () => {
    const ledger = await openLedger()
    await fc.assert(
      fc.asyncProperty(arrivals(LENGTH, true), async (arrival) => {
        rounds += 1
        const name = `tx-${rounds}`
        await play(ledger, 'ocpp2.0.1', events2x(name, 3, LENGTH), arrival)
        const there = new Set(arrival.order)
        const last = Math.max(...there)
        const first = Math.min(...there)
        const { session, id } = find(ledger, name)
        const ended = there.has(LENGTH - 1)
        const doubts = [
          ...(there.has(0) ? [] : ['no-start']),
          ...(last - first + 1 > there.size ? ['gap'] : []),
          ...(ended && there.size === 1 ? ['no-end-meter'] : []),
        ]
        expect(session).toMatchObject({
          state: ended ? 'ended' : 'running',
          // One register without a beginning is no amount.
          energyWh: first === last && first !== 0 ? null : (last - first) * 100,
          startedAt: there.has(0) ? T0 : null,
          token: there.has(0) ? 'AA' : null,
        })
        expect(session.doubts.filter((doubt) => doubt !== 'superseded')).toEqual(doubts)
        const before = stored(ledger, id)
        ledger.sessions().amend((_, again) => again(id))
        // Which of several runs of places is kept as the run depends on what came first; what it says does not.
        expect(stored(ledger, id).readings).toEqual(before.readings)
        expect(find(ledger, name).session).toEqual(session)
      }),
      { numRuns: 40 },
    )
  })

  test('is a conflict exactly when two different events have one place, or two of them end it', async () => {
    const ledger = await openLedger()
    const steps = fc.array(
      fc.record({ seqNo: fc.nat(5), content: fc.nat(1), after: fc.constantFrom('none', 'crashed') }),
      {
        minLength: 1,
        maxLength: 14,
      },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        rounds += 1
        const name = `tx-${rounds}`
        for (const { seqNo, content, after } of all) {
          await ledger.send('ocpp2.0.1', 'TransactionEvent', {
            eventType: seqNo === 0 ? 'Started' : 'Updated',
            seqNo,
            timestamp: stamp(seqNo),
            triggerReason: content === 0 ? 'Trigger' : 'MeterValueClock',
            transactionInfo: { transactionId: name },
          })
          if (after === 'crashed') ledger.restart()
        }
        const distinct = new Set(all.map(({ seqNo, content }) => `${seqNo} ${content}`))
        const places = new Set(all.map(({ seqNo }) => seqNo))
        const { session, id } = find(ledger, name)
        expect(session.doubts.includes('conflict')).toBe(distinct.size > places.size)
        expect(session.doubts.includes('gap')).toBe(Math.max(...places) - Math.min(...places) + 1 > places.size)
        expect(stored(ledger, id).events).toHaveLength(distinct.size)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a session of 1.6', () => {
  test('is the same however its messages arrive and are repeated, also across crashes', async () => {
    const ledger = await openLedger()
    const begin = async (reservationId: number) =>
      ((await ledger.send('ocpp1.6', 'StartTransaction', { ...START, reservationId })) as { transactionId: number })
        .transactionId
    const cleanId = await begin(0)
    for (const { action, payload } of events16(cleanId, LENGTH)) await ledger.send('ocpp1.6', action, payload)
    const expected = contents(ledger, String(cleanId))
    expect(expected.session).toMatchObject({ state: 'ended', energyWh: 600, evseId: 2, doubts: [] })
    await fc.assert(
      fc.asyncProperty(arrivals(LENGTH, false), fc.boolean(), async (arrival, startAgain) => {
        rounds += 1
        const number = await begin(rounds)
        await play(ledger, 'ocpp1.6', events16(number, LENGTH), arrival)
        if (startAgain) expect(await begin(rounds)).toBe(number)
        expect(contents(ledger, String(number))).toEqual(expected)
        const before = stored(ledger, number)
        ledger.sessions().amend((_, again) => again(number))
        expect(stored(ledger, number)).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })

  test('that is stopped without its number is ended by that stop only when no other can be meant', async () => {
    const ledger = await openLedger()
    const stop = { transactionId: -1, idTag: 'AA', meterStop: 1_500, timestamp: stamp(600) }
    const begin = async (more: object) =>
      ((await ledger.send('ocpp1.6', 'StartTransaction', { ...START, ...more })) as { transactionId: number })
        .transactionId
    const first = await begin({})
    // It knows its number: the stop of another session, whose start got lost.
    const known = await begin({ connectorId: 3 })
    await ledger.send('ocpp1.6', 'MeterValues', events16(known, 2)[0]?.payload ?? {})
    const otherCard = await begin({ connectorId: 4, idTag: 'BB' })
    await ledger.send('ocpp1.6', 'StopTransaction', stop)
    expect(ledger.sessions().view(first)).toMatchObject({ state: 'ended', energyWh: 500, doubts: [] })
    expect(ledger.sessions().view(known)?.state).toBe('running')
    expect(ledger.sessions().view(otherCard)?.state).toBe('running')
    // Two that fit: nothing is guessed.
    const [a, b] = [
      await begin({ connectorId: 5, reservationId: 5 }),
      await begin({ connectorId: 6, reservationId: 6 }),
    ]
    await ledger.send('ocpp1.6', 'StopTransaction', { ...stop, timestamp: stamp(700) })
    for (const id of [a, b]) expect(ledger.sessions().view(id)?.state).toBe('running')
    expect(find(ledger, `-1@${stamp(700)}`).session.doubts).toEqual(['orphan-stop'])
    ledger.sessions().amend((_, again) => again(first))
    expect(ledger.sessions().view(first)).toMatchObject({ state: 'ended', energyWh: 500, doubts: [] })
  })

  test('that never ends is doubted once the station begins another at its connector, until its end comes after all', async () => {
    const ledger = await openLedger()
    const begin = async (more: object) =>
      ((await ledger.send('ocpp1.6', 'StartTransaction', { ...START, ...more })) as { transactionId: number })
        .transactionId
    const later = await begin({ timestamp: stamp(500) })
    const earlier = await begin({})
    const beside = await begin({ connectorId: 7 })
    expect(ledger.sessions().view(earlier)?.doubts).toEqual(['superseded'])
    const running = ledger.sessions().running()
    expect(running.map(({ id }) => id)).toEqual([later, beside].sort((one, other) => one - other))
    expect(ledger.sessions().view(later)?.doubts).toEqual([])
    expect(ledger.sessions().view(beside)?.doubts).toEqual([])
    await ledger.send('ocpp1.6', 'StopTransaction', { transactionId: earlier, meterStop: 1_200, timestamp: stamp(400) })
    expect(ledger.sessions().view(earlier)).toMatchObject({ state: 'ended', doubts: [] })
  })
})

describe('what is told', () => {
  const started = (more: object = {}) => ({ ...events2x('tx', 0, 3)[0]?.payload, ...more })

  test.each([
    ['from the future', T0 - 600_000, T0 - 599_000, ['clock-skew']],
    ['always an hour late, over a quarter of an hour', T0 + 3_600_000, T0 + 4_500_000 + 1_000, ['clock-skew']],
    ['late, all at once', T0 + 3_600_000, T0 + 3_601_000, []],
    ['in time', T0 + 1_000, T0 + 2_000, []],
  ] as const)('%s', async (_, first, second, doubts) => {
    const ledger = await openLedger()
    await ledger.send('ocpp2.0.1', 'TransactionEvent', started(), first)
    const at = second - first - 1_000 > 600_000 ? 900 : 1
    await ledger.send(
      'ocpp2.0.1',
      'TransactionEvent',
      { ...started(), eventType: 'Updated', seqNo: 1, timestamp: stamp(at), meterValue: undefined },
      second,
    )
    expect(find(ledger, 'tx').session.doubts).toEqual(doubts)
  })

  test('of two cards is doubted unless they have a group in common', async () => {
    const ledger = await openLedger()
    const event = (seqNo: number, token: string, name: string) => ({
      ...started({ transactionInfo: { transactionId: name } }),
      seqNo,
      eventType: seqNo === 0 ? 'Started' : 'Updated',
      idToken: { idToken: token, type: 'ISO14443' },
    })
    for (const payload of [event(0, 'AA', 'x'), event(1, 'BB', 'x')])
      await ledger.send('ocpp2.0.1', 'TransactionEvent', payload)
    expect(find(ledger, 'x').session.doubts).toEqual(['two-cards'])
  })

  test('that can not be interpreted is kept with that, and does not keep others from it', async () => {
    const ledger = await openLedger()
    await ledger.store.writer.write((db) => {
      db.exec(`CREATE TRIGGER broken BEFORE INSERT ON session WHEN NEW.transaction_id = 'bad'
        BEGIN SELECT raise(ABORT, 'broken'); END`)
    })
    const send = (name: string) =>
      ledger.send('ocpp2.0.1', 'TransactionEvent', started({ transactionInfo: { transactionId: name } }))
    await Promise.all(['a', 'bad', 'b'].map(send))
    expect(
      ledger
        .sessions()
        .running()
        .map(({ transactionId }) => transactionId),
    ).toEqual(['a', 'b'])
    expect(ledger.failures).toHaveLength(1)
    expect(
      ledger.store.read.prepare('SELECT transaction_id FROM raw_event WHERE problem IS NOT NULL').pluck().all(),
    ).toEqual(['bad'])
  })
})

test('no more sessions are remembered than the limit', () => {
  const known = createKnownSessions()
  const session = (id: number) => newSession(id, 1, `tx-${id}`)
  for (let id = 0; id < KNOWN_SESSIONS_MAX; id += 1) known.put(session(id))
  expect(known.take(1, 'tx-0')).toMatchObject({ id: 0 })
  // Taken out is gone.
  expect(known.take(1, 'tx-0')).toBeUndefined()
  known.put(session(0))
  known.put(session(KNOWN_SESSIONS_MAX))
  expect(known.take(1, 'tx-1')).toBeUndefined()
  expect(known.take(1, `tx-${KNOWN_SESSIONS_MAX}`)).toMatchObject({ id: KNOWN_SESSIONS_MAX })
})
