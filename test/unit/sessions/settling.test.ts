import { createChanges } from '@main/changes'
import { createAdapters } from '@main/csms/adapters'
import { createStoredReader } from '@main/csms/storedEvent'
import { createEvidence, thinned } from '@main/sessions/evidence'
import { createGaps } from '@main/sessions/gaps'
import { countedUp, meterFalls } from '@main/sessions/meterFalls'
import { missingPlaces } from '@main/sessions/seqRun'
import { createSettling } from '@main/sessions/settling'
import type { RequestResult } from '@main/stations/commands'
import { beforeEach, describe, expect, test } from 'vitest'
import { type LedgerUnderTest, openLedger } from '../../support/ledgerUnderTest'

const T0 = Date.UTC(2026, 0, 1)
const stamp = (seconds: number) => new Date(T0 + seconds * 1_000).toISOString()
const START = { connectorId: 2, idTag: 'AA', meterStart: 1_000, timestamp: stamp(0) }
const told = createStoredReader(createAdapters()).told

let ledger: LedgerUnderTest
beforeEach(async () => {
  ledger = await openLedger()
})

const settlingOf = () =>
  createSettling({ store: ledger.store, clock: () => 5, changes: createChanges(), sessions: ledger.sessions() })
const begin = async (more: object = {}) =>
  ((await ledger.send('ocpp1.6', 'StartTransaction', { ...START, ...more })) as { transactionId: number }).transactionId
const orphan = async () => {
  await ledger.send('ocpp1.6', 'StopTransaction', { transactionId: -1, meterStop: 1_700, timestamp: stamp(900) })
  ledger.sessions().catchUp()
  return ledger.store.read.prepare("SELECT id FROM session WHERE transaction_id LIKE '-1@%'").pluck().get() as number
}
const event = (seqNo: number, more: object = {}) => ({
  eventType: seqNo === 0 ? 'Started' : 'Updated',
  seqNo,
  timestamp: stamp(seqNo),
  triggerReason: 'Trigger',
  transactionInfo: { transactionId: 'tx' },
  evse: { id: 1 },
  ...more,
})

