import { PROTOCOLS } from '@shared/ocpp/station'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

const T0 = Date.UTC(2026, 0, 1)
const at = (seconds: number) => new Date(T0 + seconds * 1_000).toISOString()
const CARD = { idToken: 'AA12345', type: 'ISO14443' }

let site: TestSite
/** How far this computer's clock was put forward, in milliseconds. */
let later = 0
beforeEach(async () => {
  later = 0
  site = await openTestSite({ clock: () => Date.now() + later })
  for (const identity of ['CP_1', 'CP_2']) await site.client.stations.register({ identity })
  await site.client.cards.enrol({ token: 'AA12345' })
})
afterEach(() => site.close())

const connect = (protocol: (typeof PROTOCOLS)[number], identity = 'CP_1') =>
  RawCharger.connect(site.url, identity, protocol)
const sessions = () =>
  site.site.sessions.find({ stationId: null, state: null, search: '', before: null, limit: 1_000 }).entries

interface RawRow {
  action: string
  transaction_id: string | null
  seq_no: number | null
  frame: string
  reply: string | null
  problem: string | null
}
const rawEvents = () => site.site.store.read.prepare('SELECT * FROM raw_event ORDER BY id').all() as RawRow[]

/** A TransactionEvent; its place is also its time. */
const event = (eventType: string, seqNo: number, more: Record<string, unknown> = {}) => ({
  eventType,
  seqNo,
  timestamp: at(seqNo),
  triggerReason: 'Trigger',
  transactionInfo: { transactionId: 'tx-1' },
  meterValue: [{ timestamp: at(seqNo), sampledValue: [{ value: 1_000 + seqNo * 100 }] }],
  ...more,
})

const START = { connectorId: 1, idTag: 'AA12345', meterStart: 1_000, timestamp: at(0) }

