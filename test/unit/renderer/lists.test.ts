import { isShown, isUsualChoice, readColumnChoice, withColumn } from '@renderer/components/list/columnChoice'
import { everyRow, ROWS_A_PART, tableOf, writtenNumber, writtenTime } from '@renderer/components/list/listColumn'
import {
  type FilterValues,
  isNarrowed,
  isTyping,
  type ListFilterSpec,
  readFilter,
  writeFilter,
} from '@renderer/components/list/listFilter'
import {
  NAME_MAX_LENGTH,
  readSavedFilters,
  renamedFilter,
  SAVED_MAX,
  withFilter,
  withoutFilter,
} from '@renderer/components/list/savedFilters'
import { CARD_FILTER } from '@renderer/features/cards/cardFilter'
import { FRAME_CHOICES } from '@renderer/features/frames/frameChoices'
import { NOTICE_FILTER } from '@renderer/features/notices/noticeFilter'
import { LINE_FILTER } from '@renderer/features/reports/lineView'
import { LEDGER_FILTER, SHOWN } from '@renderer/features/sessions/ledgerFilter'
import { PERIODS } from '@renderer/features/sessions/period'
import { VARIABLE_FILTER } from '@renderer/features/variables/variableFilter'
import { contract } from '@shared/contract'
import { tableText } from '@shared/table/table'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { z } from 'zod'

describe('a filter in the address', () => {
  it('comes back as it was, with what is typed trimmed, and leaves other parameters alone', () => {
    const text = fc.string({ maxLength: 40, unit: 'grapheme' })
    const filter = fc.record({
      search: text,
      station: fc.constantFrom('', '7'),
      shown: fc.constantFrom('' as const, ...SHOWN),
      period: fc.constantFrom(...PERIODS),
      first: fc.constantFrom('', '2026-01-31'),
      last: fc.constantFrom('', '2026-02-01'),
    })
    fc.assert(
      fc.property(filter, (values) => {
        const search = writeFilter(LEDGER_FILTER, values, '?view=all&search=before')
        expect(readFilter(LEDGER_FILTER, search)).toEqual({ ...values, search: values.search.trim() })
        expect(new URLSearchParams(search).get('view')).toBe('all')
      }),
    )
  })

  it('is not there where nothing is left out', () => {
    function expectNothing<Values extends FilterValues<Values> & { search: string }>(spec: ListFilterSpec<Values>) {
      expect(writeFilter(spec, spec.widest)).toBe('')
      expect(readFilter(spec, '')).toEqual(spec.widest)
      expect(isNarrowed(spec, { ...spec.widest, search: '  ' })).toBe(false)
      expect(isNarrowed(spec, { ...spec.widest, search: 'a' })).toBe(true)
    }
    expectNothing(CARD_FILTER)
    expectNothing(LEDGER_FILTER)
    expectNothing(FRAME_CHOICES)
    expectNothing(NOTICE_FILTER)
    expectNothing(VARIABLE_FILTER)
    expectNothing(LINE_FILTER)
  })

  it('is the widest where it says what no list has', () => {
    expect(readFilter(CARD_FILTER, '?show=everything&search=ada')).toEqual({ show: 'all', search: 'ada' })
    expect(readFilter(CARD_FILTER, `?search=${'a'.repeat(500)}`).search).toHaveLength(100)
  })

  it('tells typing from choosing', () => {
    const before = { search: 'a', show: 'all' } as const
    expect(isTyping(CARD_FILTER, before, { ...before, search: 'ad' })).toBe(true)
    expect(isTyping(CARD_FILTER, before, { search: 'ad', show: 'blocked' })).toBe(false)
  })
})

describe('saved filters', () => {
  const flats = withFilter(withFilter([], ' Flat 12 ', '?search=flat+12'), 'Flat 2', '?search=flat+2')

  it('are in the order of their names, each name once', () => {
    expect(flats.map(({ name }) => name)).toEqual(['Flat 2', 'Flat 12'])
    expect(withFilter(flats, 'Flat 2', '?show=blocked')).toEqual([
      { name: 'Flat 2', search: '?show=blocked' },
      { name: 'Flat 12', search: '?search=flat+12' },
    ])
    expect(withFilter(flats, '   ', '?show=blocked')).toBe(flats)
    expect(withFilter([], 'x'.repeat(200), '')[0]?.name).toHaveLength(NAME_MAX_LENGTH)
  })

  it('get another name, but not that of another', () => {
    expect(renamedFilter(flats, 'Flat 2', 'Ada').map(({ name }) => name)).toEqual(['Ada', 'Flat 12'])
    expect(renamedFilter(flats, 'Flat 2', 'Flat 12')).toBe(flats)
    expect(renamedFilter(flats, 'Flat 2', ' ')).toBe(flats)
    expect(withoutFilter(flats, 'Flat 2').map(({ name }) => name)).toEqual(['Flat 12'])
  })

  it('are read from what was kept, whatever it has become', () => {
    expect(readSavedFilters(JSON.parse(JSON.stringify(flats)))).toEqual(flats)
    for (const kept of [undefined, null, 7, 'x', {}, [null, 1, {}, { name: '', search: '' }, { name: 'a' }]]) {
      expect(readSavedFilters(kept)).toEqual([])
    }
    const many = Array.from({ length: 100 }, (_, index) => ({ name: `f${index}`, search: '' }))
    expect(readSavedFilters(many)).toHaveLength(SAVED_MAX)
  })
})

