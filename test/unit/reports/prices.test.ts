import { divideRounded, exactCost, taxed, toMinor } from '@main/reports/money'
import { priceSpans } from '@main/reports/priceSpans'
import { overlapOf, weekOf } from '@main/reports/week'
import type { PriceBand } from '@shared/contract/tariffs'
import { namedZone } from '@shared/namedZone'
import { dayBegins, dayOf, instantOf, monthSpan } from '@shared/zone'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nightBand, tariffFrom, termsWith } from '../../support/tariffs'

const BERLIN = namedZone('Europe/Berlin')
const HOUR = 3_600_000
const utc = (text: string) => Date.parse(`${text}Z`)

describe('a month', () => {
  test('goes from midnight to midnight, also where an hour is missing or comes twice', () => {
    const hours = (month: string, zone = BERLIN) => {
      const { from, to } = monthSpan(zone, month)
      return (to - from) / HOUR
    }
    expect(hours('2026-01')).toBe(31 * 24)
    expect(hours('2026-03')).toBe(31 * 24 - 1)
    expect(hours('2026-10')).toBe(31 * 24 + 1)
    expect(hours('2024-02')).toBe(29 * 24)
    expect(hours('2026-12')).toBe(31 * 24)
    expect(monthSpan(BERLIN, '2026-03').from).toBe(utc('2026-02-28T23:00:00'))
    expect(monthSpan(namedZone('Asia/Seoul'), '2026-03').from).toBe(utc('2026-02-28T15:00:00'))
  })

  test('months follow one another without a gap in every zone', () => {
    for (const name of ['Europe/Berlin', 'America/Santiago', 'Asia/Beirut', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      const zone = namedZone(name)
      let before = monthSpan(zone, '2025-12').to
      for (let month = 1; month <= 12; month += 1) {
        const span = monthSpan(zone, `2026-${String(month).padStart(2, '0')}`)
        expect(span.from).toBe(before)
        expect(dayOf(zone, span.from).slice(0, 7)).toBe(`2026-${String(month).padStart(2, '0')}`)
        before = span.to
      }
    }
  })

  test('a local time that comes twice is the first one; one that is leapt over is the moment of the leap', () => {
    expect(instantOf(BERLIN, utc('2026-10-25T02:30:00'))).toBe(utc('2026-10-25T00:30:00'))
    expect(instantOf(BERLIN, utc('2026-03-29T02:30:00'))).toBe(utc('2026-03-29T01:00:00'))
    // In Lebanon the day begins with the leap: there is no midnight.
    const beirut = namedZone('Asia/Beirut')
    expect(dayBegins(beirut, '2026-03-29')).toBe(utc('2026-03-28T22:00:00'))
    expect(dayOf(beirut, dayBegins(beirut, '2026-03-29'))).toBe('2026-03-29')
  })
})

describe('hours of a tariff', () => {
  const hoursOf = (from: string, to: string, band: PriceBand) => {
    const period = { from: dayBegins(BERLIN, from), to: dayBegins(BERLIN, to) }
    const spans = priceSpans(BERLIN, period, [tariffFrom('2020-01-01', { bands: [band] })])
    // They follow one another from the beginning of the period to its end.
    expect(spans[0]?.from).toBe(period.from)
    expect(spans.at(-1)?.to).toBe(period.to)
    for (const [place, span] of spans.slice(1).entries()) expect(span.from).toBe(spans[place]?.to)
    return spans.filter((span) => span.band === 0).reduce((sum, span) => sum + span.to - span.from, 0) / HOUR
  }

  test('are of the wall clock: the night of 23 hours has one less, that of 25 one more', () => {
    expect(hoursOf('2026-03-27', '2026-03-28', nightBand())).toBe(8)
    expect(hoursOf('2026-03-29', '2026-03-30', nightBand())).toBe(7)
    expect(hoursOf('2026-10-25', '2026-10-26', nightBand())).toBe(9)
    const early = { ...nightBand(), fromMinute: 120, untilMinute: 180 }
    expect(hoursOf('2026-03-29', '2026-03-30', early)).toBe(0)
    expect(hoursOf('2026-10-25', '2026-10-26', early)).toBe(2)
  })

  test('that begin on a day go on after midnight, and from Sunday into Monday', () => {
    // 2026-06-01 is a Monday.
    const sunday = nightBand([7])
    expect(hoursOf('2026-06-01', '2026-06-02', sunday)).toBe(6)
    expect(hoursOf('2026-06-07', '2026-06-08', sunday)).toBe(2)
    expect(hoursOf('2026-06-02', '2026-06-07', sunday)).toBe(0)
    expect(hoursOf('2026-06-01', '2026-06-08', { ...sunday, days: [6, 7], fromMinute: 0, untilMinute: 1_440 })).toBe(48)
  })

  test('may not overlap, and always make up a whole week', () => {
    expect(overlapOf(termsWith({ bands: [nightBand([1, 2]), { ...nightBand([3]), fromMinute: 360 }] }))).toBeNull()
    expect(overlapOf(termsWith({ bands: [nightBand([1]), { ...nightBand([2]), fromMinute: 300 }] }))).toEqual([0, 1])
    const weekend = { ...nightBand([6, 7]), fromMinute: 0, untilMinute: 1_440 }
    expect(overlapOf(termsWith({ bands: [weekend, nightBand([5])] }))).toEqual([0, 1])
    const band = fc.record({
      name: fc.constant('band'),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      fromMinute: fc.integer({ min: 0, max: 1_439 }),
      untilMinute: fc.integer({ min: 1, max: 1_440 }),
      pricePerKwhMilliMinor: fc.constant(1),
    })
    fc.assert(
      fc.property(fc.array(band, { maxLength: 3 }), (bands) => {
        fc.pre(overlapOf({ bands }) === null)
        const week = weekOf({ bands })
        expect(week[0]?.fromMinute).toBe(0)
        expect(week.at(-1)?.untilMinute).toBe(7 * 1_440)
        for (const [place, slice] of week.slice(1).entries()) expect(slice.fromMinute).toBe(week[place]?.untilMinute)
      }),
    )
  })

  test('end where another tariff begins; before the first one there is none', () => {
    const day = { from: dayBegins(BERLIN, '2026-06-01'), to: dayBegins(BERLIN, '2026-07-01') }
    const spans = priceSpans(BERLIN, day, [tariffFrom('2026-06-10'), tariffFrom('2026-06-20', {}, 2)])
    expect(spans.map(({ tariff, from }) => [tariff?.id ?? null, dayOf(BERLIN, from)])).toEqual([
      [null, '2026-06-01'],
      [1, '2026-06-10'],
      [2, '2026-06-20'],
    ])
    expect(priceSpans(BERLIN, day, [tariffFrom('2026-07-01')])).toEqual([{ ...day, tariff: null, band: null }])
  })
})

describe('money', () => {
  test('is exact until it is rounded, by the rule that was chosen', () => {
    // 1.665 kWh at 30 cents are 49.95 cents, 0.005 kWh are 0.15; 1.65 kWh at 10 cents are 16.5.
    const rounded = (mwh: number, price: number) => [
      toMinor(exactCost(mwh, price), 'half-up'),
      toMinor(exactCost(mwh, price), 'half-even'),
      toMinor(exactCost(mwh, price), 'down'),
    ]
    expect(rounded(1_665_000, 30_000)).toEqual([50, 50, 49])
    expect(rounded(5_000, 30_000)).toEqual([0, 0, 0])
    expect(rounded(1_650_000, 10_000)).toEqual([17, 16, 16])
    expect(rounded(1_750_000, 10_000)).toEqual([18, 18, 17])
    // Far beyond what a double holds exactly: 123,456,789.012345 kWh at 0.30001 cents.
    expect(exactCost(123_456_789_012_345, 301)).toBe(37_160_493_492_715_845n)
  })

  test('rounds to the nearest in both ways that promise it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 10n }), (value, by) => {
        for (const mode of ['half-up', 'half-even'] as const) {
          const off = divideRounded(value, by, mode) * by - value
          expect((off < 0n ? -off : off) * 2n <= by).toBe(true)
        }
        const left = value - divideRounded(value, by, 'down') * by
        expect(left >= 0n && left < by).toBe(true)
      }),
    )
  })

  test('has tax in it or added to it, and net and tax always make up the total', () => {
    const tax = (rateMillionths: number, included: boolean) => ({
      tax: { name: '', rateMillionths, included },
      rounding: { what: 'session', mode: 'half-up' } as const,
    })
    expect(taxed(11_900, tax(190_000, true))).toEqual({ netMinor: 10_000, taxMinor: 1_900, totalMinor: 11_900 })
    expect(taxed(10_000, tax(190_000, false))).toEqual({ netMinor: 10_000, taxMinor: 1_900, totalMinor: 11_900 })
    expect(taxed(1_000, tax(81_000, true))).toEqual({ netMinor: 925, taxMinor: 75, totalMinor: 1_000 })
    expect(taxed(1_000, tax(0, false))).toEqual({ netMinor: 1_000, taxMinor: 0, totalMinor: 1_000 })
    fc.assert(
      fc.property(fc.nat(10 ** 12), fc.nat(1_000_000), fc.boolean(), (amount, rate, included) => {
        const { netMinor, taxMinor, totalMinor } = taxed(amount, tax(rate, included))
        expect(netMinor + taxMinor).toBe(totalMinor)
        expect(included ? totalMinor : netMinor).toBe(amount)
      }),
    )
  })
})
