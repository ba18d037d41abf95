import type { EnergyStep, EnergyStretch } from '@shared/contract/energyHistory'

/** What is looked at in one go. */
export const PERIOD_UNITS = ['day', 'week', 'month', 'year'] as const
export type PeriodUnit = (typeof PERIOD_UNITS)[number]

/** The bars of a period: some thirty of them at most. */
export const BAR_STEP: Readonly<Record<PeriodUnit, EnergyStep>> = {
  day: 'hour',
  week: 'day',
  month: 'day',
  year: 'month',
}

/** The points of its power; null where a mean over so long says nothing. */
export const POWER_STEP: Readonly<Record<PeriodUnit, EnergyStep | null>> = {
  day: 'quarter-hour',
  week: 'hour',
  month: null,
  year: null,
}

export interface EnergyPeriod {
  readonly from: number
  readonly to: number
}

/** The day, the week from Monday (ISO 8601), the month or the year that is `by` of them later than the one of `at`. */
export function periodAt(unit: PeriodUnit, at: number, by = 0): EnergyPeriod {
  const date = new Date(at)
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()]
  const monday = day - ((date.getDay() + 6) % 7)
  // Local midnights, so that a day is a day also when clocks change.
  const edge = (further: number): number => {
    switch (unit) {
      case 'day':
        return new Date(year, month, day + further).getTime()
      case 'week':
        return new Date(year, month, monday + 7 * further).getTime()
      case 'month':
        return new Date(year, month + further, 1).getTime()
      case 'year':
        return new Date(year + further, 0, 1).getTime()
    }
  }
  return { from: edge(by), to: edge(by + 1) }
}

const HOUR_MS = 3_600_000
/** The present stretch tells a mean power from then on. */
const TELLS_AFTER_MS = 60_000

/** The mean power of each stretch, in watts, at its middle; of the present one up to `now`. What is to come is left out. */
export function powerPoints(stretches: readonly EnergyStretch[], now: number): { at: number; value: number }[] {
  return stretches.flatMap(({ at, until, energyWh }) => {
    const end = Math.min(until, now)
    return end - at < TELLS_AFTER_MS ? [] : [{ at: (at + end) / 2, value: (energyWh * HOUR_MS) / (end - at) }]
  })
}

/** The date of `at` as it stands in an address, `2026-01-31`. */
export function dayText(at: number): string {
  const date = new Date(at)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The noon of a date in an address; null for what is none. */
export function dayOf(text: string | null): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '') ?? []
  if (year === undefined) return null
  const at = new Date(Number(year), Number(month) - 1, Number(day), 12).getTime()
  return Number.isNaN(at) ? null : at
}
