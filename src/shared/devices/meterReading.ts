import { z } from 'zod'

/**
 * What a meter measures, and in which direction its power counts.
 * - `grid`: what is drawn from the grid; negative when power is fed in
 * - `solar`: what is produced
 * - `battery`: what it gives; negative while it is charged
 */
export const METERS = ['grid', 'solar', 'battery'] as const
export type Meter = (typeof METERS)[number]

/** Largest power that is believed, in watts. */
export const METER_POWER_MAX = 10_000_000

/** What a meter publishes to its outbox, as JSON; whatever else stands there is left alone. */
export const MeterReading = z.object({
  meter: z.enum(METERS),
  powerW: z.number().min(-METER_POWER_MAX).max(METER_POWER_MAX),
})
export type MeterReading = z.infer<typeof MeterReading>
