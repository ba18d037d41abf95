import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CONTROL } from '../printable'
import { Id, Time } from './feed'

const Text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !CONTROL.test(text))

/** A local date, `2026-03-29`. */
export const Day = z.iso.date()

/** Thousandths of the currency's smallest unit a kilowatt-hour: 30.25 cents are 30250. */
export const PricePerKwh = z.number().int().min(0).max(1_000_000_000)

/** Cents, or whatever the currency's smallest unit is. */
const Minor = z.number().int().min(0).max(1_000_000_000)

/** Longest name of a time of day with a price of its own. */
export const BAND_NAME_MAX_LENGTH = 40
export const BANDS_MAX = 12

/** Hours with a price of their own, by the clock on the wall. */
export const PriceBand = z.object({
  name: Text(BAND_NAME_MAX_LENGTH).min(1),
  /** The days on which it begins, 1 for Monday to 7 for Sunday. */
  days: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .transform((days) => [...new Set(days)].sort()),
  /** Minutes of the day. What ends no later than it begins goes on after midnight. */
  fromMinute: z.number().int().min(0).max(1_439),
  untilMinute: z.number().int().min(1).max(1_440),
  pricePerKwhMilliMinor: PricePerKwh,
})
export type PriceBand = z.infer<typeof PriceBand>

/**
 * - `half-up`: to the nearest, the half upwards
 * - `half-even`: to the nearest, the half to the even one
 * - `down`: what is left over is given away
 */
export const ROUNDING_MODES = ['half-up', 'half-even', 'down'] as const
export type RoundingMode = (typeof ROUNDING_MODES)[number]

/** What is rounded to the smallest unit: the price of each session, or their sum once. Tax is rounded in the same way. */
export const ROUNDED_THINGS = ['session', 'statement'] as const

/** Longest name of a tax. */
export const TAX_NAME_MAX_LENGTH = 40

/** What charging costs. */
export const TariffTerms = z.object({
  /** At all hours that no band has. */
  pricePerKwhMilliMinor: PricePerKwh,
  bands: z.array(PriceBand).max(BANDS_MAX).default([]),
  /** Once for every session with energy, in the month in which it began. */
  feePerSessionMinor: Minor.default(0),
  /** Once for every card that charged in the month. */
  feePerMonthMinor: Minor.default(0),
  tax: z.object({
    name: Text(TAX_NAME_MAX_LENGTH).default(''),
    /** Millionths: 190000 is 19 %. */
    rateMillionths: z.number().int().min(0).max(1_000_000),
    /** Whether prices and fees have it in them, or it is added to them. */
    included: z.boolean(),
  }),
  rounding: z.object({ what: z.enum(ROUNDED_THINGS), mode: z.enum(ROUNDING_MODES) }),
})
export type TariffTerms = z.infer<typeof TariffTerms>

/** What charging costs from a day on, until another tariff begins. */
export const Tariff = TariffTerms.extend({
  id: Id,
  fromDay: Day,
  madeAt: Time,
  madeBy: z.string(),
})
export type Tariff = z.infer<typeof Tariff>

/** Tariffs that a site can have, one after the other. */
export const TARIFFS_MAX = 200

/** What charging costs. A tariff never changes: another one begins on a later day, and what was before stays as it was. */
export const tariffs = {
  /** In the order of their first days. */
  list: oc.route({ method: 'GET', path: '/tariffs' }).output(
    z.object({
      tariffs: z.array(
        Tariff.extend({
          /** Null for the last one. */
          untilDay: Day.nullable(),
          state: z.enum(['over', 'in-force', 'to-come']),
          /** Whether it can be taken back: it is not in force yet, or was entered today. */
          removable: z.boolean(),
        }),
      ),
      currency: z.string(),
      /** Today, by this computer: the first day on which another tariff can begin once there is one. */
      today: Day,
    }),
  ),

  /** The first tariff may begin on any day, a further one today or later. */
  add: oc
    .route({ method: 'POST', path: '/tariffs' })
    .input(TariffTerms.extend({ fromDay: Day }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('added'), tariffId: Id }),
        /** The past has its prices already. */
        z.object({ kind: z.literal('in-the-past'), today: Day }),
        z.object({ kind: z.literal('day-taken') }),
        /** Two bands hold at the same time; by their places. */
        z.object({ kind: z.literal('overlap'), bands: z.tuple([z.number().int(), z.number().int()]) }),
        z.object({ kind: z.literal('too-many') }),
      ]),
    ),

  /** Takes a tariff back that is not in force yet, or was entered today. */
  remove: oc
    .route({ method: 'DELETE', path: '/tariffs/{tariffId}' })
    .input(z.object({ tariffId: Id }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('removed') }),
        z.object({ kind: z.literal('already-gone') }),
        /** It was in force on days that are over. */
        z.object({ kind: z.literal('in-use') }),
      ]),
    ),
}
