import { isNarrowed } from '@renderer/components/list/listFilter'
import { excelFormat } from '@renderer/components/tableFormats'
import { LEDGER_FILTER, toQuestion } from '@renderer/features/sessions/ledgerFilter'
import { PERIODS, spanOf } from '@renderer/features/sessions/period'
import { describe, expect, it } from 'vitest'

const local = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime()
const EVERYTHING = LEDGER_FILTER.widest
const NOW = new Date(2026, 2, 5, 14, 30).getTime()

describe('a period', () => {
  it.each([
    ['any', {}],
    ['today', { from: local(2026, 3, 5) }],
    ['last-7-days', { from: local(2026, 2, 27) }],
    ['this-month', { from: local(2026, 3, 1) }],
    ['last-month', { from: local(2026, 2, 1), to: local(2026, 3, 1) }],
    ['this-year', { from: local(2026, 1, 1) }],
    ['own', {}],
  ] as const)('%s', (period, span) => {
    expect(spanOf(period, NOW)).toEqual(span)
  })

  it('has its last day in it, also where the month or the clocks change', () => {
    expect(spanOf('own', NOW, '2026-03-29', '2026-03-31')).toEqual({
      from: local(2026, 3, 29),
      to: local(2026, 4, 1),
    })
  })

  it('is open where a day is missing or still being typed', () => {
    expect(spanOf('own', NOW, '2026-03-29', '')).toEqual({ from: local(2026, 3, 29) })
    expect(spanOf('own', NOW, '0002-01-01', 'soon')).toEqual({})
  })

  it('is the same question all day, so that nothing is asked again for it', () => {
    for (const period of PERIODS) {
      expect(spanOf(period, NOW)).toEqual(spanOf(period, NOW + 9 * 3_600_000))
    }
  })
})

describe('the filters of the ledger', () => {
  it('ask for no more than they narrow', () => {
    expect(toQuestion(EVERYTHING, NOW)).toEqual({ search: '' })
    expect(toQuestion({ ...EVERYTHING, search: ' ada ', station: '7', shown: 'ended' }, NOW)).toEqual({
      search: 'ada',
      stationId: 7,
      state: 'ended',
    })
    // An address may name anything.
    for (const station of ['CP_1', '0', '9'.repeat(20)]) {
      expect(toQuestion({ ...EVERYTHING, station }, NOW)).toEqual({ search: '' })
    }
    const unsettled = { ...EVERYTHING, shown: 'unsettled', period: 'today' } as const
    expect(toQuestion(unsettled, NOW)).toEqual({ search: '', unsettled: true, from: local(2026, 3, 5) })
  })

  it('say whether they hide anything', () => {
    expect(isNarrowed(LEDGER_FILTER, EVERYTHING)).toBe(false)
    expect(isNarrowed(LEDGER_FILTER, { ...EVERYTHING, search: '  ' })).toBe(false)
    for (const part of [
      { search: 'a' },
      { station: '1' },
      { shown: 'running' as const },
      { period: 'today' as const },
    ]) {
      expect(isNarrowed(LEDGER_FILTER, { ...EVERYTHING, ...part })).toBe(true)
    }
  })
})

describe('a table for Excel', () => {
  it.each([
    ['en-GB', 'comma', 'point'],
    ['de-DE', 'semicolon', 'comma'],
    ['ko-KR', 'comma', 'point'],
    ['fr-CH', 'semicolon', 'comma'],
  ])('in %s is separated by %s, with the decimal %s', (locale, separator, decimal) => {
    expect(excelFormat(locale)).toEqual({ separator, decimal, bom: true })
  })
})