describe('settling', () => {
  test('is told of when it is on disk', async () => {
    const stop = await orphan()
    const { store } = ledger
    let toDisk = () => {}
    const disk = new Promise<void>((resolve) => {
      toDisk = resolve
    })
    const settling = createSettling({
      store: { ...store, writer: { ...store.writer, flushed: () => disk } },
      clock: () => 5,
      changes: createChanges(),
      sessions: ledger.sessions(),
    })
    const order: string[] = []
    const settled = settling
      .settle('test', stop, { kind: 'accepted', reason: 'x' })
      .then(({ kind }) => order.push(kind))
    await store.writer.write(() => {})
    order.push('on disk')
    toDisk()
    await settled
    const taken = settling.unsettle('test', stop).then(({ kind }) => order.push(kind))
    await taken
    expect(order).toEqual(['on disk', 'settled', 'unsettled'])
  })

  test('joins a stop without its number to a session and takes that back, and no event changes', async () => {
    const id = await begin()
    await ledger.send('ocpp1.6', 'MeterValues', {
      connectorId: 2,
      transactionId: id,
      meterValue: [{ timestamp: stamp(60), sampledValue: [{ value: '1200' }] }],
    })
    const stop = await orphan()
    const settling = settlingOf()
    const events = () => ledger.store.read.prepare('SELECT * FROM raw_event ORDER BY id').all()
    const before = events()
    expect(settling.reconciliation(stop).joinable.map((session) => session.id)).toEqual([id])
    expect(ledger.sessions().view(stop)).toMatchObject({ unsettled: true, settled: null })

    expect(await settling.settle('test', stop, { kind: 'joined', joinTo: id, reason: 'the driver said so' })).toEqual({
      kind: 'settled',
    })
    expect(ledger.sessions().view(id)).toMatchObject({
      state: 'ended',
      energyWh: 700,
      endedAt: T0 + 900_000,
      doubts: [],
    })
    expect(ledger.sessions().view(stop)).toMatchObject({ unsettled: false, settled: 'joined', energyWh: 0 })
    expect(settling.reconciliation(id).joined).toEqual([stop])
    expect(settling.reconciliation(stop).settlement).toEqual({
      kind: 'joined',
      energyWh: null,
      endedAt: null,
      joinedTo: id,
      reason: 'the driver said so',
      actor: 'test',
      at: 5,
    })
    // A later event of that session finds it as it is, and so does a restart.
    ledger.restart()
    await ledger.send('ocpp1.6', 'MeterValues', {
      connectorId: 2,
      transactionId: id,
      meterValue: [{ timestamp: stamp(120), sampledValue: [{ value: '1300' }] }],
    })
    expect(ledger.sessions().view(id)).toMatchObject({ state: 'ended', energyWh: 700, doubts: [] })

    expect(await settlingOf().unsettle('test', stop)).toEqual({ kind: 'unsettled' })
    expect(await settlingOf().unsettle('test', stop)).toEqual({ kind: 'was-not-settled' })
    expect(ledger.sessions().view(id)).toMatchObject({ state: 'running', energyWh: 300, endedAt: null })
    expect(ledger.sessions().view(stop)).toMatchObject({ unsettled: true, settled: null, doubts: ['orphan-stop'] })
    expect(events().slice(0, before.length)).toEqual(before)
    const audit = ledger.store.read
      .prepare("SELECT action FROM audit WHERE action LIKE 'session-%' ORDER BY id")
      .pluck()
      .all()
    expect(audit).toEqual(['session-settled', 'session-unsettled'])
  })

  test('sets energy and end by hand, and today’s figures go by it', async () => {
    const older = await begin()
    await begin({ timestamp: stamp(500) })
    expect(ledger.sessions().view(older)).toMatchObject({ state: 'running', doubts: ['superseded'], unsettled: true })
    const settling = settlingOf()
    const corrected = {
      kind: 'corrected',
      reason: 'read off the meter',
      energyWh: 4_200,
      endedAt: T0 + 400_000,
    } as const
    expect(await settling.settle('test', older, { ...corrected, endedAt: T0 - 1 })).toEqual({
      kind: 'ends-before-it-begins',
    })
    expect(await settling.settle('test', older, { ...corrected, energyWh: null, endedAt: null })).toEqual({
      kind: 'nothing-corrected',
    })
    expect(await settling.settle('test', older, corrected)).toEqual({ kind: 'settled' })
    expect(ledger.sessions().view(older)).toMatchObject({
      state: 'ended',
      energyWh: 4_200,
      endedAt: T0 + 400_000,
      unsettled: false,
      settled: 'corrected',
      doubts: ['superseded'],
    })
    expect(ledger.sessions().figuresSince(T0 - 1)).toMatchObject({ energyWh: 4_200 })
    expect(ledger.sessions().running()).toHaveLength(1)
  })

  test('accepts what is there, refuses what has no doubts, and joins nothing across stations or in a ring', async () => {
    const settling = settlingOf()
    const whole = await begin()
    ledger.sessions().catchUp()
    expect(await settling.settle('test', whole, { kind: 'accepted', reason: 'x' })).toEqual({
      kind: 'nothing-to-settle',
    })
    await expect(settling.settle('test', 999, { kind: 'accepted', reason: 'x' })).rejects.toThrow('session')
    const stop = await orphan()
    expect(await settling.settle('test', stop, { kind: 'joined', joinTo: stop, reason: 'x' })).toEqual({
      kind: 'not-joinable',
    })
    expect(await settling.settle('test', stop, { kind: 'joined', joinTo: 999, reason: 'x' })).toEqual({
      kind: 'not-joinable',
    })
    expect(await settling.settle('test', stop, { kind: 'accepted', reason: 'x' })).toEqual({ kind: 'settled' })
    expect(ledger.sessions().view(stop)).toMatchObject({ unsettled: false, settled: 'accepted' })
  })
})

