import type { AuditDetail } from '@shared/auditFields'
import { AppError } from '@shared/errors'
import type { AccessRefusal, SecurityProfile } from '@shared/ocpp/securityProfile'
import type { RandomBytes } from '../ca/serialNumber'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { createTurnsOf } from '../inTurns'
import type { ConnectionFacts } from '../stations/connection'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { deviceCertificateBySerial } from '../store/queries/deviceCertificates'
import { appendAudit } from '../store/queries/events'
import { allSecurity, hasCertificate, issuedBySerial, type SecurityRow, saveSecurity } from '../store/queries/security'
import { checkCertificate, type ShownCertificate } from './certificateCheck'
import { madeAt, openPasswords, withOpenPassword, withoutRefused, withTaken } from './openPasswords'
import { hashPassword, newPassword } from './password'
import { createPasswordChecks, PASSWORD_LIMITS, type PasswordLimits } from './passwordChecks'

/** What a caller shows of itself. */
export interface Credentials {
  readonly transport: 'ws' | 'wss'
  readonly remoteAddress: string
  /** The identity of its address, as it was written. */
  readonly identity: string
  /** Basic authentication; null when there was none that can be read. */
  readonly basic: { readonly user: string; readonly password: Uint8Array } | null
  readonly certificate: ShownCertificate | null
}

/** How a station proved who it is. */
export type ProvedBy = 'nothing' | 'password' | 'certificate'

export type AccessVerdict =
  /** `serialNumber` of the certificate that it proved itself with, lower-case hex; null when it was none. */
  | { readonly kind: 'in'; readonly by: ProvedBy; readonly serialNumber: string | null }
  | {
      readonly kind: 'out'
      readonly profile: SecurityProfile
      readonly reason: AccessRefusal
      readonly data: Readonly<Record<string, string>>
    }

/** What a person sees of how a station has to prove itself. */
export interface StationSecurity {
  readonly profile: SecurityProfile
  /** When its password was set; null when it has none. */
  readonly passwordAt: number | null
  /** When the newest was made that the station has not used yet; the old one counts until then. */
  readonly nextPasswordAt: number | null
  /** How many were made that it has not used yet: it may have any of them, and all count. */
  readonly openPasswords: number
  /** Whether it has a certificate of this site that has not ended. */
  readonly hasCertificate: boolean
  /** The profile that it is on its way to, and under which it is let in as well; null when it is not on any way. */
  readonly coming: SecurityProfile | null
}

export type SetProfileOutcome =
  /** `disconnected`: it was connected in another way, and has to come back in the right one. */
  | { readonly kind: 'saved'; readonly disconnected: boolean }
  /** It could not come back that way. */
  | { readonly kind: 'needs-tls' | 'needs-plain' | 'needs-password' | 'needs-certificate' | 'needs-serial-number' }

/** A password that was set, and when: that names it. Milliseconds. */
export interface SetPassword {
  readonly password: string
  readonly at: number
}

/** How each station has to prove who it is, and whether it did. */
export interface Access {
  check(stationId: number, credentials: Credentials): Promise<AccessVerdict>
  /** Whether an open connection still is what its station's profile asks for, or the one that it is on its way to. */
  holds(stationId: number, facts: ConnectionFacts): boolean
  of(stationId: number): StationSecurity
  /** From then on only this profile counts, also for a station on its way. @throws AppError UNKNOWN_STATION */
  setProfile(actor: string, stationId: number, profile: SecurityProfile): Promise<SetProfileOutcome>
  /**
   * The station is on its way to a higher profile: until `arrived` or `turnBack` it is let in under its own or under
   * that one, each as a whole. @throws AppError UNKNOWN_STATION
   */
  setOut(actor: string, stationId: number, profile: SecurityProfile): Promise<void>
  /** It came back under the profile that it was on its way to: the lower one is refused from now on (A05.FR.07). */
  arrived(stationId: number): Promise<void>
  /** It stays where it was: only its own profile counts. */
  turnBack(actor: string, stationId: number): Promise<void>
  /**
   * Sets a password: a new one, unless one is given. It is the caller's to show once; kept is its hash.
   * @param keepOld those before stay valid until the station used the new one
   * @throws AppError UNKNOWN_STATION
   */
  setPassword(
    actor: string,
    stationId: number,
    options: { readonly password?: string; readonly keepOld: boolean },
  ): Promise<SetPassword>
  /**
   * What became at the station of the password that was made at `at`: it has it, or it does not. Where that one is not
   * open any more nothing happens.
   */
  settlePassword(stationId: number, at: number, taken: boolean): Promise<void>
}

