import { z } from 'zod'
import { command } from './command'
import { Evse, field, INTEGER_MAX, Moment, optional, Seconds, SessionChoice } from './fields'

const ProfileId = z.number().int().min(1).max(INTEGER_MAX)
const StackLevel = z.number().int().min(0).max(1_000)
/** In amperes per phase or watts of all phases, with one decimal (K01; 1.6 §7.14). */
const Limit = z.number().min(0).max(1_000_000).multipleOf(0.1)

/**
 * What a limit holds for: the whole station, every session from now on, or one that runs (K01; 1.6 §3.13).
 */
export const LIMIT_SCOPES = ['station', 'each-session', 'session'] as const

/** Limits what may be drawn (K01–K05; 1.6 §5.16). */
export const limitCharging = command(
  'limit-charging',
  'charging-limits',
  {},
  z.object({
    scope: z.enum(LIMIT_SCOPES).default('each-session'),
    /** For `each-session`: null for every EVSE. Taken from the session for `session`, and none for `station`. */
    evseId: optional(Evse),
    /** For `session`. */
    sessionId: optional(SessionChoice),
    unit: z.enum(['A', 'W']).default('A'),
    limit: Limit,
    /** Other limits from then on, counted from the beginning of the profile. */
    later: z
      .array(z.object({ afterSeconds: field('seconds', z.number().int().min(1).max(INTEGER_MAX)), limit: Limit }))
      .max(24)
      .default([]),
    /** How many phases may be used; null leaves it to the station, which assumes three. */
    phases: optional(z.number().int().min(1).max(3)),
    /** From when and until when it holds; null for at once and for ever. */
    validFrom: optional(Moment),
    validUntil: optional(Moment),
    /** The higher level wins among profiles of the same scope. */
    stackLevel: StackLevel.default(0),
    /**
     * Replaces the profile of this number. Null for the one that was set from here for the same, with the same level and
     * at least in part for the same time, else for a new number.
     */
    profileId: optional(ProfileId),
  }),
)

/** Takes limits away: those that meet every choice, all when none is made (K10; 1.6 §5.5). */
export const clearLimits = command(
  'clear-limits',
  'charging-limits',
  {},
  z.object({
    profileId: optional(ProfileId),
    evseId: optional(Evse),
    scope: optional(z.enum(LIMIT_SCOPES)),
    stackLevel: optional(StackLevel),
  }),
)

/** Asks for the limits of the next time as the station works them out of all its profiles (K08; 1.6 §5.7). */
export const compositeSchedule = command(
  'composite-schedule',
  'charging-limits',
  { canWait: false },
  z.object({
    /** Null for the whole station. */
    evseId: optional(Evse),
    durationSeconds: Seconds.default(86_400),
    unit: optional(z.enum(['A', 'W'])),
  }),
)

/** Has a station report the charging profiles it holds (K09). */
export const reportLimits = command(
  'report-limits',
  'charging-limits',
  {},
  z.object({ evseId: optional(Evse), scope: optional(z.enum(LIMIT_SCOPES)), stackLevel: optional(StackLevel) }),
)
