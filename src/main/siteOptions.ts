import type { Logger } from 'pino'
import type { PasswordLimits } from './access/passwordChecks'
import type { RefusedCallLimits } from './access/refusedCalls'
import type { RetentionLimits } from './audit/forgetting'
import type { ApiPlace } from './automation/automation'
import type { ApiLimits } from './automation/limits'
import type { BackupLimits } from './backup/limits'
import type { DeskLimits } from './ca/desk/limits'
import type { KeyStore } from './ca/keystore/keyStore'
import type { RenewalLimits } from './ca/renewals'
import type { RevocationListLimits } from './ca/revocationLists'
import type { RollOverLimits } from './ca/rollover/rollover'
import type { RootLimits } from './ca/roots/roots'
import type { ServerCertificateLimits } from './ca/server/renewal'
import type { Clock } from './clock'
import type { CsmsLimits, Intervals } from './csms/limits'
import type { DesktopSwitches } from './desktopSwitches'
import type { BrokerLimits } from './devices/broker/limits'
import type { DeviceLimits } from './devices/limits'
import type { PushLimits } from './devices/push/push'
import type { FileLimits } from './files/limits'
import type { FrameLimits } from './frames/limits'
import type { LocalListLimits } from './localLists/limits'
import type { NoticeLimits } from './notices/limits'
import type { GuessingLimits } from './operators/guessing'
import type { LaunchReader } from './readers/readerProcess'
import type { SupervisorLimits } from './readers/supervisor'
import type { GuessLimits } from './secrets/guesses'
import type { GapLimits } from './sessions/gaps'
import type { SessionsLimits } from './sessions/sessions'
import type { FolderLock } from './store/lock'
import type { WriterLimits } from './store/writer'
import type { Installation } from './updates/installation'
import type { UpdateLimits } from './updates/limits'
import type { ReleaseKeys } from './updates/releaseKeys'
import type { UpgradeLimits } from './upgrades/limits'

/** What a site is opened with. */
export interface SiteOptions {
  readonly dataFolder: string
  /** The folder's lock, when the program around the site holds it; else the store takes one. */
  readonly lock?: FolderLock
  /** Address the charger port is bound to; 0.0.0.0 for all. */
  readonly bind: string
  /** 0 takes any free port. */
  readonly ocppPort: number
  /** Port for stations with TLS; 0 takes any free one, without it there is none. */
  readonly tlsPort?: number
  /** Port for MQTT alone, with TLS, which it needs; 0 takes any free one, without it there is none. */
  readonly mqttPort?: number
  /** Goes on without TLS when its port can not be had, and says so in its state, instead of not opening at all. */
  readonly tlsOptional?: boolean
  /** `http://address:port` that certificates name for whoever checks them; without it they name none. */
  readonly pkiUrl?: string
  readonly demo: boolean
  readonly keyStore: KeyStore
  readonly version: string
  readonly log: Logger
  readonly clock?: Clock
  readonly limits?: Partial<CsmsLimits>
  readonly intervals?: Partial<Intervals>
  readonly writer?: Partial<WriterLimits>
  readonly ledger?: Partial<SessionsLimits>
  readonly gaps?: Partial<GapLimits>
  readonly fileLimits?: Partial<FileLimits>
  /** Bounds of the live log; false leaves it off. */
  readonly frames?: Partial<FrameLimits> | false
  readonly notices?: Partial<NoticeLimits>
  readonly backupLimits?: Partial<BackupLimits>
  /** The desktop around the site; none without a window. */
  readonly desktop?: DesktopSwitches
  /** How the program came onto this computer; left out, its source did. */
  readonly installation?: Omit<Installation, 'version'>
  /** Whose versions are taken; left out, those of the keys that were built in. */
  readonly releaseKeys?: ReleaseKeys
  /** `ca`: certificates that are trusted for a feed's https instead of the usual ones. */
  readonly updates?: Partial<UpdateLimits> & { readonly ca?: string }
  /** Ends the program and starts it again, where its host can. */
  readonly restart?: () => void
  readonly revocationLists?: Partial<RevocationListLimits>
  readonly renewals?: Partial<RenewalLimits>
  readonly desk?: Partial<DeskLimits>
  readonly roots?: Partial<RootLimits>
  readonly rollOver?: Partial<RollOverLimits>
  /** Hashes to try one passphrase of a root key's file. */
  readonly rootKeyIterations?: number
  readonly passwords?: Partial<PasswordLimits>
  /** Where scripts are served, whatever the settings say; left out, the settings decide. */
  readonly api?: ApiPlace
  readonly apiLimits?: Partial<ApiLimits>
  readonly deviceLimits?: Partial<DeviceLimits>
  readonly brokerLimits?: Partial<BrokerLimits>
  readonly push?: Partial<PushLimits>
  /** Announces the chargers to Home Assistant (MQTT discovery). */
  readonly homeAssistant?: boolean
  /** How often a wrong token may be tried. */
  readonly guesses?: Partial<GuessLimits>
  /** How guessing the PIN of an operator is slowed down. */
  readonly guessing?: Partial<GuessingLimits>
  readonly refusedCalls?: Partial<RefusedCallLimits>
  /** How long presented cards and security events are kept. */
  readonly retention?: Partial<RetentionLimits>
  readonly upgrades?: Partial<UpgradeLimits>
  /** False sends no lists by itself. */
  readonly localLists?: Partial<LocalListLimits> | false
  readonly serverCertificates?: Partial<ServerCertificateLimits>
  /** Starts the process that reads cards at the desk; without it there are no USB readers. */
  readonly launchReader?: LaunchReader
  readonly readerLimits?: Partial<SupervisorLimits>
}

export interface SetUp {
  readonly siteName: string
  /** Becomes the O of certificates; at most 64 characters. */
  readonly organisation: string
}
