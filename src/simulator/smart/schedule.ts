import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'

/** A charging profile; those of 1.6 are kept in the words of 2.1. */
export type Profile = OCPP21.ChargingProfileType

/** A profile with where it applies. EVSE 0 is the whole charger. */
export interface InstalledProfile {
  readonly evseId: number
  readonly profile: Profile
  readonly installedAt: Date
}

/** A session as schedules see it. */
export interface ScheduledSession {
  readonly startedAt: Date
  readonly transactionId: string | null
}

const NOMINAL_V = 230
const DAY_MS = 86_400_000

/** Watts of a limit given in watts or in amperes per phase. */
export function watts(limit: number, unit: 'A' | 'W', phases: number): number {
  return unit === 'W' ? limit : limit * NOMINAL_V * phases
}

/** A limit in watts as watts or as amperes per phase, with one decimal. */
export function inUnit(limitW: number, unit: 'A' | 'W', phases: number): number {
  return Math.round((unit === 'W' ? limitW : limitW / (NOMINAL_V * phases)) * 10) / 10
}

/** When the schedule that holds at `at` began; null: none does. */
function startOf({ profile, installedAt }: InstalledProfile, at: Date, session: ScheduledSession | null): Date | null {
  const given = profile.chargingSchedule[0]?.startSchedule
  const base = given ? new Date(given) : installedAt
  switch (profile.chargingProfileKind) {
    case 'Relative':
      return session?.startedAt ?? null
    case 'Recurring': {
      const every = profile.recurrencyKind === 'Weekly' ? 7 * DAY_MS : DAY_MS
      return new Date(base.getTime() + Math.floor((at.getTime() - base.getTime()) / every) * every)
    }
    case 'Dynamic':
      return installedAt
    case 'Absolute':
      return base
  }
}

/** The limit of one profile at a time, W; null: it says nothing then. */
export function profileLimit(
  installed: InstalledProfile,
  at: Date,
  session: ScheduledSession | null,
  phases: number,
): number | null {
  const { validFrom, validTo, chargingSchedule, transactionId } = installed.profile
  if (validFrom && at < new Date(validFrom)) return null
  if (validTo && at >= new Date(validTo)) return null
  if (transactionId && transactionId !== session?.transactionId) return null
  const [schedule] = chargingSchedule
  const start = startOf(installed, at, session)
  if (!schedule || !start) return null
  const elapsed = (at.getTime() - start.getTime()) / 1000
  if (elapsed < 0 || (schedule.duration !== undefined && elapsed >= schedule.duration)) return null
  const period = schedule.chargingSchedulePeriod.findLast(({ startPeriod }) => startPeriod <= elapsed)
  if (period?.limit === undefined) return null
  return watts(period.limit, schedule.chargingRateUnit, period.numberPhases ?? phases)
}

/** The times in (from, to) at which a profile's limit may change. */
export function changesOf(
  installed: InstalledProfile,
  from: Date,
  to: Date,
  session: ScheduledSession | null,
): number[] {
  const { profile } = installed
  const [schedule] = profile.chargingSchedule
  const times = [profile.validFrom, profile.validTo].flatMap((text) => (text ? [new Date(text).getTime()] : []))
  if (schedule) {
    const offsets = schedule.chargingSchedulePeriod.map(({ startPeriod }) => startPeriod)
    if (schedule.duration !== undefined) offsets.push(schedule.duration)
    const every = profile.recurrencyKind === 'Weekly' ? 7 * DAY_MS : DAY_MS
    const repeats = profile.chargingProfileKind === 'Recurring' ? Math.ceil((to.getTime() - from.getTime()) / every) : 0
    const start = startOf(installed, from, session)
    for (let again = 0; start && again <= repeats; again += 1) {
      times.push(...offsets.map((offset) => start.getTime() + again * every + offset * 1000))
    }
    // One that is still to begin.
    if (profile.chargingProfileKind === 'Absolute' && schedule.startSchedule)
      times.push(Date.parse(schedule.startSchedule))
  }
  return times.filter((time) => time > from.getTime() && time < to.getTime())
}
