import { createCards } from '@main/cards/cards'
import { createCardImports, type ImportChoice } from '@main/cards/import/cardImports'
import { delimiterOf } from '@main/cards/import/readTable'
import { createChanges } from '@main/changes'
import { findAudit, toAuditEntry } from '@main/store/queries/events'
import type { ImportEvent, ImportMapping } from '@shared/contract/cardImport'
import { EnrolRequest } from '@shared/contract/cards'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/testStore'

function open() {
  const store = openTestStore()
  const deps = { store, clock: () => 1_000, changes: createChanges() }
  const cards = createCards(deps)
  const imports = createCardImports({ read: store.read, cards, ...deps })
  const given = async (text: string) => {
    const { importId } = imports.begin('cards.csv')
    for (let from = 0; from < text.length; from += 7) imports.append(importId, text.slice(from, from + 7))
    return { importId, table: await imports.read(importId) }
  }
  const run = async (importId: string, choice: Partial<ImportChoice> & { mapping: ImportMapping }) => {
    const events: ImportEvent[] = []
    for await (const event of imports.run('test', importId, { dryRun: false, enrolled: 'problem', ...choice })) {
      events.push(event)
    }
    return events
  }
  const all = () => cards.find({ search: '', blocked: null, before: null, limit: 500 })
  return { store, cards, imports, given, run, all }
}

const EXCEL = [
  '\ufeff"Kartennummer";Inhaber;"Gültig bis";Wohnung;gesperrt;Gruppe',
  '04:a1:b2:c3:d4:e5:f6;"Müller; Ada";31.12.2026 18:00;"3a, Süd";nein;flat-3',
  '04A1B2C3D4E5F7;"Zeile',
  'zwei";;;ja;',
  ';;;;;',
].join('\r\n')

test('reads what Excel saves: UTF-8 with a mark, semicolons, quotes, lines within cells and empty rows', async () => {
  const { given, run, all } = open()
  const { importId, table } = await given(EXCEL)
  expect(table).toMatchObject({
    kind: 'read',
    delimiter: ';',
    columns: ['Kartennummer', 'Inhaber', 'Gültig bis', 'Wohnung', 'gesperrt', 'Gruppe'],
    rows: 2,
    mapping: { number: 0, holder: 1, validUntil: 2, tags: 3, blocked: 4, group: 5 },
  })
  if (table.kind !== 'read') throw new Error(table.kind)
  const { mapping } = table
  expect((await run(importId, { mapping, dryRun: true })).at(-1)).toMatchObject({
    kind: 'checked',
    good: 2,
    problems: [],
  })
  expect(all().total).toBe(0)
  const events = await run(importId, { mapping })
  expect(events.map(({ kind }) => kind)).toEqual(['progress', 'progress', 'imported'])
  expect(all().entries).toMatchObject([
    { token: '04A1B2C3D4E5F7', holder: 'Zeile\r\nzwei', blocked: true, validUntil: null },
    {
      token: '04A1B2C3D4E5F6',
      tokenType: 'ISO14443',
      holder: 'Müller; Ada',
      validUntil: new Date(2026, 11, 31, 18).getTime(),
      tags: ['3a', 'Süd'],
      group: 'FLAT-3',
      blocked: false,
    },
  ])
})

test.each([
  ['\ufeffsep=;', '\r\n'],
  ['"sep=;"', '\n'],
])('takes %j for no row', async (head, end) => {
  const { given, run } = open()
  const { importId, table } = await given([head, 'Number;Owner', ';no number, or two', '04AA;Ada'].join(end))
  expect(table).toMatchObject({
    delimiter: ';',
    columns: ['Number', 'Owner'],
    rows: 2,
    mapping: { number: 0, holder: 1 },
  })
  if (table.kind !== 'read') throw new Error(table.kind)
  expect((await run(importId, { mapping: table.mapping, dryRun: true })).at(-1)).toMatchObject({
    good: 1,
    problems: [{ line: 3, problem: 'number-missing' }],
  })
})

