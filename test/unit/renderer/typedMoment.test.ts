import { isMoment, type MomentKind, readMoment, writeMoment } from '@renderer/components/momentField/typedMoment'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const LOCALES = ['en', 'de', 'ko', 'zh'] as const

describe('what is typed into a field for a day or a time', () => {
  it('is understood as it is written out, in every language', () => {
    const date = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, fc.constantFrom(...LOCALES), (at, locale) => {
        const iso = at.toISOString()
        const values = { date: iso.slice(0, 10), 'date-time': iso.slice(0, 16), time: iso.slice(11, 16) }
        for (const [kind, value] of Object.entries(values) as [MomentKind, string][]) {
          expect(isMoment(value, kind)).toBe(true)
          expect(readMoment(writeMoment(value, locale), kind, locale)).toBe(value)
          expect(readMoment(value, kind, locale)).toBe(value)
        }
      }),
    )
    expect(writeMoment('2026-11-02T14:05:30.250', 'de')).toBe('02.11.2026 14:05:30.250')
  })

  it.each([
    ['en', 'Nov 2, 2026', '2026-11-02'],
    ['en', '2 november 2026', '2026-11-02'],
    ['en', '11/2/2026', '2026-11-02'],
    ['de', '2.11.26', '2026-11-02'],
    ['de', '2. März 2026', '2026-03-02'],
    ['ko', '2026년 11월 2일', '2026-11-02'],
    ['ko', '2026.11.2', '2026-11-02'],
    ['zh', '2026/11/2', '2026-11-02'],
    ['de', '31.02.2026', null],
    ['de', '2.11.', null],
    ['en', 'tomorrow', null],
    ['en', '2026-11-02 or so', null],
    ['en', ' ', ''],
  ] as const)('in %s: %s', (locale, text, day) => {
    expect(readMoment(text, 'date', locale)).toBe(day)
  })

  it.each([
    ['en', 'date-time', 'Nov 2, 2026, 2:05 PM', '2026-11-02T14:05'],
    ['ko', 'date-time', '2026. 11. 2. 오후 12:05', '2026-11-02T12:05'],
    ['zh', 'date-time', '2026年11月2日 14:05:09', '2026-11-02T14:05:09'],
    ['de', 'date-time', '2.11.2026', null],
    ['en', 'time', '12:05 am', '00:05'],
    ['de', 'time', '7:30', '07:30'],
    ['de', 'time', '24:00', null],
    ['de', 'time', '7:30:15', null],
    ['de', 'time', '2.11.2026 7:30', null],
  ] as const)('in %s, %s: %s', (locale, kind, text, value) => {
    expect(readMoment(text, kind, locale)).toBe(value)
  })
})
