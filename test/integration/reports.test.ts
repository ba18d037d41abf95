import type { ReportHead, ReportLine, ReportSession } from '@shared/contract/reports'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeSessions } from '../support/storeSessions'
import { nightBand, termsWith } from '../support/tariffs'
import { openTestSite, type TestSite } from '../support/testSite'

/** By the clock of this computer, whatever its zone is. */
const local = (day: number, hour: number, minute = 0) => new Date(2026, 5, day, hour, minute).getTime()
const NOW = local(20, 12)

let site: TestSite
beforeAll(async () => {
  site = await openTestSite({ clock: () => NOW })
  const session = (day: number, hour: number, wh: number, token: string | null, minutes = 60) => {
    const [at, end] = [local(day, hour), local(day, hour, minutes)]
    const readings = [at, (at + end) / 2, end].map((moment, place) => ({ at: moment, wh: 1_000 + (wh * place) / 2 }))
    return { station: 1, token, readings, state: 'ended' as const, startedAt: at, endedAt: end, receivedAt: end }
  }
  await storeSessions(site.site.store, [
    session(1, 8, 10_000, 'AA'),
    // Half before ten in the evening, half after.
    { ...session(2, 21, 8_000, 'AA', 120) },
    session(3, 8, 5_001, 'BB'),
    session(4, 8, 2_000, null),
    session(5, 8, 1_000, 'CC'),
    { ...session(6, 8, 9_000, 'AA'), unsettled: true },
    { ...session(7, 8, 9_000, 'AA'), state: 'running', endedAt: null },
  ])
})
afterAll(() => site.close())

async function report(by: 'holder' | 'card' | 'station') {
  const lines: ReportLine[] = []
  const apart: string[] = []
  let head: ReportHead | null = null
  for await (const part of await site.client.reports.month({ month: '2026-06', by })) {
    if (part.kind === 'lines') lines.push(...part.lines)
    if (part.kind === 'apart') apart.push(...part.sessions.map(({ reason }) => reason))
    if (part.kind === 'head') head = part.head
  }
  if (!head) throw new Error('a report ends with its head')
  return { lines, apart, head }
}

/** What a statement has on it. */
async function statements(key?: string) {
  const sessions: ReportSession[] = []
  const lines: ReportLine[] = []
  const request = { month: '2026-06', by: 'holder', withSessions: true, key } as const
  for await (const part of await site.client.reports.month(request)) {
    if (part.kind === 'sessions') sessions.push(...part.sessions)
    if (part.kind === 'lines') lines.push(...part.lines)
  }
  return { sessions, lines }
}

async function textOf(parts: AsyncIterable<{ text: string }>) {
  let text = ''
  for await (const part of parts) text += part.text
  return text.split('\r\n').slice(0, -1)
}