describe('TransactionEvents', () => {
  const STREAM = [
    event('Started', 0, { evse: { id: 1, connectorId: 1 }, idToken: CARD }),
    event('Updated', 1, { transactionInfo: { transactionId: 'tx-1', chargingState: 'Charging' } }),
    event('Updated', 2, { offline: true }),
    event('Updated', 3, { transactionInfo: { transactionId: 'tx-1', chargingState: 'SuspendedEV' } }),
    event('Ended', 4, { idToken: CARD, transactionInfo: { transactionId: 'tx-1', stoppedReason: 'Remote' } }),
  ]

  test('in any order and any number lead to the same session, and each gets its one answer', async () => {
    const charger = await connect('ocpp2.0.1')
    const arrivals = fc
      .record({
        order: fc.shuffledSubarray(STREAM, { minLength: STREAM.length, maxLength: STREAM.length }),
        again: fc.array(fc.constantFrom(...STREAM), { maxLength: 4 }),
      })
      .map(({ order, again }) => [...order, ...again])
    let round = 0
    await fc.assert(
      fc.asyncProperty(arrivals, async (events) => {
        round += 1
        const transactionId = `tx-${round}`
        const replies = new Map<number, unknown>()
        await Promise.all(
          events.map(async (one) => {
            const sent = { ...one, transactionInfo: { ...one.transactionInfo, transactionId } }
            const reply = await charger.ask('TransactionEvent', sent)
            expect(replies.get(one.seqNo) ?? reply).toEqual(reply)
            replies.set(one.seqNo, reply)
          }),
        )
        expect([0, 1, 4].map((seqNo) => replies.get(seqNo))).toEqual([
          { idTokenInfo: { status: 'Accepted' } },
          {},
          { idTokenInfo: { status: 'Accepted' } },
        ])
        expect(sessions()[0]).toMatchObject({
          transactionId,
          state: 'ended',
          evseId: 1,
          token: 'AA12345',
          authorization: 'accepted',
          chargingState: 'suspended-by-vehicle',
          startedAt: T0,
          endedAt: T0 + 4_000,
          meterStartWh: 1_000,
          energyWh: 400,
          stopReason: 'Remote',
          doubts: [],
        })
        expect(rawEvents().filter((row) => row.transaction_id === transactionId)).toHaveLength(STREAM.length)
      }),
      { numRuns: 30 },
    )
    expect(sessions()).toHaveLength(round)
  })

  test('a second, different event at the same place is kept, answered and doubted', async () => {
    const charger = await connect('ocpp2.0.1')
    await charger.ask('TransactionEvent', event('Started', 0))
    await charger.ask('TransactionEvent', event('Updated', 1))
    expect(await charger.ask('TransactionEvent', event('Updated', 1, { timestamp: at(9) }))).toEqual({})
    expect(sessions()[0]?.doubts).toEqual(['conflict'])
    expect(rawEvents()).toHaveLength(3)
  })

  test('of two stations with the same transaction id are two sessions', async () => {
    for (const identity of ['CP_1', 'CP_2']) {
      await (await connect('ocpp2.0.1', identity)).ask('TransactionEvent', event('Started', 0))
    }
    expect(sessions().map((session) => session.stationIdentity)).toEqual(['CP_2', 'CP_1'])
  })

  test('that break their schema are kept with the reason, and told it', async () => {
    const charger = await connect('ocpp2.0.1')
    const { transactionInfo, ...broken } = event('Ended', 7)
    expect((await charger.call('TransactionEvent', broken)).slice(0, 3)).toEqual([
      4,
      'raw-1',
      'OccurrenceConstraintViolation',
    ])
    expect(rawEvents()).toMatchObject([
      {
        action: 'TransactionEvent',
        problem: "the payload must have required property 'transactionInfo'",
        reply: null,
        frame: JSON.stringify([2, 'raw-1', 'TransactionEvent', broken]),
      },
    ])
    expect(sessions()).toEqual([])
  })

  test('with a key code are kept without it, and so is everything else that was told', async () => {
    const charger = await connect('ocpp2.0.1')
    const idToken = { idToken: '73194628', type: 'KeyCode' }
    await site.client.cards.enrol({ token: '55667788', tokenType: 'KeyCode' })
    await charger.ask('Authorize', { idToken })
    expect(await charger.ask('Authorize', { idToken: { ...idToken, idToken: '55667788' } })).toMatchObject({
      idTokenInfo: { status: 'Accepted' },
    })
    await charger.ask('TransactionEvent', event('Started', 0, { idToken }))
    await charger.call('TransactionEvent', { idToken, broken: true })
    // The word may be spelt with escapes, and codes stand in additional information too, and wherever vendors put them.
    const spelt = (seqNo: number, more: object) =>
      JSON.stringify([2, `s-${seqNo}`, 'TransactionEvent', event('Updated', seqNo, more as Record<string, unknown>)])
        .replaceAll('KeyCode', String.raw`KeyC\u006fde`)
        .replaceAll('"type"', String.raw`"t\u0079pe"`)
    charger.send(spelt(1, { idToken }))
    const additionalInfo = [{ additionalIdToken: '73194628', type: 'KeyCode' }]
    charger.send(spelt(2, { idToken: { ...CARD, additionalInfo } }))
    charger.send(spelt(3, { customData: { vendorId: 'é', deep: [{ idToken }] } }))
    await charger.ask('TransactionEvent', event('Updated', 4, { idToken: { ...CARD, additionalInfo } }))
    expect(rawEvents().filter((row) => row.seq_no !== null && row.reply !== null)).toHaveLength(5)
    await site.site.store.writer.write(() => null)
    expect(sessions()[0]).toMatchObject({ token: '••••', authorization: 'wrong-code' })
    expect(site.site.cards.unknown()).toEqual([])
    const { read } = site.site.store
    const tables = read.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    for (const table of tables) {
      const rows = JSON.stringify(read.prepare(`SELECT * FROM "${table}"`).all())
      expect(rows, table).not.toContain('73194628')
      // The card itself has to be compared; no record of its use or enrolment repeats it.
      if (table !== 'card') expect(rows, table).not.toContain('55667788')
    }
  })

  test.each(['ocpp2.0.1', 'ocpp2.1'] as const)(
    'with a key code whose type is spelt otherwise are kept without it over %s',
    async (protocol) => {
      const charger = await connect(protocol)
      for (const [place, type] of ['keycode', 'KEY_CODE', 'key__code', 'K.E.Y code', '\u212aeyCode'].entries()) {
        const idToken = { idToken: '73194628', type }
        await charger.call('Authorize', { idToken })
        await charger.call('TransactionEvent', event('Updated', place, { idToken }))
        await charger.call('TransactionEvent', { idToken: { idtoken: '73194628', type } })
      }
      expect(rawEvents().length).toBe(10)
      await site.site.store.writer.write(() => null)
      sessions()
      expect(site.site.cards.unknown()).toEqual([])
      const { read } = site.site.store
      const tables = read.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
      for (const table of tables) {
        expect(JSON.stringify(read.prepare(`SELECT * FROM "${table}"`).all()), table).not.toContain('73194628')
      }
    },
  )

  test('with characters that are written as escapes are kept word for word', async () => {
    const charger = await connect('ocpp2.0.1')
    const text = String.raw`[2, "1", "TransactionEvent", {"customData":{"vendorId":"caf\u00e9"},"seqNo":0}]`
    charger.send(text)
    await charger.next()
    expect(rawEvents()).toMatchObject([{ frame: text }])
  })

  test('whose times name no zone make a session in UTC', async () => {
    const zoneless = (seqNo: number) => at(seqNo).replace('Z', '')
    const charger = await connect('ocpp2.0.1')
    await charger.ask('TransactionEvent', event('Started', 0, { timestamp: zoneless(0), meterValue: undefined }))
    const meterValue = [{ timestamp: zoneless(60), sampledValue: [{ value: 2_000 }] }]
    await charger.ask('TransactionEvent', event('Ended', 60, { timestamp: zoneless(60), meterValue }))
    expect(sessions()).toMatchObject([{ state: 'ended', startedAt: T0, endedAt: T0 + 60_000 }])
    expect(rawEvents().map((row) => row.problem)).toEqual([null, null])
  })

  test('of an empty transaction id do not stand in the way of 1.6', async () => {
    await (await connect('ocpp2.0.1')).ask(
      'TransactionEvent',
      event('Started', 0, { transactionInfo: { transactionId: '' } }),
    )
    const { transactionId } = await (await connect('ocpp1.6')).ask('StartTransaction', START)
    expect(transactionId).toBeGreaterThan(0)
    expect(new Set(sessions().map((session) => session.transactionId))).toEqual(new Set(['', String(transactionId)]))
  })
})

