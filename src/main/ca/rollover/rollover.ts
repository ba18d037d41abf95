import type { RollOverState, RollOverStation, RootKey } from '@shared/contract/rollover'
import type { ManyOutcome } from '@shared/contract/roots'
import type { Changes } from '../../changes'
import type { WriteDb } from '../../store/handles'
import type { Store } from '../../store/open'
import { authorityRows, deleteNextAuthorities, setAuthorityState } from '../../store/queries/authority'
import { markDeviceCertificateRevoked } from '../../store/queries/deviceCertificates'
import { appendAudit } from '../../store/queries/events'
import { countLeaves, deviceLeaves, lastEndUnder, stationLeaves } from '../../store/queries/leaves'
import type { AuthorityNames } from '../authority'
import { describeCertificate } from '../chain'
import { fittingChain } from '../chainSize'
import { chainRoomOf } from '../desk/examiner'
import type { KeyStore } from '../keystore/keyStore'
import type { Renewals } from '../renewals'
import type { RevocationLists } from '../revocationLists'
import type { Revocations } from '../revocations'
import type { KeyRefused, NotNow, RootKeys } from '../rootKey/rootKeys'
import type { Roots } from '../roots/roots'
import type { Generation, SiteAuthority } from '../siteAuthority'
import { enterAuthority, enterNextRoot, makeIssuing, makeNextRoot } from './makeAuthorities'
import { createProgress, type ProgressDeps } from './progress'

export type Replaced = { readonly kind: 'done' | 'root-ended' } | NotNow | KeyRefused
/** The identities of the stations, and the names of the devices, that would not connect any more. */
export type WouldLose = { readonly kind: 'would-lose'; readonly stations: string[] }

/**
 * The replacement of issuing CA and root. How far it is stands in the states of the authorities and nowhere else, so it
 * goes on after a restart where it was. The way of a root: prepare (made, cross-signed, nothing else changes) → installed on
 * the chargers → switch (it signs, the old one still counts) → renewals → retire the old one.
 */
export interface RollOver {
  state(): RollOverState
  /** A new issuing CA under the same root signs from now on. */
  replaceIssuing(actor: string, rootKey: RootKey | null): Promise<Replaced>
  prepareRoot(actor: string, rootKey: RootKey | null): Promise<Replaced>
  cancelRoot(actor: string, evenSo: boolean): Promise<{ kind: 'done' } | NotNow | WouldLose>
  switchRoot(actor: string, evenSo: boolean): Promise<{ kind: 'done' } | NotNow | WouldLose>
  /** Ends an authority that signs no more. Its certificates that still count are revoked, and its root's issuing CAs end with it. */
  retire(
    actor: string,
    authorityId: number,
    evenSo: boolean,
  ): Promise<{ kind: 'done'; told: ManyOutcome } | NotNow | WouldLose>
  /** The chain that a station gets with its certificate: one that does not know the current root gets the way to the old one too. */
  chainFor(certificate: { readonly station_id: number; readonly pem: string; readonly chain_pem: string }): string
  /** Ends what has run out; resolves when it is stored. */
  look(): Promise<void>
  close(): Promise<void>
}

export interface RollOverDeps extends ProgressDeps {
  readonly store: Store
  readonly changes: Changes
  readonly keyStore: KeyStore
  readonly authority: SiteAuthority
  readonly names: () => AuthorityNames
  readonly roots: Pick<Roots, 'standings' | 'standing' | 'removalOf'>
  readonly rootKeys: Pick<RootKeys, 'lend' | 'erase' | 'scrub'>
  readonly revocations: Pick<Revocations, 'revoke'>
  readonly revocationLists: Pick<RevocationLists, 'newest' | 'renew'>
  readonly renewals: Pick<Renewals, 'look' | 'ofIssuers' | 'beforeMs'>
  /** Ends the connections of devices whose certificates were just revoked. */
  readonly cutDevices: (clientIds: Iterable<string>) => void
  /** Shows the certificates of the port with TLS anew. */
  readonly renewServerCertificates: () => Promise<void>
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<RollOverLimits>
}

/** How what runs out by itself is noticed, in milliseconds. */
export interface RollOverLimits {
  readonly lookMs: number
  /** How long the last list of a retired issuing CA is kept fresh after the end of its last certificate. */
  readonly listAfterEndMs: number
}

const DAY = 24 * 3_600_000
export const ROLLOVER_LIMITS: RollOverLimits = { lookMs: 10 * 60_000, listAfterEndMs: 7 * DAY }

const ITSELF = 'chargehand'