describe('a meter that fell', () => {
  const at = (hours: number, energyWh: number) => ({ at: T0 + hours * 3_600_000, energyWh })
  test.each([
    ['a reset', [at(0, 5_000_000), at(1, 400)], 'reset'],
    ['a rollover of 32 bits', [at(0, 2 ** 32 - 300), at(1, 900)], 'rollover'],
    ['a rollover of six digits of kWh', [at(0, 999_999_000), at(1, 2_000)], 'rollover'],
    ['a fall that nothing explains', [at(0, 5_000_000), at(1, 4_000_000)], 'unexplained'],
    ['a small register that fell a little', [at(0, 9_000), at(1, 8_000)], 'unexplained'],
  ] as const)('%s is told as such', (_, registers, looksLike) => {
    expect(meterFalls(registers).map((fall) => fall.looksLike)).toEqual([looksLike])
  })

  test('still counted up what its rising readings say', () => {
    expect(countedUp([at(0, 1_000), at(1, 1_500), at(2, 0), at(3, 300)])).toBe(800)
    expect(countedUp([at(0, 1_000)])).toBeNull()
    expect(meterFalls([at(0, 1_000), at(1, 995)])).toEqual([])
  })
})

test('missing places are told between those that are there', () => {
  expect(missingPlaces({ first: 3, last: 5 }, [0, 1, 8, 9, 12])).toEqual([
    { from: 2, to: 2 },
    { from: 6, to: 7 },
    { from: 10, to: 11 },
  ])
  expect(missingPlaces(null, [])).toEqual([])
})

describe('a gap', () => {
  const gapsWith = (answers: (RequestResult | object)[], now: { at: number }, asked: unknown[] = []) =>
    createGaps({
      store: ledger.store,
      clock: () => now.at,
      changes: createChanges(),
      stations: { connection: () => ({ protocol: 'ocpp2.0.1' }) as never },
      links: {
        async request(stationId, action, payload) {
          asked.push({ stationId, action, payload })
          return answers.shift() as RequestResult
        },
      },
      catchUp: ledger.sessions().catchUp,
      onFailure: (error) => {
        throw error
      },
      limits: { quietMs: 1_000, againMs: 10_000, mostTimes: 2, everyMs: 2 ** 31 - 1 },
    })

  test('is asked for once it is quiet, again only while messages are queued, and not without end', async () => {
    for (const seqNo of [0, 3]) await ledger.send('ocpp2.0.1', 'TransactionEvent', event(seqNo), T0 + 10_000)
    const now = { at: T0 + 10_500 }
    const asked: unknown[] = []
    const queued = { kind: 'answered', payload: { ongoingIndicator: true, messagesInQueue: true } }
    const gaps = gapsWith([{ kind: 'offline' }, queued, queued], now, asked)
    await gaps.look()
    expect(asked).toEqual([])
    now.at = T0 + 20_000
    await gaps.look()
    expect(gaps.asked(1)).toBeNull()
    await gaps.look()
    expect(asked.at(-1)).toEqual({ stationId: 1, action: 'GetTransactionStatus', payload: { transactionId: 'tx' } })
    expect(gaps.asked(1)).toEqual({ at: now.at, ongoing: true, queued: true })
    await gaps.look()
    expect(asked).toHaveLength(2)
    for (let times = 0; times < 3; times += 1) {
      now.at += 20_000
      await gaps.look()
    }
    expect(asked).toHaveLength(3)
    gaps.close()
  })

  test('that filled itself is asked for no more', async () => {
    for (const seqNo of [0, 2, 1]) await ledger.send('ocpp2.0.1', 'TransactionEvent', event(seqNo), T0 + 10_000)
    const asked: unknown[] = []
    const gaps = gapsWith([], { at: T0 + 90_000 }, asked)
    await gaps.look()
    expect(asked).toEqual([])
    gaps.close()
  })
})

