import type { Revisions, SiteState } from '@shared/contract/site'
import type { Access } from './access/access'
import type { RefusedCalls } from './access/refusedCalls'
import type { PasswordRotation } from './access/rotation'
import type { Automation } from './automation/automation'
import type { Backups } from './backup/backups'
import type { RestoreDesk } from './backup/restoreDesk'
import type { RequestDesk } from './ca/desk'
import type { SecondPeople } from './ca/desk/secondPerson'
import type { AuthorityExport } from './ca/pkcs12/authorityExport'
import type { Refusals } from './ca/refusals'
import type { Renewals } from './ca/renewals'
import type { RevocationLists } from './ca/revocationLists'
import type { Revocations } from './ca/revocations'
import type { RollOver } from './ca/rollover/rollover'
import type { RootKeys } from './ca/rootKey/rootKeys'
import type { Roots } from './ca/roots/roots'
import type { SiteAuthority } from './ca/siteAuthority'
import type { Cards } from './cards/cards'
import type { CardImports } from './cards/import/cardImports'
import type { Changes } from './changes'
import type { Commands } from './commands/commands'
import type { DesktopSwitches } from './desktopSwitches'
import type { DeviceSite } from './devices/deviceSite'
import type { Meters } from './devices/meters/meters'
import type { Files } from './files/files'
import type { Frames } from './frames/frames'
import type { LocalLists } from './localLists/localLists'
import type { Notices } from './notices/notices'
import type { Operators } from './operators/operators'
import type { Seats } from './operators/seats'
import type { PortChoices } from './ports/portChoices'
import type { Readers } from './readers/readers'
import type { ReportDesk } from './reports/openReports'
import type { Evidence } from './sessions/evidence'
import type { Gaps } from './sessions/gaps'
import type { Sessions } from './sessions/sessions'
import type { Settling } from './sessions/settling'
import type { SetUp } from './siteOptions'
import type { Admissions } from './stations/admissions'
import type { Stations } from './stations/stations'
import type { Store } from './store/open'
import type { Tolerance } from './tolerance/tolerance'
import type { Updates } from './updates/updates'
import type { Upgrades } from './upgrades/upgrades'
import type { Variables } from './variables/variables'

/** The running program behind every host: what it knows, and what can be asked of it. */
export interface Site {
  readonly changes: Changes
  readonly store: Store
  readonly stations: Stations
  readonly tolerance: Tolerance
  readonly admissions: Admissions
  readonly access: Access
  readonly passwordRotation: PasswordRotation
  readonly upgrades: Upgrades
  readonly refusedCalls: RefusedCalls
  readonly cards: Cards
  readonly cardImports: CardImports
  readonly localLists: LocalLists
  /** The readers at the desk. */
  readonly readers: Readers
  readonly sessions: Sessions
  readonly settling: Settling
  readonly evidence: Evidence
  readonly gaps: Gaps
  readonly reportDesk: ReportDesk
  readonly notices: Notices
  readonly desk: RequestDesk
  readonly secondPeople: SecondPeople
  readonly operators: Operators
  /** Where people sit at the console. */
  readonly seats: Seats
  readonly deviceSite: DeviceSite
  readonly meters: Meters
  readonly automation: Automation
  readonly refusals: Refusals
  readonly revocations: Revocations
  readonly renewals: Renewals
  readonly revocationLists: RevocationLists
  readonly authority: SiteAuthority
  readonly roots: Roots
  readonly rootKeys: RootKeys
  readonly rollOver: RollOver
  readonly files: Files
  /** The live log of frames. */
  readonly frames: Frames
  readonly portChoices: PortChoices
  /** Renews the certificates of the TLS port now, where that is due. */
  renewServerCertificates(): Promise<void>
  readonly dataFolder: string
  readonly variables: Variables
  readonly backups: Backups
  readonly authorityExport: AuthorityExport
  readonly restoreDesk: RestoreDesk
  readonly updates: Updates
  readonly restart: (() => void) | null
  /** Null without a window. */
  readonly desktop: DesktopSwitches | null
  readonly commands: Commands
  /**
   * The first run: makes the authority, stores the names and begins to listen. All or nothing.
   * @throws AppError ALREADY_SET_UP, PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE, STORE_WRITE_FAILED
   */
  setUp(actor: string, names: SetUp): Promise<void>
  /** @throws AppError NOT_SET_UP before the first run */
  requireSetUp(): void
  state(): SiteState
  revisions(): Revisions
  connectedStations(): number
  /** Says goodbye to the stations, writes what waits, and closes everything. */
  close(): Promise<void>
}