test('a month is told, priced and saved; tariffs keep the past as it was', async () => {
  const { client } = site
  const bare = await report('holder')
  expect(bare.head).toMatchObject({
    tariffs: [],
    apart: 2,
    total: { sessions: 5, energyMwh: 26_001_000, totalMinor: 0 },
  })
  expect(bare.apart.sort()).toEqual(['running', 'undecided'])
  expect(bare.lines.map(({ kind, name, energyMwh }) => [kind, name, energyMwh])).toEqual([
    ['holder', 'Ines', 23_001_000],
    ['without-card', '', 2_000_000],
    ['card', 'CC', 1_000_000],
  ])

  const whole = await statements()
  for (const { key, energyMwh, sessions } of whole.lines) {
    const own = whole.sessions.filter(({ lineKey }) => lineKey === key)
    expect(own).toHaveLength(sessions)
    expect(own.reduce((sum, session) => sum + session.energyMwh, 0)).toBe(energyMwh)
  }
  const [ines] = whole.lines
  expect((await statements(ines?.key)).sessions).toEqual(whole.sessions.filter(({ lineKey }) => lineKey === ines?.key))

  // Who says so, and in which money.
  const address = ['Hauptstraße 1', '', '10115 Berlin']
  expect(await client.reports.setIssuer({ addressLines: address, currency: 'XQQ' })).toEqual({ kind: 'no-currency' })
  expect(await client.reports.setIssuer({ addressLines: address, currency: 'CHF' })).toEqual({ kind: 'saved' })

  const terms = termsWith({ bands: [nightBand()], feePerSessionMinor: 35, feePerMonthMinor: 500 })
  const overlapping = { ...terms, bands: [nightBand(), { ...nightBand(), fromMinute: 0, untilMinute: 60 }] }
  expect(await client.tariffs.add({ ...overlapping, fromDay: '2026-01-01' })).toEqual({
    kind: 'overlap',
    bands: [0, 1],
  })
  // Another currency at the very moment: the tariff's amounts stay what they are.
  const { tariffs: desk, issuer } = site.site.reportDesk
  const [first, changed] = await Promise.all([
    desk.add('test', { ...terms, fromDay: '2026-01-01' }),
    issuer.set('test', { addressLines: address, currency: 'JPY' }),
  ])
  expect([first.kind, changed]).toEqual(['added', { kind: 'currency-in-use', currency: 'CHF' }])
  // What it costs is told in the money that it was entered in.
  const { entries: changes } = await client.events.audit({})
  expect(changes.find(({ action }) => action === 'tariff-added')?.detail).toMatchObject({
    feePerSession: { milliMinor: 35_000, currency: 'CHF' },
    feePerMonth: { milliMinor: 500_000, currency: 'CHF' },
    bands: [
      {
        name: 'Night',
        days: [1, 2, 3, 4, 5, 6, 7],
        fromMinute: 1_320,
        untilMinute: 360,
        pricePerKwh: { milliMinor: 20_000, currency: 'CHF' },
      },
    ],
  })
  // From here on the past is as it is.
  expect(await client.tariffs.add({ ...terms, fromDay: '2026-06-19' })).toEqual({
    kind: 'in-the-past',
    today: '2026-06-20',
  })
  expect(await client.tariffs.add({ ...terms, fromDay: '2026-01-01' })).toEqual({ kind: 'day-taken' })
  const next = await client.tariffs.add({ ...terms, fromDay: '2026-07-01' })
  if (next.kind !== 'added') throw new Error('the next tariff may begin later')
  const { tariffs } = await client.tariffs.list()
  expect(tariffs.map(({ fromDay, untilDay, state }) => [fromDay, untilDay, state])).toEqual([
    ['2026-01-01', '2026-07-01', 'in-force'],
    ['2026-07-01', null, 'to-come'],
  ])
  expect(await client.tariffs.remove({ tariffId: next.tariffId })).toEqual({ kind: 'removed' })
  expect(await client.tariffs.remove({ tariffId: next.tariffId })).toEqual({ kind: 'already-gone' })
  expect(await client.reports.setIssuer({ addressLines: [], currency: 'EUR' })).toEqual({
    kind: 'currency-in-use',
    currency: 'CHF',
  })

  const { lines, head } = await report('holder')
  expect(head).toMatchObject({ siteName: 'Test site', issuer: { addressLines: ['Hauptstraße 1', '10115 Berlin'] } })
  // 19.001 kWh at 30 cents and 4 kWh at 20: 3.00 + 1.20 + 0.80 + 1.50; three sessions and two cards.
  expect(lines[0]).toMatchObject({
    charges: [
      {
        energy: [
          { band: null, energyMwh: 19_001_000 },
          { band: 0, energyMwh: 4_000_000 },
        ],
        energyMinor: 650,
        sessionFees: 3,
        monthFees: 2,
        feesMinor: 1_105,
        totalMinor: 1_755,
      },
    ],
    netMinor: 1_475,
    taxMinor: 280,
  })
  const byCharger = await report('station')
  expect(byCharger.head.total.energyMwh).toBe(head.total.energyMwh)
  expect(byCharger.lines[0]?.charges[0]).toMatchObject({ monthFees: 0, sessionFees: 5 })

  const own: ReportSession[] = []
  const key = lines[0]?.key
  for await (const part of await client.reports.sessions({ month: '2026-06', by: 'holder', key }))
    own.push(...part.sessions)
  expect(own.map(({ sessionId, energyMwh, split }) => [sessionId, energyMwh, split])).toEqual([
    [1, 10_000_000, 'whole'],
    [2, 8_000_000, 'readings'],
    [3, 5_001_000, 'whole'],
  ])
  await expectFiles()
})