describe('the choice of columns', () => {
  const number = { field: 'number', hideable: false }
  const holder = { field: 'holder' }
  const tags = { field: 'tags', extra: true }
  const columns = [number, holder, tags]
  const shown = (choice: Record<string, boolean>) =>
    columns.filter((column) => isShown(column, choice)).map(({ field }) => field)

  it('keeps what differs from the usual, and nothing else', () => {
    expect(shown({})).toEqual(['number', 'holder'])
    expect(isUsualChoice(columns, {})).toBe(true)
    const changed = withColumn(withColumn({}, tags, true), holder, false)
    expect(changed).toEqual({ tags: true, holder: false })
    expect(shown(changed)).toEqual(['number', 'tags'])
    expect(isUsualChoice(columns, changed)).toBe(false)
    expect(withColumn(withColumn(changed, tags, false), holder, true)).toEqual({})
  })

  it('never hides what a row is known by', () => {
    expect(shown({ number: false })).toEqual(['number', 'holder'])
    expect(isUsualChoice(columns, { number: false })).toBe(true)
  })

  it('is read from what was kept, whatever it has become', () => {
    expect(readColumnChoice({ tags: true, holder: 'no' })).toEqual({ tags: true })
    for (const kept of [undefined, null, 'x', [true]]) expect(readColumnChoice(kept)).toEqual({})
  })
})

describe('a list as a table', () => {
  const columns = [
    { field: 'id', headerName: 'Number', written: ({ id }: { id: number }) => writtenNumber(id) },
    { field: 'at', headerName: 'When', written: ({ id }: { id: number }) => writtenTime(id === 1 ? null : 0) },
  ]
  const format = { separator: 'comma', decimal: 'point', bom: false } as const
  const pages = [
    { entries: [{ id: 3 }, { id: 2 }], next: 2 },
    { entries: [], next: 1 },
    { entries: [{ id: 1 }], next: null },
  ]

  test('has the rows of every page, under the words on screen', async () => {
    const asked: (number | null)[] = []
    const find = async ({ before }: { before: number | null }) => {
      asked.push(before)
      return pages[asked.length - 1] ?? { entries: [], next: null }
    }
    const parts = []
    for await (const part of tableText(tableOf(columns), everyRow(find, new AbortController().signal), format)) {
      parts.push(part)
    }
    expect(asked).toEqual([null, 2, 1])
    expect(parts.map(({ rows }) => rows)).toEqual([2, 2, 3])
    const lines = parts
      .map(({ text }) => text)
      .join('')
      .split('\r\n')
    expect(lines[0]).toBe('Number,When')
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^3,1970-01-01T|^3,1969-12-31T/),
      expect.any(String),
      '1,',
      '',
    ])
  })

  test('asks for no more at a time than any list of the contract gives', () => {
    const refusing = Object.entries(contract).flatMap(([subject, calls]) =>
      Object.entries(calls).flatMap(([name, call]) => {
        const input = call['~orpc'].inputSchema as
          | { safeParse?: (value: unknown) => { error?: z.ZodError } }
          | undefined
        const { error } = input?.safeParse?.({ before: null, limit: ROWS_A_PART }) ?? {}
        return error?.issues.some(({ path }) => path[0] === 'limit') ? [`${subject}.${name}`] : []
      }),
    )
    // What is read by cursor and saved as a table; the others are feeds, or turned page by page alone.
    expect(refusing.toSorted()).toEqual(['frames.watch', 'requests.queue'])
  })

  test('asks for no more once it is given up', async () => {
    const cancel = new AbortController()
    let asked = 0
    const rows = everyRow(async () => {
      asked += 1
      cancel.abort()
      return { entries: [{ id: asked }], next: 1 }
    }, cancel.signal)
    const seen = []
    for await (const part of rows) seen.push(part)
    expect(seen).toEqual([[{ id: 1 }]])
  })
})
