import { alignLines, strokeOf } from '@renderer/components/charts/lines'
import { isPart, marked, moved, type Span, zoomed } from '@renderer/components/charts/span'
import { tickText } from '@renderer/components/charts/ticks'
import { noonOf, periodAt, powerPoints } from '@renderer/features/energy/energyPeriod'
import { namedZone } from '@shared/namedZone'
import { dayOf, thisComputersZone } from '@shared/zone'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const whole: Span = { from: 1_000, to: 2_000 }

describe('what is shown of a time', () => {
  it('is its middle when somebody looks closer, and never more than there is', () => {
    expect(zoomed(whole, whole, 0.5)).toEqual({ from: 1_250, to: 1_750 })
    expect(zoomed({ from: 1_000, to: 1_500 }, whole, 0.5)).toEqual({ from: 1_125, to: 1_375 })
    expect(zoomed({ from: 1_000, to: 1_100 }, whole, 2)).toEqual({ from: 1_000, to: 1_200 })
    expect(zoomed({ from: 1_250, to: 1_750 }, whole, 4)).toEqual(whole)
  })
  it('moves by half of its length, up to the ends', () => {
    expect(moved({ from: 1_200, to: 1_400 }, whole, 1)).toEqual({ from: 1_300, to: 1_500 })
    expect(moved({ from: 1_050, to: 1_250 }, whole, -1)).toEqual({ from: 1_000, to: 1_200 })
    expect(moved({ from: 1_750, to: 2_000 }, whole, 1)).toEqual({ from: 1_750, to: 2_000 })
  })
  it('is what was marked, from either side, unless that was but a click', () => {
    expect(marked(1_600, 1_200, whole)).toEqual({ from: 1_200, to: 1_600 })
    expect(marked(500, 1_100, whole)).toEqual({ from: 1_000, to: 1_100 })
    expect(marked(1_300, 1_305, whole)).toBeNull()
    expect(marked(3_000, 4_000, whole)).toBeNull()
  })
  it('stays within the whole, whatever somebody does', () => {
    const steps = fc.array(fc.constantFrom('closer', 'farther', 'earlier', 'later'), { maxLength: 30 })
    fc.assert(
      fc.property(steps, (presses) => {
        let shown = whole
        for (const press of presses) {
          if (press === 'closer' || press === 'farther') shown = zoomed(shown, whole, press === 'closer' ? 0.5 : 2)
          else shown = moved(shown, whole, press === 'later' ? 1 : -1)
          expect(shown.from).toBeGreaterThanOrEqual(whole.from - 1e-6)
          expect(shown.to).toBeLessThanOrEqual(whole.to + 1e-6)
          expect(shown.to - shown.from).toBeGreaterThanOrEqual(1_000 / 64 - 1e-6)
        }
        expect(isPart(whole, whole)).toBe(false)
      }),
    )
  })
})

describe('lines side by side', () => {
  it('have a value or none at every moment that one of them knows', () => {
    const points = (...pairs: [number, number | null][]) => ({ points: pairs.map(([at, value]) => ({ at, value })) })
    expect(alignLines([points([2, 20], [1, 10]), points([1, 5], [3, null])])).toEqual({
      times: [1, 2, 3],
      values: [
        [10, 20, null],
        [5, null, null],
      ],
      passes: [true, false],
    })
    expect(alignLines([])).toEqual({ times: [], values: [], passes: [] })
  })
  it('are told apart by their strokes', () => {
    expect(new Set([0, 1, 2, 3, 4, 5].map(strokeOf)).size).toBe(6)
    expect(strokeOf(6)).toBe(strokeOf(0))
  })
})

describe('a time that is looked at', () => {
  const local = (...parts: [number, number, number, number?, number?]) => new Date(...parts).getTime()
  const here = thisComputersZone()
  const at = local(2026, 10, 22, 15, 40)

  it.each([
    ['day', 0, local(2026, 10, 22), local(2026, 10, 23)],
    ['day', -22, local(2026, 9, 31), local(2026, 10, 1)],
    // The 22nd of November 2026 is a Sunday.
    ['week', 0, local(2026, 10, 16), local(2026, 10, 23)],
    ['week', 1, local(2026, 10, 23), local(2026, 10, 30)],
    ['month', 2, local(2027, 0, 1), local(2027, 1, 1)],
    ['year', -1, local(2025, 0, 1), local(2026, 0, 1)],
  ] as const)('is a %s, %i later', (unit, by, from, to) => {
    expect(periodAt(here, unit, at, by)).toEqual({ from, to })
  })

  it('stands in an address as a date, and comes back from it', () => {
    expect(dayOf(here, at)).toBe('2026-11-22')
    expect(periodAt(here, 'day', noonOf(here, '2026-11-22') ?? 0)).toEqual(periodAt(here, 'day', at))
    expect([null, '', 'yesterday', '2026-13-40'].map((text) => noonOf(here, text))).toEqual([null, null, null, null])
  })

  it('has the days of the site, wherever it is looked at from', () => {
    const [sydney, berlin] = [namedZone('Australia/Sydney'), namedZone('Europe/Berlin')]
    const moment = Date.parse('2026-03-29T14:30:00Z')
    expect(periodAt(sydney, 'day', moment)).toEqual({
      from: Date.parse('2026-03-30T00:00:00+11:00'),
      to: Date.parse('2026-03-31T00:00:00+11:00'),
    })
    // The day on which the clocks go forward has 23 hours.
    expect(periodAt(berlin, 'day', moment)).toEqual({
      from: Date.parse('2026-03-29T00:00:00+01:00'),
      to: Date.parse('2026-03-30T00:00:00+02:00'),
    })
    expect(dayOf(sydney, noonOf(sydney, '2026-03-30') ?? 0)).toBe('2026-03-30')
  })

  it('has the mean power of what is over, and of the present so far', () => {
    const quarter = 900_000
    const stretches = [0, 1, 2].map((n) => ({ at: n * quarter, until: (n + 1) * quarter, energyWh: 500 }))
    expect(powerPoints(stretches, 1.5 * quarter)).toEqual([
      { at: quarter / 2, value: 2_000 },
      { at: 1.25 * quarter, value: 4_000 },
    ])
    expect(powerPoints(stretches, quarter + 1_000)).toHaveLength(1)
  })
})

describe('the marks beside an axis', () => {
  const written = (marks: readonly number[], divisor: number, locale = 'en') =>
    marks.map((mark) => tickText(mark, marks, divisor, locale))
  it('have as many decimal places as tell them apart, the outermost too, which alone are measured', () => {
    expect(written([0, 20, 40, 60, 80, 100], 1_000)).toEqual(['0.00', '0.02', '0.04', '0.06', '0.08', '0.10'])
    expect(written([0, 200, 400, 600, 800, 1_000], 1_000, 'de')).toEqual(['0,0', '0,2', '0,4', '0,6', '0,8', '1,0'])
    expect(written([-5, 0, 5, 10], 1)).toEqual(['-5', '0', '5', '10'])
    expect(written([0, 10_000, 20_000], 1_000)).toEqual(['0', '10', '20'])
    expect(written([3], 1)).toEqual(['3'])
  })
})