describe('when the database fails', () => {
  const sabotage = (sql: string) => site.site.store.writer.write((db) => void db.exec(sql))

  test('for one message, it is kept with that, refused, and entered once when it comes again', async () => {
    const charger = await connect('ocpp1.6')
    await sabotage("CREATE TRIGGER broken BEFORE INSERT ON session BEGIN SELECT raise(ABORT, 'broken'); END")
    expect((await charger.call('StartTransaction', START)).slice(2, 3)).toEqual(['InternalError'])
    expect(rawEvents()).toMatchObject([{ problem: 'it could not be entered into the ledger', reply: null }])
    // Others are served all the while.
    expect(await charger.ask('Authorize', { idTag: 'AA12345' })).toMatchObject({ idTagInfo: { status: 'Accepted' } })

    await sabotage('DROP TRIGGER broken')
    const replies = [await charger.ask('StartTransaction', START), await charger.ask('StartTransaction', START)]
    expect(replies[1]).toEqual(replies[0])
    expect(sessions()).toHaveLength(1)
    expect(rawEvents()).toMatchObject([{ problem: null, reply: JSON.stringify(replies[0]), transaction_id: '1' }])
  })

  test('for want of room, nothing is acknowledged that is not stored, and all goes on when there is room', async () => {
    const charger = await connect('ocpp2.0.1')
    await site.site.store.writer.write((db) => {
      db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
    })
    const filling = await Promise.all(
      Array.from({ length: 200 }, (_, seqNo) =>
        charger.call('TransactionEvent', event('Updated', seqNo, { customData: { vendorId: 'x'.repeat(255) } })),
      ),
    )
    const acknowledged = filling.filter((answer) => answer[0] === 3).length
    expect(acknowledged).toBeLessThan(200)
    expect(rawEvents()).toHaveLength(acknowledged)
    const [refusal] = filling.filter((answer) => answer[0] === 4)
    expect(refusal?.slice(2, 4)).toEqual(['InternalError', expect.stringContaining('Send it again later')])

    await site.site.store.writer.write((db) => void db.pragma('max_page_count = 1000000'))
    expect(await charger.ask('TransactionEvent', event('Updated', 199))).toEqual({})
  })
})

