import { z } from 'zod'
import { AUTHORIZATION_STATUSES } from '../ocpp/authorization'
import { Id, Time } from './feed'

/** Minutes of a day; the end of a period may be the end of the day. */
export const DAY_MINUTES = 24 * 60

/** Hours of some days of the week, 1 for Monday to 7 for Sunday, in the time zone of the site. */
export const AllowedHours = z.object({
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  /** First minute of the day. */
  from: z
    .number()
    .int()
    .min(0)
    .max(DAY_MINUTES - 1),
  /** First minute that is no longer part of it; one that is not later than `from` is that of the next day. */
  until: z.number().int().min(0).max(DAY_MINUTES),
})
export type AllowedHours = z.infer<typeof AllowedHours>

/** A station that a card may charge at. */
export const AllowedPlace = z.object({
  stationId: Id,
  /** Null for every EVSE of it. */
  evseIds: z.array(z.number().int().min(1).max(1_000)).min(1).max(50).nullable(),
})
export type AllowedPlace = z.infer<typeof AllowedPlace>

/** What a card is limited to beside its validity. A field that limits nothing is null, empty or false. */
export const CardRules = z.object({
  /** Null for every station; none at all for no station. */
  places: z.array(AllowedPlace).max(200).nullable().default(null),
  /** Empty for always. */
  hours: z.array(AllowedHours).max(20).default([]),
  /** Energy of the sessions that began in a calendar month, in watt-hours; null for no bound. */
  monthlyWh: z.number().int().min(1).max(1_000_000_000).nullable().default(null),
  /** Whether a running session is ended when that energy is used up; else it goes on, and the next one is refused. */
  endWhenUsed: z.boolean().default(false),
  /** Sessions that began in a calendar month; null for no bound. */
  monthlySessions: z.number().int().min(1).max(100_000).nullable().default(null),
  /** No second session while one of this card runs. */
  oneAtATime: z.boolean().default(false),
})
export type CardRules = z.infer<typeof CardRules>

/** Rules that limit nothing. */
export const NO_RULES: CardRules = {
  places: null,
  hours: [],
  monthlyWh: null,
  endWhenUsed: false,
  monthlySessions: null,
  oneAtATime: false,
}

/** Whether any of the rules limits anything. */
export function areRules({ places, hours, monthlyWh, monthlySessions, oneAtATime }: CardRules): boolean {
  return places !== null || hours.length > 0 || monthlyWh !== null || monthlySessions !== null || oneAtATime
}

/** Whether the rules ask the ledger how much the card was used. */
export function countUse({ monthlyWh, monthlySessions, oneAtATime }: CardRules): boolean {
  return monthlyWh !== null || monthlySessions !== null || oneAtATime
}

/** Rules that a station can't check by itself, whatever it is told of the card. */
export function needTheSite(rules: CardRules): boolean {
  return rules.hours.length > 0 || countUse(rules)
}

/** What stands behind a refusal; a field is there where the status has it. */
export const RefusalReason = z.object({
  status: z.enum(AUTHORIZATION_STATUSES),
  /** When it will be accepted: its first moment, the next of its hours, the next month, the end of a pause. */
  next: Time.optional(),
  /** When it ended. */
  since: Time.optional(),
  /** EVSEs that it may use here. */
  evseIds: z.array(z.number().int()).optional(),
  /** What of the budget is used up: watt-hours or sessions. */
  budget: z.enum(['energy', 'sessions']).optional(),
  limit: z.number().optional(),
  used: z.number().optional(),
  /** Where it charges. */
  stationId: Id.optional(),
})
export type RefusalReason = z.infer<typeof RefusalReason>
