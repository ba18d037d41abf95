import type { StationCommand } from '@shared/commands'
import type {
  InstalledUse,
  ManyOutcome,
  NoRootReason,
  ReportedHash,
  RootCommandOutcome,
  RootStanding,
  SiteRootChoice,
  StationRoots,
} from '@shared/contract/roots'
import { AppError } from '@shared/errors'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { Commands } from '../../commands/commands'
import type { Stations } from '../../stations/stations'
import type { Store } from '../../store/open'
import type { Generation, SiteAuthority } from '../siteAuthority'
import { certificateIn, describeAnchor, type KnownAnchor, knownAnchors, matchAnchor } from './knownAnchors'
import { readTrueRoot } from './trueRoot'
import { createTrustReports, TRUST_ACTIONS, type TrustReport } from './trustReports'

/** What trusting this server takes. */
const SERVER_USE: InstalledUse = 'central-system-root'

/**
 * The roots that stations trust, by their own reports. What a station has is only known after it was asked; after every
 * change of them it is asked again by itself.
 */
export interface Roots {
  /** What a station answered last, and what of it is this site's. @throws AppError UNKNOWN_STATION, NOT_SET_UP */
  of(stationId: number): StationRoots
  /**
   * Whether a station trusts this site's root, by its own report: the one that signs now, or the one with this number.
   * Its form that another root signed counts as well: the key is the same. @throws AppError NOT_SET_UP
   */
  standing(stationId: number, rootId?: number): RootStanding
  /** The same for all stations that ever answered; those that are missing never did. */
  standings(rootId: number): ReadonlyMap<number, RootStanding>
  /** Asks a station what it has (M03). @throws AppError UNKNOWN_STATION, as do the next ones */
  ask(actor: string, stationId: number, use?: InstalledUse): Promise<RootCommandOutcome>
  /**
   * Installs this site's root on a station (M05) and asks it afterwards; one that is offline gets it when it is back. The
   * station's answer is in the command; when it took it, `standing` says so after it has listed its roots, and the
   * subject `trust` of the changes tells of that.
   */
  install(
    actor: string,
    stationId: number,
    root?: SiteRootChoice,
  ): Promise<RootCommandOutcome | { kind: 'no-such-root' }>
  /** Installs somebody else's, if it is a true root. */
  installOther(
    actor: string,
    stationId: number,
    other: { readonly use: InstalledUse; readonly certificate: string },
  ): Promise<RootCommandOutcome | { kind: 'no-root'; reason: NoRootReason }>
  /** Takes an anchor away that the station named (M04), not one that it knows this server by unless told to. */
  remove(
    actor: string,
    stationId: number,
    anchor: { readonly use: InstalledUse; readonly hash: ReportedHash; readonly evenIfNeeded: boolean },
  ): Promise<RootCommandOutcome | { kind: 'needed' | 'not-there' }>
  /** Every admitted station. */
  askAll(actor: string): Promise<ManyOutcome>
  /** Every admitted station that has not said that it has it; null when there is no such root. */
  installAll(actor: string, root?: SiteRootChoice): Promise<ManyOutcome | null>
  /**
   * Whom to tell to forget one of the site's roots, by their own reports as they stand now; not those that would know this
   * server no more. What is given back tells them, also when the root is gone by then.
   */
  removalOf(rootId: number): (actor: string) => Promise<ManyOutcome>
  close(): void
}

/** How roots are given to stations. Times in milliseconds. */
export interface RootLimits {
  /** How long a command about roots waits for a station that is offline. */
  readonly waitMs: number
  /** How many of a station's newest commands are looked through for those about roots. */
  readonly recent: number
}

export const ROOT_LIMITS: RootLimits = { waitMs: 90 * 24 * 3_600_000, recent: 100 }

