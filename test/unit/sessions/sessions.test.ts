import { createChanges } from '@main/changes'
import type { SessionEvent } from '@main/sessions/applyEvent'
import { NO_SESSION } from '@main/sessions/applyEvent'
import { createKnownSessions, KNOWN_SESSIONS_MAX, type KnownSession } from '@main/sessions/knownSessions'
import { createSessions } from '@main/sessions/sessions'
import { createStations } from '@main/stations/stations'
import type { RawEvent } from '@main/store/queries/rawEvents'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/testStore'

let store: TestStore
let stationId: number
beforeEach(async () => {
  store = openTestStore()
  const stations = createStations({ store, clock: () => 0, changes: createChanges() })
  stationId = (await stations.register('test', 'CP_1', '', '')).stationId
})

const open = () => createSessions({ store, clock: () => 0, changes: createChanges() })

const raw = (transactionId: string, seqNo: number, content: number): RawEvent => ({
  stationId,
  protocol: 'ocpp2.0.1',
  action: 'TransactionEvent',
  receivedAt: 0,
  contentKey: Buffer.from(`${transactionId} ${seqNo} ${content}`),
  transactionId,
  seqNo,
  frame: '[]',
})

const event = (seqNo: number): SessionEvent => ({
  phase: seqNo === 0 ? 'started' : 'updated',
  at: 1_000 + seqNo,
  seqNo,
  evseId: 1,
  connectorId: 1,
  token: null,
  chargingState: 'charging',
  readings: [{ at: 1_000 + seqNo, energyWh: seqNo * 100, powerW: 1 }],
  stopReason: null,
})

interface Step {
  readonly seqNo: number
  readonly content: number
  /** Whether it is written before the next one comes, and whether the program starts anew before that. */
  readonly after: 'nothing' | 'written' | 'restarted'
}
const STEPS = fc.array(
  fc.record<Step>({
    seqNo: fc.integer({ min: 0, max: 6 }),
    content: fc.integer({ min: 0, max: 1 }),
    after: fc.constantFrom('nothing', 'written', 'restarted'),
  }),
  { minLength: 1, maxLength: 20 },
)

let transactions = 0

describe('events of one session', () => {
  test('are a conflict exactly when two of different content have one place, and each is entered once', async () => {
    await fc.assert(
      fc.asyncProperty(STEPS, async (steps) => {
        transactions += 1
        const transactionId = `tx-${transactions}`
        let sessions = open()
        let waiting: Promise<{ answer: string }>[] = []
        const answers: { answer: string }[] = []
        let words = 0
        for (const { seqNo, content, after } of steps) {
          // The answer of a repetition is that of the first time: it names the place and the content.
          const answer = `${seqNo} ${content}`
          waiting.push(
            sessions.record(raw(transactionId, seqNo, content), event(seqNo), () => {
              words += 1
              return { answer }
            }),
          )
          if (after === 'nothing') continue
          answers.push(...(await Promise.all(waiting)))
          waiting = []
          if (after === 'restarted') sessions = open()
        }
        answers.push(...(await Promise.all(waiting)))
        expect(answers.map(({ answer }) => answer)).toEqual(steps.map(({ seqNo, content }) => `${seqNo} ${content}`))
        expect(words).toBeGreaterThan(0)

        const contents = new Set(steps.map(({ seqNo, content }) => `${seqNo} ${content}`))
        const seqNos = new Set(steps.map(({ seqNo }) => seqNo))
        const session = sessions.find({ stationId: null, state: null, search: '', before: null, limit: 1 }).entries[0]
        expect(session).toMatchObject({ transactionId, meterLastWh: Math.max(...seqNos) * 100 })
        expect(session?.doubts.includes('conflict')).toBe(contents.size > seqNos.size)
        const stored = store.read
          .prepare('SELECT count(*) FROM raw_event WHERE transaction_id = ?')
          .pluck()
          .get(transactionId)
        expect(stored).toBe(contents.size)
        const readings = session ? sessions.get(session.id).readings : []
        expect(readings.map(({ at }) => at)).toEqual([...seqNos].sort((a, b) => a - b).map((seqNo) => 1_000 + seqNo))
      }),
      { numRuns: 60 },
    )
  })

  test('go on from what is stored after one of them could not be entered', async () => {
    const sessions = open()
    const word = () => ({})
    await sessions.record(raw('tx', 0, 0), event(0), word)
    const refused = sessions.record(raw('tx', 1, 0), event(1), () => {
      throw new Error('refused')
    })
    const together = sessions.record(raw('tx', 2, 0), event(2), word)
    await expect(refused).rejects.toThrow('refused')
    await together
    await sessions.record(raw('tx', 3, 0), event(3), word)
    expect(sessions.get(1).readings.map(({ energyWh }) => energyWh)).toEqual([0, 200, 300])
    // The place of the one that was refused is free, and only that one is.
    await sessions.record(raw('tx', 1, 1), event(1), word)
    expect(sessions.view(1)?.doubts).toEqual([])
    await sessions.record(raw('tx', 2, 1), event(2), word)
    expect(sessions.view(1)?.doubts).toEqual(['conflict'])
  })
})

test('no more sessions are remembered than the limit', () => {
  const known = createKnownSessions()
  const session = (id: number): KnownSession => ({ id, facts: NO_SESSION, run: null, apart: false })
  for (let id = 0; id < KNOWN_SESSIONS_MAX; id += 1) known.put(1, `tx-${id}`, session(id))
  expect(known.take(1, 'tx-0')).toMatchObject({ id: 0 })
  // Taken out is gone.
  expect(known.take(1, 'tx-0')).toBeUndefined()
  known.put(1, 'tx-0', session(0))
  known.put(1, 'one more', session(1))
  expect(known.take(1, 'tx-1')).toBeUndefined()
  expect(known.take(1, 'one more')).toMatchObject({ id: 1 })
})
