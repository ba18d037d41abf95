import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import { changesOf, type InstalledProfile, inUnit, type Profile, profileLimit, type ScheduledSession } from './schedule'

export type Purpose = OCPP21.ChargingProfilePurposeEnumType

export interface ProfileCriteria {
  readonly id?: number
  readonly ids?: readonly number[]
  readonly evseId?: number
  readonly purpose?: Purpose
  readonly stackLevel?: number
}

export interface ProfilesParts {
  readonly now: () => Date
  readonly phases: 1 | 3
  /** Full power of one EVSE, W. */
  readonly powerW: number
  readonly evseIds: readonly number[]
  readonly sessionOf: (evseId: number) => ScheduledSession | null
  /** How many sessions share what the whole charger may take. */
  readonly charging: () => number
  /** Called before limits become others, and after. */
  readonly changing: () => void
  readonly changed: () => void
}

/** Highest stack level and most profiles this charger takes. */
export const MAX_STACK_LEVEL = 10
export const MAX_PROFILES = 20
const STATION_WIDE: readonly Purpose[] = ['ChargingStationMaxProfile', 'ChargingStationExternalConstraints']

/** The charging profiles of a charger, and the limits that follow from them (K01, K08; 1.6 §3.13). */
export class Profiles {
  readonly #parts: ProfilesParts
  #installed: InstalledProfile[] = []
  readonly #priority = new Set<string>()

  constructor(parts: ProfilesParts) {
    this.#parts = parts
  }

  /** Null: installed. Else why not. The same id replaces (K01). */
  set(evseId: number, profile: Profile): string | null {
    const why = this.#objection(evseId, profile)
    if (why) return why
    this.#parts.changing()
    this.#installed = this.#installed.filter(({ profile: { id } }) => id !== profile.id)
    this.#installed.push({ evseId, profile, installedAt: this.#parts.now() })
    this.#parts.changed()
    return null
  }

  /** A limit from somewhere else than the server: an energy manager, the grid operator (K12, K13). */
  impose(evseId: number, profile: Profile): void {
    this.#parts.changing()
    this.#installed = this.#installed.filter(({ profile: { id } }) => id !== profile.id)
    this.#installed.push({ evseId, profile, installedAt: this.#parts.now() })
    this.#parts.changed()
  }