export interface RootsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record' | 'viewAll'>
  readonly commands: Pick<Commands, 'send' | 'view' | 'find'>
  readonly authority: Pick<SiteAuthority, 'generations' | 'current' | 'crossPems'>
  /** Whether a station takes a new root only when the one that it has signed it (AdditionalRootCertificateCheck). */
  readonly wantsCrossSigned: (stationId: number) => boolean
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<RootLimits>
}

/** In whose name a station is asked after a change. */
const ITSELF = 'chargehand'

export function createRoots(deps: RootsDeps): Roots {
  const { clock, stations, commands, authority, wantsCrossSigned } = deps
  const limits = { ...ROOT_LIMITS, ...deps.limits }

  const requireStation = (stationId: number) => {
    if (!stations.record(stationId)) throw new AppError('UNKNOWN_STATION')
  }
  const rootIn = (choice: SiteRootChoice): Generation | undefined =>
    authority.generations().find(({ role, state }) => role === 'root' && state === choice)
  const known = () => knownAnchors(authority.generations(), authority.crossPems())
  const formsOf = (rootId: number) => known().filter((anchor) => anchor.rootId === rootId)
  const later = () => clock() + limits.waitMs

  const send = async (
    actor: string,
    stationId: number,
    command: StationCommand,
    waitUntil: number | null,
  ): Promise<RootCommandOutcome> => {
    const outcome = await commands.send(actor, stationId, command, waitUntil)
    switch (outcome.kind) {
      case 'sent':
      case 'waiting':
        return { kind: outcome.kind, commandId: outcome.command.id }
      case 'offline':
        return { kind: 'offline' }
      case 'not-possible':
        return outcome
      case 'invalid':
        return { kind: 'not-possible', reason: 'too-long' }
    }
  }
  const ask = (actor: string, stationId: number, use: InstalledUse, waitUntil: number | null) =>
    send(actor, stationId, { name: 'installed-certificates', input: { use } }, waitUntil)

  const reports = createTrustReports({ ...deps, askAgain: (stationId, use) => ask(ITSELF, stationId, use, later()) })

  const standingIn = ({ at, anchors }: TrustReport, forms: readonly KnownAnchor[]): RootStanding => ({
    kind: anchors.some((hash) => matchAnchor(hash, forms)) ? 'has' : 'has-not',
    at,
  })
  const standing: Roots['standing'] = (stationId, rootId = authority.current('root').id) => {
    const report = reports.one(stationId, SERVER_USE)
    return report ? standingIn(report, formsOf(rootId)) : { kind: 'unknown' }
  }

  /** What a station is given as a root: one that wants the signature of the root that it has gets that form. */
  const formFor = (stationId: number, { id, certificatePem }: Generation): string => {
    const has = wantsCrossSigned(stationId) ? (reports.one(stationId, SERVER_USE)?.anchors ?? []) : []
    const crossed = authority
      .crossPems()
      .find(({ subjectId, issuerId }) => subjectId === id && has.some((hash) => matchAnchor(hash, formsOf(issuerId))))
    return (crossed?.certificatePem ?? certificatePem).trim()
  }
  const install = (actor: string, stationId: number, root: Generation) => {
    const input = { use: SERVER_USE, certificate: formFor(stationId, root) }
    return send(actor, stationId, { name: 'install-certificate', input }, later())
  }
  const remove = (actor: string, stationId: number, hash: ReportedHash) =>
    send(actor, stationId, { name: 'delete-certificate', input: hash }, later())

  /** Whether the station would not know this server any more, by what it said it has. */
  const isNeeded = (stationId: number, use: InstalledUse, hash: ReportedHash): boolean => {
    // While one root takes the place of another, this server's chain leads to both.
    const ours = known().filter(({ state }) => state !== 'retired')
    if (use !== SERVER_USE || !matchAnchor(hash, ours)) return false
    const others = (reports.one(stationId, use)?.anchors ?? []).filter((each) => !isEqual(each, hash))
    return !others.some((each) => matchAnchor(each, ours))
  }

  const tellMany = async (tellings: readonly (() => Promise<RootCommandOutcome>)[]): Promise<ManyOutcome> => {
    const outcome = { sent: 0, waiting: 0, notPossible: 0 }
    for (const tell of tellings) {
      const { kind } = await tell()
      if (kind === 'sent' || kind === 'waiting') outcome[kind] += 1
      else outcome.notPossible += 1
    }
    return outcome
  }
  const admitted = () => stations.viewAll().filter(({ admission }) => admission === 'admitted')

  return {
    of(stationId) {
      requireStation(stationId)
      const ours = known()
      const recent = commands
        .find({ stationId, state: null, before: null, limit: limits.recent })
        .entries.filter(({ action }) => TRUST_ACTIONS.has(action))
      const given = recent.flatMap(certificateIn)
      const next = rootIn('next')
      const [newest] = recent
      return {
        siteRoot: standing(stationId),
        nextRoot: next ? standing(stationId, next.id) : null,
        reports: reports.of(stationId).map(({ use, at, anchors }) => ({
          use,
          at,
          anchors: anchors.map((hash) => ({
            hash,
            ...describeAnchor(hash, ours, given),
            needed: isNeeded(stationId, use, hash),
          })),
        })),
        newest: newest ?? null,
      }
    },
    standing,
    standings(rootId) {
      const forms = formsOf(rootId)
      return new Map(reports.all(SERVER_USE).map((report) => [report.stationId, standingIn(report, forms)]))
    },
    async ask(actor, stationId, use = SERVER_USE) {
      requireStation(stationId)
      return ask(actor, stationId, use, null)
    },
    async install(actor, stationId, choice = 'current') {
      requireStation(stationId)
      const root = rootIn(choice)
      return root ? install(actor, stationId, root) : { kind: 'no-such-root' }
    },
    async installOther(actor, stationId, { use, certificate }) {
      requireStation(stationId)
      const verdict = readTrueRoot(certificate, clock())
      if (verdict.kind === 'no-root') return verdict
      const input = { use, certificate: verdict.pem.trim() }
      return send(actor, stationId, { name: 'install-certificate', input }, later())
    },
    async remove(actor, stationId, { use, hash, evenIfNeeded }) {
      requireStation(stationId)
      const named = reports.one(stationId, use)?.anchors.find((each) => isEqual(each, hash))
      if (!named) return { kind: 'not-there' }
      if (!evenIfNeeded && isNeeded(stationId, use, named)) return { kind: 'needed' }
      return remove(actor, stationId, named)
    },
    askAll: (actor) =>
      tellMany(
        admitted().map(
          ({ id }) =>
            () =>
              ask(actor, id, SERVER_USE, later()),
        ),
      ),
    async installAll(actor, choice = 'current') {
      const root = rootIn(choice)
      if (!root) return null
      const wanting = admitted().filter(({ id }) => standing(id, root.id).kind !== 'has')
      return tellMany(
        wanting.map(
          ({ id }) =>
            () =>
              install(actor, id, root),
        ),
      )
    },
    removalOf(rootId) {
      const forms = formsOf(rootId)
      const named = reports
        .all(SERVER_USE)
        .flatMap(({ stationId, anchors }) =>
          anchors
            .filter((hash) => matchAnchor(hash, forms) && !isNeeded(stationId, SERVER_USE, hash))
            .map((hash) => ({ stationId, hash })),
        )
      return (actor) =>
        tellMany(
          named.map(
            ({ stationId, hash }) =>
              () =>
                remove(actor, stationId, hash),
          ),
        )
    },
    close: reports.close,
  }
}

/** Spelt in the very same way. */
function isEqual(one: ReportedHash, other: ReportedHash): boolean {
  return (['hashAlgorithm', 'issuerNameHash', 'issuerKeyHash', 'serialNumber'] as const).every(
    (field) => one[field] === other[field],
  )
}