test('says line by line what is wrong, and then writes nothing', async () => {
  const { cards, given, run, all, store } = open()
  await cards.enrol('test', EnrolRequest.parse({ token: 'AA' }))
  const rows = [
    ['number', 'type', 'until', 'from', 'blocked', 'group', 'language', 'holder'],
    ['', '', '', '', '', '', '', ''],
    ['', 'Local', '', '', '', '', '', 'no number'],
    ['aa', '', '', '', '', '', '', ''],
    ['BB', 'Plastic', '', '', '', '', '', ''],
    ['4.1E+12', '', '', '', '', '', '', ''],
    ['CC', '', '01/02/2026', '31.02.2026', 'maybe', 'a b', 'Deutsch', 'x'.repeat(121)],
    ['DD', '', '2026-01-01', '2026-01-01', '', '', '', ''],
    ['EE', '', '', '', '', '', '', ''],
    ['ee', '', '', '', '', '', '', ''],
    ['EE', 'Local', '', '', '', '', '', ''],
    ['1234567890123456789012345678901234567', '', '', '', '', '', '', ''],
    ['12\u200b34', '', '', '', '', '', '', ''],
    ['99887766', 'key code', '', '', 'perhaps', '', '', ''],
    ['998877665544332211998877665544332211998877', 'KeyCode', '', '', '', '', '', ''],
    // That the line before has another problem does not hide this one.
    ['dd', '', '', '', '', '', '', ''],
  ]
  const { importId, table } = await given(rows.map((row) => row.join(',')).join('\n'))
  if (table.kind !== 'read') throw new Error(table.kind)
  expect(table.mapping).toMatchObject({ number: 0, type: 1, validUntil: 2, validFrom: 3, language: 6 })
  const events = await run(importId, { mapping: table.mapping })
  const told = events.at(-1)
  if (told?.kind !== 'checked') throw new Error(told?.kind)
  expect(told.problems.map(({ line, field, problem }) => [line, field, problem])).toEqual([
    [3, 'number', 'number-missing'],
    [4, 'number', 'already-enrolled'],
    [5, 'type', 'type-unknown'],
    [6, 'number', 'number-of-spreadsheet'],
    [7, 'validFrom', 'not-a-date'],
    [7, 'validUntil', 'not-a-date'],
    [7, 'blocked', 'not-yes-or-no'],
    [7, 'holder', 'too-long'],
    [7, 'group', 'group-characters'],
    [7, 'language', 'not-a-language'],
    [8, 'validUntil', 'ends-before-it-begins'],
    [10, 'number', 'twice-in-table'],
    [12, 'number', 'number-too-long'],
    [13, 'number', 'number-hidden'],
    [14, 'blocked', 'not-yes-or-no'],
    [15, 'number', 'number-too-long'],
    [16, 'number', 'twice-in-table'],
  ])
  expect(told).toMatchObject({ good: 2, skipped: 0, problemCount: 17 })
  // A key code stands in no list of problems.
  expect(JSON.stringify(told)).not.toContain('9988')
  expect(all().total).toBe(1)
  expect(findAudit(store.read, { before: null, limit: 9 }).rows.map(toAuditEntry)).toHaveLength(1)
})

test('leaves enrolled cards as they are where that is wanted, answers unknown ones, and is one line of the trail', async () => {
  const { cards, given, run, all, store } = open()
  await cards.enrol('test', EnrolRequest.parse({ token: 'AA', holder: 'Ada' }))
  const { importId } = await given('uid\tname\nAA\tBob\nBB\tCarl\n')
  const mapping = { number: 0, holder: 1 }
  expect((await run(importId, { mapping, enrolled: 'skip' })).at(-1)).toEqual({
    kind: 'imported',
    cards: 1,
    skipped: 1,
  })
  expect(all().entries.map(({ token, holder }) => [token, holder])).toEqual([
    ['BB', 'Carl'],
    ['AA', 'Ada'],
  ])
  const [entry] = findAudit(store.read, { before: null, limit: 9 }).rows.map(toAuditEntry)
  expect(entry).toMatchObject({ action: 'cards-imported', subject: 'cards.csv', detail: { cards: 1, skipped: 1 } })
  await expect(run(importId, { mapping })).rejects.toMatchObject({ code: 'UNKNOWN_UPLOAD' })
})

test('writes nothing when it is cancelled, or when a card of it was enrolled since it was checked', async () => {
  const { cards, imports, given, run, all } = open()
  const rows = Array.from({ length: 1_500 }, (_, index) => `N${index}`)
  const { importId } = await given(['number', ...rows].join('\n'))
  const mapping = { number: 0 }
  const stop = new AbortController()
  const events = imports.run('test', importId, { mapping, dryRun: false, enrolled: 'problem' }, stop.signal)
  expect(await events.next()).toMatchObject({ value: { kind: 'progress', done: 0, of: 1_500 } })
  stop.abort()
  await expect(events.next()).rejects.toThrow('aborted')
  expect(all().total).toBe(0)
  const late = imports.run('test', importId, { mapping, dryRun: false, enrolled: 'problem' })
  let last: ImportEvent | null = null
  for await (const event of late) {
    if (event.kind === 'progress' && event.step === 'writing') {
      await cards.enrol('test', EnrolRequest.parse({ token: 'N7' }))
    }
    last = event
  }
  expect(last).toEqual({ kind: 'changed-meanwhile' })
  expect(all().total).toBe(1)
  expect((await run(importId, { mapping, enrolled: 'skip' })).at(-1)).toEqual({
    kind: 'imported',
    cards: 1_499,
    skipped: 1,
  })
  expect(cards.present(1, { value: 'n9', type: 'ISO14443' }).status).toBe('accepted')
})

test('says so when it is no table, or has no rows', async () => {
  const { given } = open()
  const faulty = async (text: string) => (await given(text)).table
  expect(await faulty('number\n"unclosed\n04AA\n')).toEqual({ kind: 'not-a-table', line: 3, reason: 'open-quote' })
  expect(await faulty('number\n04AA\n04"BB\n')).toEqual({ kind: 'not-a-table', line: 3, reason: 'stray-quote' })
  expect(await faulty('PK\u0003\u0004\u0014\0\u0006\0"x')).toEqual({ kind: 'not-a-table', line: 1, reason: 'no-text' })
  expect(await faulty('number\n"04AA"x\n')).toEqual({ kind: 'not-a-table', line: 2, reason: 'stray-quote' })
  expect((await given('number,holder\n')).table).toEqual({ kind: 'no-rows' })
  expect((await given('')).table).toEqual({ kind: 'no-rows' })
})

test('tells the sign between the cells by the first line, outside of quotes', () => {
  expect(delimiterOf('a;b,c;d')).toBe(';')
  expect(delimiterOf('"a;b;c",d\ne;f;g')).toBe(',')
  expect(delimiterOf('a\tb')).toBe('\t')
  expect(delimiterOf('number')).toBe(',')
})
