import { foundLines, orderedLines } from '@renderer/features/reports/lineView'
import { laterMonth, monthsAround } from '@renderer/features/reports/month'
import type { ReportLine } from '@shared/contract/reports'
import { describe, expect, it } from 'vitest'
import { NOTHING_CHARGED } from '../../support/fakeSite/report'

const line = (name: string, sessions: number, detail = ''): ReportLine => ({
  key: name,
  kind: 'holder',
  name,
  detail,
  charges: [],
  ...NOTHING_CHARGED,
  sessions,
})
const LINES = [line('Bay 10', 3, 'Van · 04AA'), line('bay 2', 3), line('Ärzte', 7), line('Bay 1', 1)]
const names = (lines: readonly ReportLine[]) => lines.map(({ name }) => name)

describe('the lines of a report', () => {
  it('are found by what is written in their texts, and stay the same list where nothing is looked for', () => {
    const texts = [({ name }: ReportLine) => name, ({ detail }: ReportLine) => detail]
    expect(foundLines(LINES, '  ', texts)).toBe(LINES)
    expect(names(foundLines(LINES, ' BAY ', texts))).toEqual(['Bay 10', 'bay 2', 'Bay 1'])
    expect(names(foundLines(LINES, '04a', texts))).toEqual(['Bay 10'])
    expect(foundLines(LINES, '04a', texts.slice(0, 1))).toEqual([])
  })

  it('are put in order by numbers as by names, those that are alike as the report has them', () => {
    expect(names(orderedLines(LINES, ({ name }) => name, 'ascending', 'en'))).toEqual([
      'Ärzte',
      'Bay 1',
      'bay 2',
      'Bay 10',
    ])
    const places = [line('上海', 1), line('北门', 1)]
    expect(names(orderedLines(places, ({ name }) => name, 'ascending', 'zh'))).toEqual(['北门', '上海'])
    expect(names(orderedLines(LINES, ({ sessions }) => sessions, 'descending', 'en'))).toEqual([
      'Ärzte',
      'Bay 10',
      'bay 2',
      'Bay 1',
    ])
    expect(names(LINES)[0]).toBe('Bay 10')
  })
})

describe('the months to choose from', () => {
  it('reach three years back, and to the one that is shown', () => {
    const now = Date.UTC(2026, 5, 15)
    const months = monthsAround('2026-05', now)
    expect([months[0], months.at(-1), months.length]).toEqual(['2026-06', '2023-06', 37])
    expect(monthsAround('2022-12', now).at(-1)).toBe('2022-12')
    expect(monthsAround('2026-09', now)[0]).toBe('2026-09')
    expect(laterMonth('2026-01', -1)).toBe('2025-12')
  })
})
