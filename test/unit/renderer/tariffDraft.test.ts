import { laterMonth, monthOf, monthWords, reportPath } from '@renderer/features/reports/month'
import { draftOf, NEW_BAND, readDecimal, readDraft, writeDecimal } from '@renderer/features/reports/tariffs/tariffDraft'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nightBand, tariffFrom } from '../../support/tariffs'

test('amounts are read as they are typed, to the last digit, and nothing else is', () => {
  expect(readDecimal('0,3025', 5)).toBe(30_250)
  expect(readDecimal(' 0.30 ', 5)).toBe(30_000)
  expect(readDecimal('12', 2)).toBe(1_200)
  // A currency without decimals, and zeros that say nothing.
  expect(readDecimal('350', 0)).toBe(350)
  expect(readDecimal('350.00', 0)).toBe(350)
  for (const text of ['', '-1', '1,2,3', '1e3', '0.333333', '1 000', '٣', '.5']) expect(readDecimal(text, 5)).toBeNull()
  fc.assert(
    fc.property(fc.nat(10 ** 9 - 1), fc.integer({ min: 0, max: 6 }), (value, places) => {
      expect(readDecimal(writeDecimal(value, places), places)).toBe(value)
    }),
  )
})

test('thousands that are set apart are no small amounts', () => {
  for (const text of ['1,000', '12.500', ' 350,000 ']) {
    for (const places of [0, 2]) expect(readDecimal(text, places)).toBeNull()
  }
  // Three decimals are usual in dinars, and in what a kilowatt-hour costs in cents.
  expect(readDecimal('1.250', 3)).toBe(1_250)
  expect(readDecimal('0.125', 5)).toBe(12_500)
  const problems = (draft: Partial<ReturnType<typeof draftOf>>, decimals: number) =>
    readDraft({ ...draftOf(undefined, '2026-07-01', decimals), price: '1', ...draft }, decimals).problems
  const band = { ...NEW_BAND, name: 'Night', price: '2.900' }
  expect([...problems({ price: '3,500', sessionFee: '1,000', monthFee: '9.000' }, 0).fields]).toEqual([
    'price',
    'sessionFee',
    'monthFee',
  ])
  expect([...(problems({ bands: [band] }, 0).bands.get(0) ?? [])]).toEqual(['price'])
  expect(problems({ price: '1.125', bands: [band] }, 2)).toEqual({ fields: new Set(), bands: new Map() })
})

test('a new tariff begins as the last one, and is read back as it', () => {
  const last = tariffFrom('2026-01-01', {
    bands: [{ ...nightBand([1, 7]), untilMinute: 1_440 }],
    feePerSessionMinor: 35,
    rounding: { what: 'statement', mode: 'down' },
  })
  const { terms } = readDraft(draftOf(last, '2026-07-01', 2), 2)
  const { id: _, madeAt: __, madeBy: ___, ...same } = last
  expect(terms).toEqual({ ...same, fromDay: '2026-07-01' })
})

test('what can not be used is named, field by field', () => {
  const empty = draftOf(undefined, '', 2)
  const { terms, problems } = readDraft({ ...empty, taxPercent: '101', bands: [{ ...NEW_BAND, days: [] }] }, 2)
  expect(terms).toBeNull()
  expect([...problems.fields].sort()).toEqual(['fromDay', 'price', 'taxPercent'])
  expect([...(problems.bands.get(0) ?? [])].sort()).toEqual(['days', 'name', 'price'])
})

test('months follow one another over the year, and have an address', () => {
  expect(laterMonth('2026-01', -1)).toBe('2025-12')
  expect(laterMonth('2026-12', 1)).toBe('2027-01')
  expect(monthOf(new Date(2026, 2, 31, 23, 59).getTime())).toBe('2026-03')
  expect(monthWords('2026-03', 'de')).toBe('März 2026')
  expect(reportPath('2026-03', 'tag', 'tag ["a/b"]')).toBe('/reports/month/2026-03/tag/tag%20%5B%22a%2Fb%22%5D')
})