export interface AccessDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record' | 'connection' | 'write'>
  readonly disconnect: (stationId: number) => void
  readonly organisation: () => string
  readonly issuingPems: () => readonly string[]
  readonly isRevoked: (serialNumber: string) => boolean
  /** Whether a port with TLS is open. */
  readonly hasTls: () => boolean
  /** Whether the port without it is open. */
  readonly hasPlain: () => boolean
  readonly randomBytes: RandomBytes
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<PasswordLimits>
}

/** Most characters of a wrong user name that are repeated: whoever mixed up two fields has put the password there. */
const USER_SHOWN = 8

function shortened(user: string): string {
  return user.length <= USER_SHOWN ? user : `${user.slice(0, USER_SHOWN / 2)}…`
}

/** Whether a connection that is open satisfies a profile. */
export function satisfies(profile: SecurityProfile, facts: ConnectionFacts): boolean {
  if (profile === 0) return true
  const byCertificate = facts.certificateSerialNumber !== undefined
  if (profile === 3) return facts.authenticated && byCertificate
  return facts.authenticated && !byCertificate && facts.transport === (profile === 1 ? 'ws' : 'wss')
}

/** Whether a caller comes as the higher of the two profiles of a station on its way wants it, right or wrong. */
function seemsToBe(coming: SecurityProfile, { transport, certificate, basic }: Credentials): boolean {
  if (coming === 3) return certificate !== null || (transport === 'wss' && basic === null)
  return coming === 1 ? basic !== null : transport === 'wss'
}

