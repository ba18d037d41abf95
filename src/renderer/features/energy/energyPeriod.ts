import type { EnergyStep, EnergyStretch } from '@shared/contract/energyHistory'
import { instantOf, type Zone } from '@shared/zone'

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

/**
 * The day, the week from Monday (ISO 8601), the month or the year of the zone that is `by` of them later than the one of
 * `at`.
 */
export function periodAt(zone: Zone, unit: PeriodUnit, at: number, by = 0): EnergyPeriod {
  const date = new Date(at + zone.offsetAt(at))
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const monday = day - ((date.getUTCDay() + 6) % 7)
  // Local midnights, so that a day is a day also when clocks change.
  const midnight = (...parts: [number, number, number]) => instantOf(zone, Date.UTC(...parts))
  const edge = (further: number): number => {
    switch (unit) {
      case 'day':
        return midnight(year, month, day + further)
      case 'week':
        return midnight(year, month, monday + 7 * further)
      case 'month':
        return midnight(year, month + further, 1)
      case 'year':
        return midnight(year + further, 0, 1)
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

/** The noon of a date in an address; null for what is none. */
export function noonOf(zone: Zone, text: string | null): number | null {
  const local = /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? Date.parse(`${text}T12:00:00Z`) : Number.NaN
  return Number.isNaN(local) ? null : instantOf(zone, local)
}