describe('the evidence', () => {
  const evidence = () => createEvidence({ store: ledger.store, told, catchUp: ledger.sessions().catchUp })

  test('has every measurand, phase and signed value of a 2.x session byte for byte', async () => {
    const signedMeterValue = {
      signedMeterData: 'T0NNRnx7IkZWIjoiMS4wIn0=\n',
      signingMethod: 'ECDSA',
      encodingMethod: 'OCMF',
      publicKey: 'a2V5',
    }
    await ledger.send(
      'ocpp2.0.1',
      'TransactionEvent',
      event(0, {
        meterValue: [
          {
            timestamp: stamp(0),
            sampledValue: [
              { value: 16, measurand: 'Current.Import', phase: 'L1', unitOfMeasure: { unit: 'A' } },
              { value: 1.5, measurand: 'Current.Import', phase: 'L2', unitOfMeasure: { unit: 'A', multiplier: 1 } },
              { value: 100, signedMeterValue, context: 'Transaction.Begin' },
            ],
          },
        ],
      }),
    )
    const { series, cutOff } = evidence().samples(1)
    expect(cutOff).toBe(false)
    expect(series.map(({ measurand, phase, unit, points }) => [measurand, phase, unit, points[0]?.value])).toEqual([
      ['Current.Import', 'L1', 'A', 16],
      ['Current.Import', 'L2', 'A', 15],
      ['Energy.Active.Import.Register', null, null, 100],
    ])
    const { signedMeterData, ...method } = signedMeterValue
    expect(evidence().signed(1)).toEqual([
      {
        at: T0,
        measurand: 'Energy.Active.Import.Register',
        context: 'Transaction.Begin',
        data: signedMeterData,
        ...method,
      },
    ])
    const [raw] = evidence().rawEvents(1, null, 10).entries
    expect(raw).toMatchObject({ action: 'TransactionEvent', seqNo: 0, toldAt: T0, reply: '{}', problem: null })
    expect(JSON.parse(raw?.frame ?? '')[3]).toMatchObject({ seqNo: 0 })
  })

  test('has those of a 1.6 session, in pages, and refuses a session that is not there', async () => {
    const id = await begin()
    await ledger.send('ocpp1.6', 'StopTransaction', {
      transactionId: id,
      meterStop: 2_000,
      timestamp: stamp(60),
      transactionData: [
        {
          timestamp: stamp(60),
          sampledValue: [
            { value: 'AP;0;3;signed==', format: 'SignedData', context: 'Transaction.End' },
            { value: '57', measurand: 'SoC', unit: 'Percent' },
          ],
        },
      ],
    })
    expect(evidence().signed(id)).toMatchObject([
      { data: 'AP;0;3;signed==', context: 'Transaction.End', at: T0 + 60_000 },
    ])
    expect(
      evidence()
        .samples(id)
        .series.map(({ measurand }) => measurand),
    ).toContain('SoC')
    const first = evidence().rawEvents(id, null, 1)
    expect(first).toMatchObject({ total: 2, entries: [{ action: 'StopTransaction' }] })
    expect(evidence().rawEvents(id, first.next, 1)).toMatchObject({
      next: null,
      entries: [{ action: 'StartTransaction' }],
    })
    expect(() => evidence().samples(999)).toThrow('session')
  })

  test('finds what could not be understood by its station', async () => {
    await ledger.sessions().keep(
      {
        stationId: ledger.stationId,
        protocol: 'ocpp2.0.1',
        action: 'TransactionEvent',
        receivedAt: 7,
        contentKey: Buffer.from('x'),
        transactionId: null,
        seqNo: null,
        frame: '[2,"1","TransactionEvent",{}]',
      },
      null,
      'it says nothing',
    )
    expect(evidence().notUnderstood(ledger.stationId, null, 10)).toMatchObject({
      total: 1,
      entries: [{ problem: { text: 'it says nothing' }, reply: null, toldAt: null }],
    })
    expect(evidence().notUnderstood(ledger.stationId + 1, null, 10).entries).toEqual([])
  })

  test('is thinned evenly with its first and its last', () => {
    const points = Array.from({ length: 1_001 }, (_, index) => index)
    const shown = thinned(points, 11)
    expect(shown).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000])
    expect(thinned(points, 2_000)).toEqual(points)
  })
})

test('no station, session or event that others refer to can be deleted, and a card leaves its sessions as they are', async () => {
  const id = await begin()
  ledger.sessions().catchUp()
  const session = ledger.sessions().view(id)
  const remove = (sql: string) => ledger.store.writer.write((db) => void db.exec(sql))
  await expect(remove('DELETE FROM station')).rejects.toThrow('FOREIGN KEY')
  await expect(remove('DELETE FROM session')).rejects.toThrow('FOREIGN KEY')
  await expect(remove('DELETE FROM raw_event')).rejects.toThrow('FOREIGN KEY')
  await remove('DELETE FROM card')
  expect(ledger.sessions().view(id)).toEqual(session)
})
