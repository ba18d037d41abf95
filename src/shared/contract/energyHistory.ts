import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Id, Time } from './feed'

/** How long one stretch of a history is. Days and months are those of the server's time zone. */
export const ENERGY_STEPS = ['quarter-hour', 'hour', 'day', 'month'] as const
export type EnergyStep = (typeof ENERGY_STEPS)[number]

/** Most stretches of one history: about as many as a chart has room for. */
export const MOST_STRETCHES = 400

/** The least that a stretch lasts, in milliseconds: a day may have 23 hours, a month 28 days. */
const LEAST_MS: Readonly<Record<EnergyStep, number>> = {
  'quarter-hour': 900_000,
  hour: 3_600_000,
  day: 23 * 3_600_000,
  month: (28 * 24 - 1) * 3_600_000,
}

/** What was delivered from `at` up to `until`, in watt-hours. */
export const EnergyStretch = z.object({ at: Time, until: Time, energyWh: z.number() })
export type EnergyStretch = z.infer<typeof EnergyStretch>

export const EnergyHistory = z.object({
  /** One after the other without a gap, oldest first; the first and the last are whole, whatever was asked for. */
  stretches: z.array(EnergyStretch),
  /** What each station delivered in all of them, the most first; without those that delivered nothing. */
  stations: z.array(z.object({ stationId: Id, energyWh: z.number() })),
  /** Sessions that are in none of the sums, because what they delivered is not clear. */
  unclear: z.number().int(),
})
export type EnergyHistory = z.infer<typeof EnergyHistory>

export const energyHistory = {
  /**
   * What was delivered over time: what the ledger says of each session, spread over the time between its meter readings.
   */
  energyHistory: oc
    .route({ method: 'GET', path: '/sessions/energy' })
    .input(
      z
        .object({ step: z.enum(ENERGY_STEPS), from: Time, to: Time, stationId: Id.optional() })
        .refine(({ step, from, to }) => to > from && to - from <= MOST_STRETCHES * LEAST_MS[step], { path: ['to'] }),
    )
    .output(EnergyHistory),
}
