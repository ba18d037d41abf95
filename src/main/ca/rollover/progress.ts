import type { RollOverState, RollOverStation, SignedCounts } from '@shared/contract/rollover'
import type { Access } from '../../access/access'
import type { Clock } from '../../clock'
import type { Stations } from '../../stations/stations'
import type { ReadDb } from '../../store/handles'
import { countLeaves, countSigned, leafGenerations } from '../../store/queries/leaves'
import { describeCertificate } from '../chain'
import type { Renewals } from '../renewals'
import type { RevocationLists } from '../revocationLists'
import type { Roots } from '../roots/roots'
import type { Generation, SiteAuthority } from '../siteAuthority'
import { verdictOf } from './verdict'

export interface ProgressDeps {
  readonly clock: Clock
  readonly stations: Pick<Stations, 'viewAll' | 'connection'>
  readonly access: Pick<Access, 'of'>
  readonly authority: Pick<SiteAuthority, 'generations' | 'current' | 'crossPems'>
  readonly roots: Pick<Roots, 'standings'>
  readonly revocationLists: Pick<RevocationLists, 'newest'>
  readonly renewals: Pick<Renewals, 'ofIssuers' | 'beforeMs'>
}

/** How far the replacement of the authority is, as it follows from the states of the authorities and what stations said. */
export interface Progress {
  inState(role: Generation['role'], state: Generation['state']): Generation[]
  nextRoot(): Generation | undefined
  oldRoot(): Generation | undefined
  phase(): RollOverState['phase']
  /** Of every admitted station, measured by the root that stays when the other one is gone. */
  standings(): RollOverStation[]
  state(): RollOverState
}

export function createProgress(read: ReadDb, deps: ProgressDeps): Progress {
  const { clock, stations, access, authority, roots, revocationLists, renewals } = deps

  const inState = (role: Generation['role'], state: Generation['state']) =>
    authority.generations().filter((each) => each.role === role && each.state === state)
  const nextRoot = () => inState('root', 'next')[0]
  const oldRoot = () => inState('root', 'old')[0]
  const phase = (): RollOverState['phase'] => (nextRoot() ? 'prepared' : oldRoot() ? 'switched' : 'none')
  /** The root that stays when the other one is gone. */
  const comingRoot = () => nextRoot() ?? authority.current('root')

  const standings = (): RollOverStation[] => {
    const coming = comingRoot()
    const trusted = roots.standings(coming.id)
    const leaves = leafGenerations(read, clock())
    return stations
      .viewAll()
      .filter(({ admission }) => admission === 'admitted')
      .map(({ id, identity }) => {
        const { profile } = access.of(id)
        const live = stations.connection(id)
        const root = trusted.get(id) ?? { kind: 'unknown' as const }
        return {
          stationId: id,
          identity,
          profile,
          connected: live !== undefined,
          verdict: verdictOf({ profile, transport: live?.transport ?? null, root }),
          root,
          certificate: leaves.get(id) ?? 'none',
        }
      })
  }
  const signedBy = (issuerId: number) => {
    const signed = { stations: { ...NOTHING_SIGNED }, devices: { ...NOTHING_SIGNED } }
    const soonMs = renewals.beforeMs
    for (const { whose, standing, count } of countSigned(read, issuerId, { at: clock(), soonMs })) {
      signed[whose][standing] = count
    }
    return signed
  }
  const describe = (each: Generation): RollOverState['authorities'][number] => ({
    ...describeCertificate(each.certificatePem),
    id: each.id,
    role: each.role,
    generation: each.generation,
    state: each.state,
    rootId: each.rootId,
    key: each.key,
    keyAwayAt: each.keyAwayAt,
    changedAt: each.changedAt === 0 ? null : each.changedAt,
    leaves: each.role === 'issuing' ? countLeaves(read, each.id, clock()) : 0,
    signed: signedBy(each.id),
    listUntil: revocationLists.newest(each.id)?.next_update ?? null,
    pem: each.certificatePem,
  })

  return {
    inState,
    nextRoot,
    oldRoot,
    phase,
    standings,
    state() {
      const current = phase()
      const issuingReplaced = current !== 'switched' && inState('issuing', 'old').length > 0
      return {
        authorities: authority.generations().map(describe),
        crossings: authority.crossPems().map(({ subjectId, issuerId }) => ({ subjectId, issuerId })),
        phase: current,
        issuingReplaced,
        stations: current === 'none' && !issuingReplaced ? [] : standings().sort(byTrouble),
        renewals: renewals.ofIssuers(inState('issuing', 'old').map(({ id }) => id)),
      }
    },
  }
}

const NOTHING_SIGNED: SignedCounts = { valid: 0, 'ends-soon': 0, refused: 0, ended: 0, revoked: 0 }

/** Those that would not connect first, then by name. */
function byTrouble(a: RollOverStation, b: RollOverStation): number {
  const rank = ({ verdict }: RollOverStation) => ['lacks-root', 'unknown', 'ready', 'not-affected'].indexOf(verdict)
  return rank(a) - rank(b) || a.identity.localeCompare(b.identity)
}
