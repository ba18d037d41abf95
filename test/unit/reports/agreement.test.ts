import { createReports, type MonthPart } from '@main/reports/reports'
import { milliwattHours, toReportSession } from '@main/reports/sessionShare'
import { run } from '@main/store/handles'
import { highestBetween, READINGS_A_LOOK } from '@main/store/queries/reportSessions'
import { energyOf } from '@main/store/queries/sessionView'
import { insertTariff } from '@main/store/queries/tariffs'
import { GROUPINGS, type ReportSession } from '@shared/contract/reports'
import type { Tariff } from '@shared/contract/tariffs'
import { namedZone } from '@shared/namedZone'
import { monthSpan } from '@shared/zone'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LedgerRow, storeSessions } from '../../support/storeSessions'
import { nightBand, tariffFrom } from '../../support/tariffs'
import { openTestStore, type TestStore } from '../../support/testStore'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONTHS = ['2026-02', '2026-03', '2026-04', '2026-10', '2026-11']
/** Nothing of these ledgers lies beyond these months of their year. */
const ALL_MONTHS = Array.from({ length: 14 }, (_, index) =>
  new Date(Date.UTC(2025, 11 + index, 1)).toISOString().slice(0, 7),
)

/** A session as stations have them: it begins near a boundary or anywhere, with readings as they come. */
const session = fc
  .record({
    near: fc.constantFrom(...MONTHS),
    before: fc.integer({ min: -20 * DAY, max: 3 * HOUR }),
    lasts: fc.oneof(fc.integer({ min: 0, max: 8 * HOUR }), fc.integer({ min: DAY, max: 40 * DAY })),
    // Watt-hours between readings; stations send kWh with up to three decimals, and fall a little at times.
    steps: fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 30_000 })), { maxLength: 12 }),
    startWh: fc.constantFrom(0, 1_234_567, 98_765.4),
    fraction: fc.constantFrom(0, 0.4, 0.001),
    // The times of readings are their own: not even all between beginning and end.
    jitter: fc.integer({ min: -HOUR, max: HOUR }),
    token: fc.constantFrom(null, '', 'AA', 'BB', 'CC', 'STRANGER'),
    station: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('plain', 'plain', 'plain', 'unsettled', 'running', 'corrected', 'no-start', 'fell', 'joined'),
    hand: fc.record({ energyWh: fc.integer({ min: 0, max: 50_000 }), later: fc.integer({ min: 0, max: 3 * DAY }) }),
  })
  .map(({ near, before, lasts, steps, startWh, fraction, jitter, token, station, kind, hand }): LedgerRow => {
    const began = Date.parse(`${near}-28T23:00:00Z`) + before
    const ended = began + lasts
    let wh = startWh
    const readings = [0, ...steps].map((step, place) => {
      wh += step + (step > 9 ? fraction : 0)
      const at = began + Math.floor((lasts * place) / Math.max(steps.length, 1)) + (place > 0 ? jitter : 0)
      return { at: place === 0 ? began : Math.max(at, began + place), wh }
    })
    const settled = kind === 'corrected' ? 'corrected' : kind === 'joined' ? 'joined' : null
    return {
      station,
      token,
      readings,
      state: kind === 'running' ? 'running' : 'ended',
      startedAt: kind === 'no-start' ? null : began,
      endedAt: kind === 'running' ? null : ended,
      // What came late out of a station's queue has its place where it was received.
      receivedAt: ended + 10 * DAY,
      unsettled: kind === 'unsettled',
      meterFell: kind === 'fell',
      settled: kind === 'fell' || kind === 'no-start' ? 'accepted' : settled,
      settledEnergyWh: settled === 'corrected' ? hand.energyWh : null,
      settledEndedAt: settled === 'corrected' ? began + hand.later : null,
    }
  })