describe('1.6 transactions', () => {
  test('a start that is sent again under new ids gets the same number and verdict, word for word, and is one session', async () => {
    const charger = await connect('ocpp1.6')
    const first = await charger.ask('StartTransaction', START, 'a')
    await site.client.cards.update({ cardId: 1, blocked: true })
    const again = await (await connect('ocpp1.6')).ask('StartTransaction', START, 'b')
    expect(JSON.stringify(again)).toBe(JSON.stringify(first))
    expect(first).toMatchObject({ idTagInfo: { status: 'Accepted' } })
    expect(sessions()).toHaveLength(1)
  })

  test('also when both are sent before the first is answered, and after a restart', async () => {
    const charger = await connect('ocpp1.6')
    const answers = await Promise.all(['a', 'b', 'c'].map((id) => charger.ask('StartTransaction', START, id)))
    site = await site.restart()
    answers.push(await (await connect('ocpp1.6')).ask('StartTransaction', START, 'd'))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(sessions()).toHaveLength(1)
  })

  test('whose times name no zone make a session in UTC', async () => {
    const zoneless = (seconds: number) => at(seconds).replace('Z', '')
    const charger = await connect('ocpp1.6')
    const { transactionId } = await charger.ask('StartTransaction', { ...START, timestamp: zoneless(0) })
    const meterValue = [{ timestamp: zoneless(30), sampledValue: [{ value: '1500' }] }]
    await charger.ask('MeterValues', { connectorId: 1, transactionId, meterValue })
    await charger.ask('StopTransaction', { transactionId, meterStop: 2_000, timestamp: zoneless(60) })
    expect(sessions()).toMatchObject([
      { state: 'ended', startedAt: T0, endedAt: T0 + 60_000, energyWh: 1_000, doubts: [] },
    ])
    expect(rawEvents().map((row) => row.problem)).toEqual([null, null, null])
  })

  test('a card that is refused gets its number all the same', async () => {
    const charger = await connect('ocpp1.6')
    expect(await charger.ask('StartTransaction', { ...START, idTag: 'BB' })).toEqual({
      transactionId: 1,
      idTagInfo: { status: 'Invalid' },
    })
    expect(sessions()[0]).toMatchObject({ authorization: 'unknown', state: 'running' })
  })

  test('two starts that differ are two sessions with numbers of their own', async () => {
    const charger = await connect('ocpp1.6')
    const [first, second] = await Promise.all([
      charger.ask('StartTransaction', START),
      charger.ask('StartTransaction', { ...START, connectorId: 2 }),
    ])
    expect([first?.transactionId, second?.transactionId]).toEqual([1, 2])
  })

  test('meter values and a stop in any order lead to the same session', async () => {
    const charger = await connect('ocpp1.6')
    const meter = (seconds: number, value: string) => ({
      connectorId: 1,
      meterValue: [{ timestamp: at(seconds), sampledValue: [{ value, unit: 'kWh' }] }],
    })
    let second = 0
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }), async (order) => {
        second += 1
        const { transactionId } = await charger.ask('StartTransaction', { ...START, reservationId: second })
        const messages: readonly (readonly [string, object])[] = [
          ['MeterValues', { transactionId, ...meter(1, '1.1') }],
          ['MeterValues', { transactionId, ...meter(2, '1.2') }],
          [
            'StopTransaction',
            { transactionId, meterStop: 1_400, timestamp: at(4), transactionData: meter(3, '1.3').meterValue },
          ],
          ['MeterValues', { transactionId, ...meter(2, '1.2') }],
        ]
        for (const index of order) {
          const [action, payload] = messages[index] ?? ['', {}]
          await charger.ask(action, payload)
        }
        expect(sessions()[0]).toMatchObject({
          id: transactionId,
          state: 'ended',
          energyWh: 400,
          endedAt: T0 + 4_000,
          stopReason: 'Local',
          doubts: [],
        })
        expect(site.site.sessions.get(Number(transactionId)).readings.map((reading) => reading.energyWh)).toEqual([
          1_000, 1_100, 1_200, 1_300, 1_400,
        ])
      }),
      { numRuns: 15 },
    )
  })

  test('a stop of a transaction nobody knows is taken, kept and doubted; its number is never given again', async () => {
    const charger = await connect('ocpp1.6')
    const stop = { transactionId: 2, idTag: 'AA12345', meterStop: 500, timestamp: at(5) }
    expect(await charger.ask('StopTransaction', stop)).toEqual({ idTagInfo: { status: 'Accepted' } })
    expect(await charger.ask('StopTransaction', stop)).toEqual({ idTagInfo: { status: 'Accepted' } })
    expect(sessions()).toMatchObject([
      { id: 1, transactionId: '2', state: 'ended', doubts: ['no-start', 'no-end-meter'] },
    ])
    expect((await charger.ask('StartTransaction', START)).transactionId).toBe(3)
  })

  test('a stop with -1 is taken as valid, and put onto no other session', async () => {
    const charger = await connect('ocpp1.6')
    await charger.ask('StartTransaction', START)
    expect(await charger.ask('StopTransaction', { transactionId: -1, meterStop: 900, timestamp: at(5) })).toEqual({})
    expect(await charger.ask('StopTransaction', { transactionId: -1, meterStop: 950, timestamp: at(6) })).toEqual({})
    await charger.ask('MeterValues', {
      connectorId: 1,
      transactionId: -1,
      meterValue: [{ timestamp: at(1), sampledValue: [{ value: '1' }] }],
    })
    expect(sessions().map(({ state, doubts }) => [state, doubts])).toEqual([
      ['ended', ['orphan-stop']],
      ['ended', ['orphan-stop']],
      ['running', []],
    ])
  })

  test('meter values of no transaction start nothing, and their one home are the notices', async () => {
    const charger = await connect('ocpp1.6')
    const request = { connectorId: 0, meterValue: [{ timestamp: at(1), sampledValue: [{ value: '1' }] }] }
    await charger.ask('MeterValues', request)
    expect(sessions()).toEqual([])
    expect(rawEvents()).toEqual([])
    expect((await site.client.notices.find({ topic: 'meter' })).entries).toMatchObject([{ payload: request }])
  })
})

