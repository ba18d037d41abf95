import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { ReadDb } from '../store/handles'
import type { Store } from '../store/open'
import type { AuthorityRow } from '../store/queries/authority'
import {
  countRevoked,
  putRevocationList,
  type RevocationListRow,
  revocationListOf,
} from '../store/queries/revocationLists'
import { revokedCertificates } from '../store/queries/revocations'
import { type Revoked, signRevocationList } from './revocationList'
import type { SiteAuthority } from './siteAuthority'
import { BACKDATE_MS } from './validity'

type Issuer = AuthorityRow['role']

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
}

const DAY = 24 * 3_600_000

export const REVOCATION_LIST_LIMITS: RevocationListLimits = {
  lookMs: 10 * 60_000,
  issuing: { validMs: 7 * DAY, renewMs: DAY },
  root: { validMs: 180 * DAY, renewMs: 30 * DAY },
}

/**
 * The lists of revoked certificates as they are published, always the newest that could be signed. They are for others:
 * what this server itself accepts never depends on them.
 */
export interface RevocationLists {
  /** The newest list of an issuer; undefined before the first. */
  newest(issuer: Issuer): RevocationListRow | undefined
  /** Signs what is due now; resolves when it is on disk. A list that can not be signed is reported and tried again. */
  renew(): Promise<void>
  close(): Promise<void>
}

export interface RevocationListsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly authority: Pick<SiteAuthority, 'keyHashes' | 'withKeyOf'>
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
function revokedOf(db: ReadDb, issuer: Issuer, listedUntil: number): Revoked[] {
  if (issuer === 'root') return []
  return revokedCertificates(db)
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

  const countOf = (issuer: Issuer) => (issuer === 'issuing' ? countRevoked(read) : 0)

  const make = async (issuer: Issuer) => {
    const { validMs, renewMs } = limits[issuer]
    const now = clock()
    const before = revocationListOf(read, issuer)
    const revoked = countOf(issuer)
    if (!isDue(before, revoked, now, renewMs)) return
    const number = nextNumber(before, now)
    const nextUpdate = now + validMs
    const der = await authority.withKeyOf(issuer, (keyed) =>
      signRevocationList({
        issuer: keyed,
        number,
        // As certificates are: whoever's clock is a little late must not refuse it.
        thisUpdate: now - BACKDATE_MS,
        nextUpdate,
        revoked: revokedOf(read, issuer, now - validMs),
      }),
    )
    await writer.write((db) =>
      putRevocationList(db, { issuer, number, made_at: now, next_update: nextUpdate, revoked, der }),
    )
  }

  const work = async () => {
    while (isWanted && !isClosed) {
      isWanted = false
      if (authority.keyHashes().length === 0) return
      for (const issuer of ['issuing', 'root'] as const) await make(issuer).catch(onFailure)
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
      if (revocationListOf(read, 'issuing')?.revoked !== countRevoked(read)) look()
    }),
  ]
  const timer = setInterval(look, limits.lookMs)
  timer.unref()
  look()

  return {
    newest: (issuer) => revocationListOf(read, issuer),
    renew,
    async close() {
      isClosed = true
      clearInterval(timer)
      for (const end of endings) end()
      await working
    },
  }
}