const TARIFFS: readonly Tariff[] = [
  tariffFrom('2026-01-15', { bands: [nightBand()], feePerMonthMinor: 500 }),
  tariffFrom(
    '2026-03-20',
    { bands: [nightBand([1, 3, 5])], feePerSessionMinor: 35, rounding: { what: 'statement', mode: 'half-even' } },
    2,
  ),
]

async function partsOf(store: TestStore, zone: string, month: string, by: (typeof GROUPINGS)[number]) {
  const reports = createReports({
    store,
    clock: () => Date.parse('2027-01-01T00:00:00Z'),
    zone: namedZone(zone),
    siteName: () => 'Site',
    issuer: () => ({ addressLines: [], currency: 'EUR' }),
    catchUp: () => {},
  })
  const parts: MonthPart[] = []
  for await (const part of reports.month({ month, by })) parts.push(part)
  const whole = parts.at(-1)
  if (whole?.kind !== 'whole') throw new Error('a report has an end')
  const found = parts.flatMap((part) => (part.kind === 'found' ? [part] : []))
  const sessions = found.flatMap(({ counted }) => counted.map(({ share, line }) => toReportSession(share, line.key)))
  const apart = found.flatMap((part) => part.apart)
  return { ...whole, sessions, apart }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** What the ledger says, session by session, without this program's reports. */
function ledgerOf(rows: readonly LedgerRow[], store: TestStore) {
  const stored = store.read.prepare('SELECT * FROM session ORDER BY id').all() as Parameters<typeof energyOf>[0][]
  return rows.map((row, place) => {
    const found = stored[place]
    const energyWh = found ? energyOf(found) : null
    const counts = row.state === 'ended' && !row.unsettled && energyWh !== null
    return { id: place + 1, counts, energyMwh: energyWh === null ? 0 : milliwattHours(energyWh) }
  })
}

test('a session of very many readings is looked at in parts, and split by all of them', async () => {
  const store = openTestStore()
  const began = Date.UTC(2026, 1, 26, 23)
  const readings = Array.from({ length: 25_000 }, (_, place) => ({ at: began + place * 10_000, wh: place }))
  const ended = began + 24_999 * 10_000
  const times = { startedAt: began, endedAt: ended, receivedAt: ended }
  await storeSessions(store, [{ station: 1, token: 'AA', state: 'ended', readings, ...times }])
  const march = Date.UTC(2026, 2, 1)
  expect(highestBetween(store.read, 1, 0, march)).toEqual({
    at: began + (READINGS_A_LOOK - 1) * 10_000,
    highestWh: READINGS_A_LOOK - 1,
    isFull: true,
  })
  for (const [month, energyMwh] of [['2026-02', 17_640_000] as const, ['2026-03', 7_359_000] as const]) {
    const { sessions } = await partsOf(store, 'UTC', month, 'card')
    expect(sessions).toMatchObject([{ energyMwh, wholeEnergyMwh: 24_999_000, split: 'readings' }])
  }
})

test('a lost card and the one in its place pay one fee for the month of the swap, and two for another one', async () => {
  const store = openTestStore()
  const charged = (day: string, token: string): LedgerRow => {
    const at = Date.parse(`${day}T08:00:00Z`)
    const readings = [
      { at, wh: 0 },
      { at: at + HOUR, wh: 1_000 },
    ]
    const times = { startedAt: at, endedAt: at + HOUR, receivedAt: at + HOUR }
    return { station: 1, token, readings, state: 'ended', ...times }
  }
  // The lost card was found again and unblocked: in April both charge.
  await storeSessions(store, [
    charged('2026-03-02', 'AA'),
    charged('2026-03-09', 'BB'),
    charged('2026-03-20', 'CC'),
    charged('2026-04-02', 'AA'),
    charged('2026-04-03', 'CC'),
  ])
  await store.writer.write((db) => {
    insertTariff(db, tariffFrom('2026-01-01', { feePerMonthMinor: 500 }))
    const [first, second] = [Date.parse('2026-03-05T00:00:00Z'), Date.parse('2026-03-10T00:00:00Z')]
    run(
      db,
      "UPDATE card SET replaces = (SELECT id FROM card WHERE token = 'AA'), created_at = ? WHERE token = 'BB'",
      first,
    )
    run(
      db,
      "UPDATE card SET replaces = (SELECT id FROM card WHERE token = 'BB'), created_at = ? WHERE token = 'CC'",
      second,
    )
  })
  const fees = async (month: string, by: (typeof GROUPINGS)[number]) => {
    const { lines } = await partsOf(store, 'UTC', month, by)
    const named = lines.map(({ name, charges }) => [name, sum(charges.map(({ monthFees }) => monthFees))] as const)
    return named.filter(([, times]) => times > 0).sort()
  }
  // Its holder was erased, so CC is called by its number; the fee stands with the newest.
  expect(await fees('2026-03', 'card')).toEqual([['CC', 1]])
  expect(await fees('2026-03', 'holder')).toEqual([['CC', 1]])
  expect(await fees('2026-03', 'station')).toEqual([])
  expect(await fees('2026-04', 'card')).toEqual([
    ['CC', 1],
    ['Ines', 1],
  ])
})

test('every sum of a report agrees with the ledger, and the parts of a session add up to it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(session, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('Europe/Berlin', 'Asia/Seoul', 'America/Santiago'),
      async (rows, zone) => {
        const store = openTestStore()
        await storeSessions(store, rows)
        for (const tariff of TARIFFS) await store.writer.write((db) => insertTariff(db, tariff))
        const ledger = ledgerOf(rows, store)
        const counting = ledger.filter(({ counts }) => counts)

        const parts = new Map<number, ReportSession[]>()
        let total = 0
        for (const month of ALL_MONTHS) {
          const report = await partsOf(store, zone, month, 'card')
          total += report.head.total.energyMwh
          const span = monthSpan(namedZone(zone), month)
          for (const part of report.sessions) {
            parts.set(part.sessionId, [...(parts.get(part.sessionId) ?? []), part])
            expect(part.energyMwh).toBeGreaterThanOrEqual(0)
            expect(sum(part.energy.map(({ energyMwh }) => energyMwh))).toBe(part.energyMwh)
            expect(part.beganAt < span.to && (part.endedAt > span.from || part.beganAt >= span.from)).toBe(true)
          }
          expect(report.head.total.energyMwh).toBe(sum(report.sessions.map(({ energyMwh }) => energyMwh)))
          expect(new Set(report.sessions.map(({ sessionId }) => sessionId)).size).toBe(report.sessions.length)
          for (const apart of report.apart) expect(ledger[apart.sessionId - 1]?.counts).toBe(false)
        }
        expect(total).toBe(sum(counting.map(({ energyMwh }) => energyMwh)))
        for (const { id, energyMwh } of counting) {
          expect([id, sum((parts.get(id) ?? []).map((part) => part.energyMwh))]).toEqual([id, energyMwh])
          for (const part of parts.get(id) ?? []) expect(part.wholeEnergyMwh).toBe(energyMwh)
        }

        for (const month of MONTHS) {
          const all = []
          for (const by of GROUPINGS) all.push(await partsOf(store, zone, month, by))
          for (const { lines, head } of all) {
            expect(sum(lines.map(({ energyMwh }) => energyMwh))).toBe(head.total.energyMwh)
            expect(head.total.energyMwh).toBe(all[0]?.head.total.energyMwh)
            for (const line of lines) {
              const priced = line.charges.flatMap(({ energy }) => energy.map((part) => part.energyMwh))
              expect(sum(priced) + line.unpricedMwh).toBe(line.energyMwh)
              expect(sum(line.charges.map(({ totalMinor }) => totalMinor))).toBe(line.totalMinor)
              expect(line.netMinor + line.taxMinor).toBe(line.totalMinor)
            }
          }
        }
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)