/** The tables and the workbook have what the report has, numbers as numbers and dates as dates. */
async function expectFiles() {
  const { client } = site
  const request = { month: '2026-06', by: 'holder' } as const
  const { lines, head } = await report('holder')
  const comma = { separator: 'semicolon', decimal: 'comma', bom: true } as const
  const table = await textOf(await client.reports.table({ ...request, rows: 'lines', ...comma }))
  expect(table[0]).toBe(
    '\u{feff}line;detail;kind;sessions;energy_kwh;energy_without_tariff_kwh;sessions_split_by_time;net;tax;total;currency',
  )
  expect(table[1]).toBe('Ines;;holder;3;23,001;0,000;0;14,75;2,80;17,55;CHF')
  expect(table).toHaveLength(lines.length + 1)
  const sessions = await textOf(await client.reports.table({ ...request, rows: 'sessions' }))
  expect(sessions).toHaveLength(6)
  expect(sessions[1]).toMatch(/^1,Ines,CP_1,1,AA,Ines,2026-06-01T08:00:00.000.*,10.000,10.000,whole,3.00000,0.35,CHF$/)

  const pieces: Buffer[] = []
  const words = { report: 'Bericht', withoutCard: '카드 없이 시작', total: '合计' }
  for await (const { data } of await client.reports.workbook({ ...request, words })) {
    pieces.push(Buffer.from(data, 'base64'))
  }
  const sheets = await readWorkbook(Buffer.concat(pieces))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Bericht', 'Sessions', 'Not counted', 'How it was made'])
  const [report1 = [], sessionRows = [], apartRows = [], ruleRows = []] = sheets.map(({ data }) => data)
  expect(report1[1]).toEqual(['Ines', null, 3, 23.001, 0, 0, 14.75, 2.8, 17.55])
  expect(report1[2]?.[0]).toBe('카드 없이 시작')
  expect(report1.at(-1)).toEqual([
    '合计',
    null,
    5,
    head.total.energyMwh / 1_000_000,
    0,
    0,
    head.total.netMinor / 100,
    head.total.taxMinor / 100,
    head.total.totalMinor / 100,
  ])
  const began = sessionRows[1]?.[5]
  // Workbooks have the time on the wall, as if it were UTC, as parts of a day: to the second here.
  expect(began).toBeInstanceOf(Date)
  expect(Math.round(Number(began) / 1_000)).toBe(Date.UTC(2026, 5, 1, 8) / 1_000)
  const energy = sessionRows.slice(1).reduce((sum, row) => sum + Math.round(Number(row[7]) * 1_000_000), 0)
  expect(energy).toBe(head.total.energyMwh)
  expect(apartRows.slice(1).map((row) => row.at(-1))).toEqual(['doubtful and not settled', 'still open'])
  expect(ruleRows).toContainEqual(expect.arrayContaining(['Night', '1 2 3 4 5 6 7', '22:00', '06:00', 0.2]))
}

test('who breaks off gets no more, and a month of nobody is empty', async () => {
  const { client } = site
  const parts = await client.reports.workbook({ month: '2026-06', by: 'card' })
  await parts.next()
  await parts.return?.(undefined)
  const empty: string[] = []
  for await (const part of await client.reports.month({ month: '2020-01', by: 'card' })) empty.push(part.kind)
  expect(empty).toEqual(['head'])
})