test.each(PROTOCOLS)('a day of sessions adds up in the figures on %s', async (protocol) => {
  const charger = await connect(protocol)
  const midnight = new Date().setHours(0, 0, 0, 0)
  const stamp = (hours: number) => new Date(midnight + hours * 3_600_000).toISOString()
  if (protocol === 'ocpp1.6') {
    const { transactionId } = await charger.ask('StartTransaction', { ...START, timestamp: stamp(-1) })
    const sampledValue = [{ value: '1400' }]
    await charger.ask('MeterValues', {
      connectorId: 1,
      transactionId,
      meterValue: [{ timestamp: stamp(-0.5), sampledValue }],
    })
    await charger.ask('StopTransaction', { transactionId, meterStop: 2_000, timestamp: stamp(1) })
  } else {
    const meter = (hours: number, value: number) => ({
      timestamp: stamp(hours),
      meterValue: [{ timestamp: stamp(hours), sampledValue: [{ value }] }],
    })
    await charger.ask('TransactionEvent', event('Started', 0, meter(-1, 1_000)))
    await charger.ask('TransactionEvent', event('Updated', 1, meter(-0.5, 1_400)))
    await charger.ask('TransactionEvent', event('Ended', 2, meter(1, 2_000)))
  }
  // What was delivered before midnight belongs to the day before, and so does the beginning.
  expect(site.site.sessions.figuresSince(midnight)).toEqual({ powerW: 0, energyWh: 600, sessions: 0 })
})

test.each([
  ['right', 0],
  ['an hour behind', -3_600_000],
  ['an hour ahead', 3_600_000],
])('a session that its charger forgot draws no power once its EVSE is free, its clock being %s', async (_, off) => {
  const itsTime = () => new Date(Date.now() + later + off).toISOString()
  const told = async (word: string) => {
    later += 1_000
    const status = { connectorId: 1, errorCode: 'NoError', status: word, timestamp: itsTime() }
    await charger.ask('StatusNotification', status)
  }
  const powerW = () => [site.site.sessions.figuresSince(0).powerW, site.site.sessions.powerW()]
  let charger = await connect('ocpp1.6')
  await told('Available')
  const { transactionId } = await charger.ask('StartTransaction', { ...START, timestamp: itsTime() })
  later += 1_000
  const sampledValue = [{ value: '7000', measurand: 'Power.Active.Import' }]
  const meterValue = [{ timestamp: itsTime(), sampledValue }]
  await charger.ask('MeterValues', { connectorId: 1, transactionId, meterValue })
  expect(powerW(), 'it was free before').toEqual([7_000, 7_000])
  await told('Charging')
  expect(powerW()).toEqual([7_000, 7_000])
  // The charger was without power and has forgotten the session; no StopTransaction will come.
  await told('Available')
  expect(sessions()).toMatchObject([{ state: 'running' }])
  expect(powerW()).toEqual([0, 0])
  site = await site.restart()
  charger = await connect('ocpp1.6')
  await told('Available')
  expect(powerW()).toEqual([0, 0])
})
