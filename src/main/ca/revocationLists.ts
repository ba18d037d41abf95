import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { ReadDb } from '../store/handles'
import type { Store } from '../store/open'
import type { AuthorityRole } from '../store/queries/authority'
import { lastEndUnder } from '../store/queries/leaves'
import {
  countRevoked,
  putRevocationList,
  type RevocationListRow,
  revocationListOf,
} from '../store/queries/revocationLists'
import { revokedCertificates } from '../store/queries/revocations'
import type { KeyedCertificate } from './authority'
import { type Revoked, signRevocationList } from './revocationList'
import type { Generation, SiteAuthority } from './siteAuthority'
import { BACKDATE_MS } from './validity'

/** How long a list is valid, and after how long the next one takes its place, in milliseconds. */
export interface ListValidity {
  readonly validMs: number
  readonly renewMs: number
}

/** How the lists of revoked certificates are kept fresh, by name. */
export interface RevocationListLimits {
  /** How often it is looked whether a list is due, in milliseconds. */
  readonly lookMs: number
  readonly issuing: ListValidity
  /** The root's own list changes with a new issuing CA only; one that lasts lets the root's key rest. */
  readonly root: ListValidity
  /** How long the list of a root lasts whose key is taken away, in milliseconds: the key is fetched once a year. */
  readonly rootAwayMs: number
}

const DAY = 24 * 3_600_000

export const REVOCATION_LIST_LIMITS: RevocationListLimits = {
  lookMs: 10 * 60_000,
  issuing: { validMs: 7 * DAY, renewMs: DAY },
  root: { validMs: 180 * DAY, renewMs: 30 * DAY },
  rootAwayMs: 400 * DAY,
}

/**
 * The lists of revoked certificates as they are published, always the newest that could be signed. They are for others:
 * what this server itself accepts never depends on them.
 */
export interface RevocationLists {
  /** The newest list of an issuer: of the one that signs now, or of the one with this number; undefined before the first. */
  newest(issuer: AuthorityRole | number): RevocationListRow | undefined
  /** Signs what is due now; resolves when it is on disk. A list that can not be signed is reported and tried again. */
  renew(): Promise<void>
  /** A list of a root that lasts while its key is away; `keyed` is the root with its key. To be stored with `put`. */
  signForAbsence(root: Generation, keyed: KeyedCertificate): Promise<RevocationListRow>
  put(row: RevocationListRow): Promise<void>
  close(): Promise<void>
}

export interface RevocationListsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly authority: Pick<SiteAuthority, 'generations' | 'withKeyOfGeneration'>
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<RevocationListLimits>
}

/** Whether a list has to be made now. One from the future was made by a clock that was wrong. */
function isDue(list: RevocationListRow | undefined, revoked: number, now: number, renewMs: number): boolean {
  if (!list || list.revoked !== revoked) return true
  return list.made_at > now || now - list.made_at >= renewMs
}

/**
 * Greater than every number before (RFC 5280 §5.2.3), also than those of lists that were made after the backup from which
 * the data was restored: no clock makes more than one list a second for long.
 */
function nextNumber(list: RevocationListRow | undefined, now: number): number {
  return Math.max((list?.number ?? 0) + 1, Math.floor(now / 1000))
}

/** What was revoked of the issuer's certificates. An ended one has to be on one more list after its end (§3.3). */
function revokedOf(db: ReadDb, issuer: Generation, listedUntil: number): Revoked[] {
  if (issuer.role === 'root') return []
  return revokedCertificates(db, issuer.id)
    .filter((row) => row.not_after >= listedUntil)
    .map((row) => ({ serialNumber: row.serial_number, revokedAt: row.revoked_at, reason: row.revocation_reason }))
}

export function createRevocationLists(deps: RevocationListsDeps): RevocationLists {
  const { store, clock, changes, authority, onFailure } = deps
  const { read, writer } = store
  const limits = { ...REVOCATION_LIST_LIMITS, ...deps.limits }
  let working: Promise<void> | null = null
  let isWanted = false
  let isClosed = false

  const countOf = ({ role, id }: Generation) => (role === 'issuing' ? countRevoked(read, id) : 0)

  /** Those that others may still hold certificates of. A retired one has a list until the last of its certificates ended. */
  const hasList = ({ id, role, state, key }: Generation, now: number) => {
    if (state === 'next' || key !== 'here') return false
    return state !== 'retired' || (role === 'issuing' && (lastEndUnder(read, id) ?? 0) >= now - limits.issuing.validMs)
  }

  const sign = async (issuer: Generation, keyed: KeyedCertificate, validMs: number): Promise<RevocationListRow> => {
    const now = clock()
    const number = nextNumber(revocationListOf(read, issuer.id), now)
    const revoked = countOf(issuer)
    const der = await signRevocationList({
      issuer: keyed,
      number,
      // As certificates are: whoever's clock is a little late must not refuse it.
      thisUpdate: now - BACKDATE_MS,
      nextUpdate: now + validMs,
      revoked: revokedOf(read, issuer, now - validMs),
    })
    return { issuer_id: issuer.id, number, made_at: now, next_update: now + validMs, revoked, der }
  }
  const put = async (row: RevocationListRow) => {
    await writer.write((db) => putRevocationList(db, row))
  }

  const make = async (issuer: Generation) => {
    const { validMs, renewMs } = limits[issuer.role]
    if (!isDue(revocationListOf(read, issuer.id), countOf(issuer), clock(), renewMs)) return
    await put(await authority.withKeyOfGeneration(issuer.id, (keyed) => sign(issuer, keyed, validMs)))
  }

  const work = async () => {
    while (isWanted && !isClosed) {
      isWanted = false
      const wanted = authority.generations().filter((issuer) => hasList(issuer, clock()))
      for (const issuer of wanted) await make(issuer).catch(onFailure)
    }
  }
  const renew = () => {
    isWanted = true
    working ??= work().finally(() => {
      working = null
    })
    return working
  }
  const look = () => void renew().catch(onFailure)

  const endings = [
    changes.on('site', look),
    changes.on('certificate', () => {
      // Certificates change for many reasons; only a new revocation is one for a new list.
      const isNews = ({ id, role, key }: Generation) =>
        role === 'issuing' && key === 'here' && revocationListOf(read, id)?.revoked !== countRevoked(read, id)
      if (authority.generations().some(isNews)) look()
    }),
  ]
  const timer = setInterval(look, limits.lookMs)
  timer.unref()
  look()

  return {
    newest(issuer) {
      if (typeof issuer === 'number') return revocationListOf(read, issuer)
      const current = authority.generations().find(({ role, state }) => role === issuer && state === 'current')
      return current && revocationListOf(read, current.id)
    },
    renew,
    signForAbsence: (root, keyed) => sign(root, keyed, limits.rootAwayMs),
    put,
    async close() {
      isClosed = true
      clearInterval(timer)
      for (const end of endings) end()
      await working
    },
  }
}