export function createRollOver(deps: RollOverDeps): RollOver {
  const { store, clock, changes, authority, roots, rootKeys, revocations, revocationLists, renewals } = deps
  const { keyStore, names, onFailure } = deps
  const { read, writer } = store
  const limits = { ...ROLLOVER_LIMITS, ...deps.limits }

  const progress = createProgress(read, deps)
  const { inState, nextRoot, oldRoot, phase, standings } = progress
  const losesRoot = ({ verdict }: RollOverStation) => verdict === 'lacks-root' || verdict === 'unknown'
  const losesLeaf = ({ profile, certificate }: RollOverStation) => profile === 3 && certificate === 'old'
  const identities = (lost: readonly RollOverStation[]) => lost.map(({ identity }) => identity)

  const audit = (
    db: WriteDb,
    actor: string,
    action: 'issuing-replaced' | 'root-prepared' | 'root-dropped' | 'root-switched' | 'authority-retired',
    certificatePem: string,
  ) => appendAudit(db, { at: clock(), actor, action, subject: describeCertificate(certificatePem).subject, detail: {} })

  /** Everything that shows or uses an authority takes the ones that count from now on. */
  const settle = async () => {
    changes.emit('site', 0)
    changes.emit('certificate', 0)
    changes.emit('audit', 0)
    // Twice: what was being made while the authority changed may be of the one before.
    await deps.renewServerCertificates()
    await deps.renewServerCertificates()
    revocationLists.renew().catch(onFailure)
    renewals.look().catch(onFailure)
  }

  const replacing = async (
    rootKey: RootKey | null,
    work: (root: Generation) => (keyed: Parameters<Parameters<RootKeys['lend']>[2]>[0]) => Promise<boolean>,
  ): Promise<Replaced> => {
    const root = authority.current('root')
    try {
      const done = await rootKeys.lend(root, rootKey, work(root))
      if (typeof done !== 'boolean') return done
      if (!done) return { kind: 'not-now' }
    } catch (error) {
      if (error instanceof RangeError) return { kind: 'root-ended' }
      throw error
    }
    await settle()
    return { kind: 'done' }
  }
  const making = () => ({ keyStore, names, now: clock() })

  /** Within a transaction: another window may have been faster. */
  const isIn = (db: WriteDb, wanted: RollOverState['phase']) => {
    const states = authorityRows(db).map(({ role, state }) => `${role} ${state}`)
    const found = states.includes('root next') ? 'prepared' : states.includes('root old') ? 'switched' : 'none'
    return found === wanted
  }

  const retireNow = async (actor: string, retired: readonly Generation[]) => {
    const erased = await writer.write((db) => {
      const rows = authorityRows(db)
      const left = retired.filter(({ id }) => rows.find((row) => row.id === id)?.state === 'old')
      for (const { id, certificatePem } of left) {
        setAuthorityState(db, id, 'retired', clock())
        audit(db, actor, 'authority-retired', certificatePem)
      }
      // Nothing is signed with a root any more, and nobody asks for its list.
      const roots = left.filter(({ role }) => role === 'root')
      rootKeys.erase(db, roots)
      return roots.length > 0
    })
    if (erased) await rootKeys.scrub()
    await settle()
  }

  const revokeUnder = async (actor: string, issuerId: number) => {
    for (const certificateId of stationLeaves(read, issuerId, clock())) {
      await revocations.revoke(actor, certificateId, 'superseded')
    }
  }

  const lookNow = async () => {
    const now = clock()
    const ended = inState('issuing', 'old').filter(({ id }) => countLeaves(read, id, now) === 0)
    // What their stations refused held up nothing, and ends with them.
    for (const { id } of ended) await revokeUnder(ITSELF, id)
    if (ended.length > 0) await retireNow(ITSELF, ended)
    const done = inState('issuing', 'retired').filter(
      ({ id, key }) => key === 'here' && (lastEndUnder(read, id) ?? 0) < now - limits.listAfterEndMs,
    )
    if (done.length === 0) return
    await writer.write((db) => rootKeys.erase(db, done))
    await rootKeys.scrub()
  }
  let looking: Promise<void> | null = null
  const look = () => {
    looking ??= lookNow().finally(() => {
      looking = null
    })
    return looking
  }
  const lookSoon = () => void look().catch(onFailure)
  const stopListening = changes.on('certificate', () => {
    if (inState('issuing', 'old').length > 0) lookSoon()
  })
  const timer = setInterval(lookSoon, limits.lookMs)
  timer.unref()

  return {
    state: progress.state,

    replaceIssuing: (actor, rootKey) =>
      replacing(rootKey, (root) => async (keyed) => {
        if (phase() === 'prepared') return false
        const before = authority.current('issuing')
        const made = await makeIssuing(keyed, authority.generations(), making())
        return writer.write((db) => {
          if (isIn(db, 'prepared') || authorityRows(db).find(({ id }) => id === before.id)?.state !== 'current') {
            return false
          }
          setAuthorityState(db, before.id, 'old', clock())
          enterAuthority(db, made, { role: 'issuing', state: 'current', rootId: root.id, at: clock() })
          audit(db, actor, 'issuing-replaced', made.certificate_pem)
          return true
        })
      }),

    prepareRoot: (actor, rootKey) =>
      replacing(rootKey, (root) => async (keyed) => {
        if (phase() !== 'none') return false
        const made = await makeNextRoot(keyed, authority.generations(), making())
        return writer.write((db) => {
          if (!isIn(db, 'none')) return false
          enterNextRoot(db, made, root.id, clock())
          audit(db, actor, 'root-prepared', made.root.certificate_pem)
          return true
        })
      }),

    async cancelRoot(actor, evenSo) {
      const next = nextRoot()
      if (!next) return { kind: 'not-now' }
      const trusted = roots.standings(authority.current('root').id)
      // It gave up the one before for it: without the next one it knows no root of this server.
      const lost = standings().filter(
        ({ verdict, stationId }) => verdict === 'ready' && trusted.get(stationId)?.kind === 'has-not',
      )
      if (lost.length > 0 && !evenSo) return { kind: 'would-lose', stations: identities(lost) }
      const tellToForget = roots.removalOf(next.id)
      const done = await writer.write((db) => {
        if (authorityRows(db).find(({ id }) => id === next.id)?.state !== 'next') return false
        deleteNextAuthorities(db)
        audit(db, actor, 'root-dropped', next.certificatePem)
        rootKeys.erase(db, [])
        return true
      })
      // Another window was faster: the root may be the one that signs by now.
      if (!done) return { kind: 'not-now' }
      await rootKeys.scrub()
      await tellToForget(actor)
      await settle()
      return { kind: 'done' }
    },

    async switchRoot(actor, evenSo) {
      const next = nextRoot()
      if (!next) return { kind: 'not-now' }
      const lost = standings().filter(losesRoot)
      if (lost.length > 0 && !evenSo) return { kind: 'would-lose', stations: identities(lost) }
      const done = await writer.write((db) => {
        if (!isIn(db, 'prepared')) return false
        const rows = authorityRows(db)
        for (const { id, state } of rows) if (state === 'current') setAuthorityState(db, id, 'old', clock())
        for (const { id, state } of rows) if (state === 'next') setAuthorityState(db, id, 'current', clock())
        audit(db, actor, 'root-switched', next.certificatePem)
        return true
      })
      if (!done) return { kind: 'not-now' }
      await settle()
      return { kind: 'done' }
    },

    async retire(actor, authorityId, evenSo) {
      const found = authority.generations().find(({ id }) => id === authorityId)
      if (found?.state !== 'old') return { kind: 'not-now' }
      const below = inState('issuing', 'old').filter(({ id, rootId }) => id === found.id || rootId === found.id)
      const isLost = (each: RollOverStation) => losesLeaf(each) || (found.role === 'root' && losesRoot(each))
      const lost = standings().filter(isLost)
      const devices = below.flatMap(({ id }) => deviceLeaves(read, id, clock()))
      const names = [...identities(lost), ...new Set(devices.map((device) => device.client_id))]
      if (names.length > 0 && !evenSo) return { kind: 'would-lose', stations: names }
      for (const { id } of below) await revokeUnder(actor, id)
      const by = { at: clock(), reason: 'superseded', by: actor } as const
      await writer.write((db) => {
        for (const { id } of devices) markDeviceCertificateRevoked(db, id, by)
      })
      deps.cutDevices(new Set(devices.map((device) => device.client_id)))
      const nobody = { sent: 0, waiting: 0, notPossible: 0 }
      const told = found.role === 'root' ? await roots.removalOf(found.id)(actor) : nobody
      // One that just lost its last certificate may have ended by itself meanwhile.
      await look()
      const left = authority
        .generations()
        .filter(({ id, state }) => state === 'old' && below.some((each) => each.id === id))
      await retireNow(actor, found.role === 'root' ? [...left, found] : left)
      return { kind: 'done', told }
    },

    chainFor({ station_id: stationId, pem, chain_pem: chain }) {
      const above = authority.chainAbove()
      const [issuing = ''] = above
      if (!oldRoot() || !chain.includes(issuing.trim())) return chain
      const wanted = roots.standing(stationId).kind === 'has' ? [issuing] : above
      return fittingChain(pem, wanted, chainRoomOf(read, stationId)) ?? chain
    },

    look,
    async close() {
      clearInterval(timer)
      stopListening()
      await looking
    },
  }
}