  find({ id, ids, evseId, purpose, stackLevel }: ProfileCriteria): readonly InstalledProfile[] {
    return this.#installed.filter(
      ({ evseId: at, profile }) =>
        (id === undefined || profile.id === id) &&
        (ids === undefined || ids.includes(profile.id)) &&
        (evseId === undefined || at === evseId) &&
        (purpose === undefined || profile.chargingProfilePurpose === purpose) &&
        (stackLevel === undefined || profile.stackLevel === stackLevel),
    )
  }

  /** True when something was removed. */
  clear(criteria: ProfileCriteria): boolean {
    const gone = new Set(this.find(criteria))
    if (gone.size > 0) this.#parts.changing()
    this.#installed = this.#installed.filter((one) => !gone.has(one))
    if (gone.size > 0) this.#parts.changed()
    return gone.size > 0
  }

  /** A session has ended: what was for it alone goes (1.6 §3.13.1, K02.FR.05). */
  sessionEnded(evseId: number, transactionId: string | null): void {
    if (transactionId !== null) this.#priority.delete(transactionId)
    this.clear({ evseId, purpose: 'TxProfile' })
  }

  /** 2.1 K16: changes the limit of a dynamic profile. False: there is none of that id. */
  updateDynamic(id: number, limit: number | undefined): boolean {
    const found = this.#installed.find(({ profile }) => profile.id === id && profile.chargingProfileKind === 'Dynamic')
    const [schedule] = found?.profile.chargingSchedule ?? []
    const [period] = schedule?.chargingSchedulePeriod ?? []
    if (!period) return false
    this.#parts.changing()
    if (limit === undefined) delete period.limit
    else period.limit = limit
    this.#parts.changed()
    return true
  }

  /** 2.1 K21: false when no profile for priority charging is installed. */
  prefer(transactionId: string, activate: boolean): boolean {
    if (this.find({ purpose: 'PriorityCharging' }).length === 0) return false
    this.#parts.changing()
    if (activate) this.#priority.add(transactionId)
    else this.#priority.delete(transactionId)
    this.#parts.changed()
    return true
  }

  /** What an EVSE may take at a time, W; EVSE 0: the whole charger. */
  limitW(evseId: number, at: Date): number {
    const { charging, evseIds, phases, powerW, sessionOf } = this.#parts
    const session = evseId === 0 ? null : sessionOf(evseId)
    let limit = evseId === 0 ? powerW * evseIds.length : powerW
    for (const purpose of STATION_WIDE) {
      const whole = this.#highest([purpose], [0], at, session, phases)
      if (whole !== null) limit = Math.min(limit, evseId === 0 ? whole : whole / Math.max(charging(), 1))
      const own = evseId === 0 ? null : this.#highest([purpose], [evseId], at, session, phases)
      if (own !== null) limit = Math.min(limit, own)
    }
    if (evseId === 0) return limit
    const priority = session?.transactionId ? this.#priority.has(session.transactionId) : false
    const tx =
      (priority ? this.#highest(['PriorityCharging'], [evseId, 0], at, session, phases) : null) ??
      (session ? this.#highest(['TxProfile'], [evseId], at, session, phases) : null) ??
      this.#highest(['TxDefaultProfile'], [evseId, 0], at, session, phases)
    return tx === null ? limit : Math.min(limit, tx)
  }

  /** The times in (from, to) at which the limit of an EVSE may change, in order. */
  changes(evseId: number, from: Date, to: Date): readonly Date[] {
    const session = evseId === 0 ? null : this.#parts.sessionOf(evseId)
    const times = this.#installed.flatMap((one) => changesOf(one, from, to, session))
    return [...new Set(times)].sort((one, other) => one - other).map((time) => new Date(time))
  }

  /** The periods of the next `seconds`, equal neighbours joined (K08, 1.6 §5.7). */
  composite(evseId: number, seconds: number, unit: 'A' | 'W', from: Date): { startPeriod: number; limit: number }[] {
    const periods: { startPeriod: number; limit: number }[] = []
    for (const at of [from, ...this.changes(evseId, from, new Date(from.getTime() + seconds * 1000))]) {
      const limit = inUnit(this.limitW(evseId, at), unit, this.#parts.phases)
      if (periods.at(-1)?.limit === limit) continue
      periods.push({ startPeriod: Math.round((at.getTime() - from.getTime()) / 1000), limit })
    }
    return periods
  }

  #highest(
    purposes: readonly Purpose[],
    evseIds: readonly number[],
    at: Date,
    session: ScheduledSession | null,
    phases: number,
  ): number | null {
    let best: { readonly rank: number; readonly limit: number } | null = null
    for (const one of this.#installed) {
      if (!purposes.includes(one.profile.chargingProfilePurpose) || !evseIds.includes(one.evseId)) continue
      const limit = profileLimit(one, at, session, phases)
      // An EVSE's own profile goes before the charger's of the same level.
      const rank = one.profile.stackLevel * 2 + (one.evseId === 0 ? 0 : 1)
      if (limit !== null && (best === null || rank > best.rank)) best = { rank, limit }
    }
    return best?.limit ?? null
  }

  #objection(evseId: number, profile: Profile): string | null {
    const { evseIds, sessionOf } = this.#parts
    const { chargingProfilePurpose: purpose, chargingProfileKind: kind, chargingSchedule, stackLevel } = profile
    const [schedule] = chargingSchedule
    if (evseId !== 0 && !evseIds.includes(evseId)) return 'UnknownEvse'
    if (stackLevel > MAX_STACK_LEVEL || !schedule) return 'InvalidStackLevel'
    // K01.FR.31 and 35: from the beginning on, in the order of time.
    const starts = schedule.chargingSchedulePeriod.map(({ startPeriod }) => startPeriod)
    if (starts.some((start, index) => (index === 0 ? start !== 0 : start <= (starts[index - 1] ?? 0)))) {
      return 'InvalidSchedule'
    }
    if (kind === 'Recurring' && (!schedule.startSchedule || !profile.recurrencyKind)) return 'InvalidSchedule'
    // K01.FR.22: those come from elsewhere.
    if (purpose === 'ChargingStationExternalConstraints' || purpose === 'LocalGeneration') return 'InvalidProfile'
    // K01.FR.38
    if (purpose === 'ChargingStationMaxProfile' && (evseId !== 0 || kind === 'Relative')) return 'InvalidProfile'
    if (purpose === 'TxProfile') {
      const session = sessionOf(evseId)
      // 1.6 §5.16.4, K01.FR.09/33: only for a running transaction, and for the one it names.
      if (!session) return 'TxNotFound'
      if (profile.transactionId && profile.transactionId !== session.transactionId) return 'TxNotFound'
    }
    const others = this.#installed.filter(({ profile: { id } }) => id !== profile.id)
    if (others.length >= MAX_PROFILES) return 'TooManyElements'
    const same = others.some(
      (one) =>
        one.evseId === evseId &&
        one.profile.chargingProfilePurpose === purpose &&
        one.profile.stackLevel === stackLevel &&
        overlap(one.profile, profile),
    )
    // K01.FR.06
    return same ? 'DuplicateProfile' : null
  }
}

function overlap(one: Profile, other: Profile): boolean {
  const from = (profile: Profile) => (profile.validFrom ? Date.parse(profile.validFrom) : Number.NEGATIVE_INFINITY)
  const to = (profile: Profile) => (profile.validTo ? Date.parse(profile.validTo) : Number.POSITIVE_INFINITY)
  return from(one) < to(other) && from(other) < to(one)
}