export function createAccess(deps: AccessDeps): Access {
  const { store, clock, changes, stations, randomBytes } = deps
  const rows = new Map(allSecurity(store.read).map((row) => [row.station_id, row]))
  const checks = createPasswordChecks({ ...PASSWORD_LIMITS, ...deps.limits })

  const rowOf = (stationId: number): SecurityRow =>
    rows.get(stationId) ?? {
      station_id: stationId,
      profile: 0,
      password: null,
      password_at: null,
      next_password: null,
      next_password_at: null,
      coming_profile: null,
    }

  const existing = (stationId: number) => {
    const record = stations.record(stationId)
    if (!record) throw new AppError('UNKNOWN_STATION')
    return record
  }

  const { inTurn } = createTurnsOf<number>()
  /** Writes what `change` makes of the row as it stands when its turn comes. */
  const change = async (
    actor: string,
    stationId: number,
    detail: AuditDetail,
    to: (row: SecurityRow) => Partial<SecurityRow>,
  ) => {
    const { identity } = existing(stationId)
    await inTurn(stationId, async () => {
      const row = { ...rowOf(stationId), ...to(rowOf(stationId)) }
      await stations.write(stationId, (db) => {
        saveSecurity(db, row)
        appendAudit(db, { at: clock(), actor, action: 'station-changed', subject: identity, detail })
      })
      rows.set(stationId, row)
    })
    changes.emit('security', stationId)
    changes.emit('audit', 0)
  }

  const settlePassword: Access['settlePassword'] = async (stationId, at, taken) => {
    const record = stations.record(stationId)
    if (!record || !openPasswords(rowOf(stationId)).some((each) => each.at === at)) return
    await change(record.identity, stationId, { password: taken ? 'changed' : 'not-changed' }, (row) =>
      taken ? withTaken(row, at) : withoutRefused(row, at),
    )
  }

  const checkPassword = async (
    stationId: number,
    profile: SecurityProfile,
    credentials: Credentials,
  ): Promise<AccessVerdict> => {
    const { password } = rowOf(stationId)
    const open = openPasswords(rowOf(stationId))
    const out = (reason: AccessRefusal, data = {}) => ({ kind: 'out' as const, profile, reason, data })
    const { basic, identity, remoteAddress } = credentials
    if (!basic) return out('no-password')
    // Identities do not distinguish capital letters; the user name is the identity (A00.FR.204).
    if (basic.user.toLowerCase() !== identity.toLowerCase()) return out('wrong-user', { user: shortened(basic.user) })
    const stored = [...open.map(({ hash }) => hash).reverse(), ...(password === null ? [] : [password])]
    const outcome = await checks.check(stationId, remoteAddress, basic.password, stored)
    if (outcome.kind !== 'fits') return out(outcome.kind === 'busy' ? 'busy' : 'wrong-password')
    // It has used a new one, so it has it, whatever became of the answer to it.
    const used = open.find(({ hash }) => hash === outcome.stored)
    if (used) settlePassword(stationId, used.at, true).catch(deps.onFailure)
    return { kind: 'in', by: 'password', serialNumber: null }
  }

  /** Whether a caller is what a profile asks for; nothing of another profile helps it. */
  const checkProfile = async (
    stationId: number,
    profile: SecurityProfile,
    credentials: Credentials,
  ): Promise<AccessVerdict> => {
    const { transport, certificate } = credentials
    const out = (reason: AccessRefusal, data = {}) => ({ kind: 'out' as const, profile, reason, data })
    if (profile === 0) return { kind: 'in', by: 'nothing', serialNumber: null }
    if (profile === 1 && transport === 'wss') return out('needs-plain')
    if (profile >= 2 && transport === 'ws') return out('needs-tls')
    if (profile < 3) return checkPassword(stationId, profile, credentials)
    if (!certificate) return out('no-certificate')
    const verdict = checkCertificate(certificate, {
      station: { id: stationId, serialNumber: existing(stationId).serialNumber },
      organisation: deps.organisation(),
      now: clock(),
      issuingPems: deps.issuingPems(),
      issued: (serialNumber) => issuedBySerial(store.read, serialNumber),
      isRevoked: deps.isRevoked,
      device: (serialNumber) => deviceCertificateBySerial(store.read, serialNumber)?.client_id,
    })
    if (verdict.kind === 'bad') return out(verdict.reason, verdict.data)
    return { kind: 'in', by: 'certificate', serialNumber: verdict.serialNumber }
  }

  return {
    async check(stationId, credentials) {
      const { profile, coming_profile: coming } = rowOf(stationId)
      if (coming === null) return checkProfile(stationId, profile, credentials)
      const ahead = await checkProfile(stationId, coming, credentials)
      if (ahead.kind === 'in') return ahead
      const before = await checkProfile(stationId, profile, credentials)
      // What it is told is about the profile that it came in.
      return before.kind === 'in' || !seemsToBe(coming, credentials) ? before : ahead
    },

    holds(stationId, facts) {
      const { certificateSerialNumber: serial } = facts
      const { profile, coming_profile: coming } = rowOf(stationId)
      const isOne = satisfies(profile, facts) || (coming !== null && satisfies(coming, facts))
      return isOne && (serial === undefined || !deps.isRevoked(serial))
    },

    of(stationId) {
      const row = rowOf(stationId)
      return {
        profile: row.profile,
        passwordAt: row.password === null ? null : row.password_at,
        nextPasswordAt: row.next_password === null ? null : row.next_password_at,
        openPasswords: openPasswords(row).length,
        hasCertificate: hasCertificate(store.read, stationId, clock()),
        coming: row.coming_profile,
      }
    },

    async setProfile(actor, stationId, profile) {
      const record = existing(stationId)
      const row = rowOf(stationId)
      if (profile >= 2 && !deps.hasTls()) return { kind: 'needs-tls' }
      if (profile === 1 && !deps.hasPlain()) return { kind: 'needs-plain' }
      if ((profile === 1 || profile === 2) && row.password === null) return { kind: 'needs-password' }
      if (profile === 3 && record.serialNumber === null) return { kind: 'needs-serial-number' }
      if (profile === 3 && !hasCertificate(store.read, stationId, clock())) return { kind: 'needs-certificate' }
      if (row.profile !== profile || row.coming_profile !== null) {
        const to = { profile, coming_profile: null }
        await change(actor, stationId, { securityProfile: [row.profile, profile] }, () => to)
      }
      const live = stations.connection(stationId)
      const disconnected = live !== undefined && !satisfies(profile, live)
      if (disconnected) deps.disconnect(stationId)
      return { kind: 'saved', disconnected }
    },

    async setOut(actor, stationId, coming) {
      const { profile, coming_profile: before } = rowOf(stationId)
      if (before === coming || profile >= coming) return
      await change(actor, stationId, { comingProfile: [profile, coming] }, () => ({ coming_profile: coming }))
    },

    async arrived(stationId) {
      const { profile, coming_profile: coming } = rowOf(stationId)
      if (coming === null) return
      const actor = existing(stationId).identity
      // A manager may have decided otherwise in between.
      await change(actor, stationId, { securityProfile: [profile, coming] }, (row) =>
        row.coming_profile === coming ? { profile: coming, coming_profile: null } : {},
      )
    },

    async turnBack(actor, stationId) {
      const { profile, coming_profile: coming } = rowOf(stationId)
      if (coming === null) return
      await change(actor, stationId, { comingProfile: [coming, null], profile }, () => ({ coming_profile: null }))
    },

    async setPassword(actor, stationId, { password = newPassword(randomBytes), keepOld }) {
      existing(stationId)
      const hash = await hashPassword(password, randomBytes)
      let at = clock()
      await change(actor, stationId, { password: 'set' }, (row) => {
        at = madeAt(row, at)
        return keepOld && row.password !== null
          ? withOpenPassword(row, { at, hash })
          : { password: hash, password_at: at, next_password: null, next_password_at: null }
      })
      return { password, at }
    },

    settlePassword,
  }
}
