import type { IdToken } from '@shared/ocpp/idToken'
import type { KnownCards } from './authorization/knownCards'
import type { ChargerEvent, SessionView } from './chargerEvents'
import type { Cancel } from './environment'
import type { ChargerFaults } from './faults/faults'
import type { Firmware } from './files/firmware'
import type { LogBook } from './files/logBook'
import type { LogUpload } from './files/logUpload'
import type { CallOutcome } from './link/callOutcome'
import type { Answer } from './link/conversation'
import type { Settings } from './options'
import type { Installed } from './pki/enrolment'
import type { TrustStore } from './pki/trustStore'
import type { Reservations } from './reservations'
import type { Profiles } from './smart/profiles'
import type { Profile } from './smart/schedule'
import type { Timers } from './timers'
import type { Variables } from './variables'

export type ResetType = 'immediate' | 'on-idle' | 'hard' | 'soft'

/** Carries out the server's commands. */
export interface Commander {
  /** The payload has passed the schema of its action. */
  readonly answer: (action: string, payload: object) => Promise<Answer>
  /** The charger is switched off: closes what is open. */
  readonly stop: () => void
}

/** One EVSE as commands see it. */
export interface EvseFacts {
  readonly id: number
  readonly status: string
  readonly plugged: boolean
  readonly powerW: number
  readonly registerWh: number
  readonly session: (SessionView & { readonly state: string; readonly ownerGroup: string | null }) | null
}

/** What a remote start brings along. */
export interface RemoteStart {
  readonly evseId: number | null
  readonly token: IdToken
  readonly group: string | null
  readonly remoteStartId: number | null
  readonly profile: Profile | null
}

/** What a command of the server can make the charger do. EVSE null means the whole charger. */
export interface CommandPort {
  readonly settings: Settings
  readonly variables: Variables
  readonly faults: ChargerFaults
  readonly timers: Timers
  readonly now: () => Date
  readonly cards: KnownCards
  readonly reservations: Reservations
  readonly profiles: Profiles
  readonly trust: TrustStore
  readonly firmware: Firmware
  readonly logs: LogUpload
  readonly logBook: LogBook
  /** The EVSEs as they are now. */
  readonly evses: () => readonly EvseFacts[]
  /** The charger's own certificate; null: none. */
  readonly ownCertificate: () => Installed | null
  readonly firmwareVersion: () => string
  readonly hasEvse: (evseId: number) => boolean
  readonly emit: (event: ChargerEvent) => void
  readonly on: (listener: (event: ChargerEvent) => void) => Cancel
  /** Sends a message of the charger's own, after what is already in line. */
  readonly tell: (action: string, payload: object) => Promise<CallOutcome>
  /** Sends what nobody answers (SEND, 2.1). */
  readonly sendUnconfirmed: (action: string, payload: object) => boolean
  readonly sendBoot: () => void
  readonly sendHeartbeat: () => void
  readonly sendStatus: (evseId: number | null) => void
  readonly sendMeterValues: (evseId: number | null) => void
  /** `extended`: with the messages of 1.6's security extension. */
  readonly sendFirmwareStatus: (extended: boolean) => void
  readonly sendLogStatus: (extended: boolean) => void
  /** Also tells the running sessions' meter (2.0.1 TriggerMessage TransactionEvent). */
  readonly sendTransactionEvents: (evseId: number | null) => void
  readonly requestCertificate: () => void
  /** Null: installed. Else the reason, one sentence. `requestId`: of the request it answers, where it says so (2.1). */
  readonly installCertificate: (chain: string, requestId: number | null) => Promise<string | null>
  /** The new certificate is used at once where the link is encrypted (A02.FR.08). */
  readonly useCertificate: () => void
  /** 1.6: the link is made anew under the profile that was set (A05.FR.06, FR.07). */
  readonly useNewProfile: () => void
  readonly reportInvalidCertificate: (why: string) => void
  /** The session it becomes: null when there is no free EVSE or remote start is not possible now. */
  readonly remoteStart: (start: RemoteStart) => (() => void) | null
  readonly remoteStop: (transactionId: string) => (() => void) | null
  /** Null when it can't; `now` false: as soon as the last session has ended. EVSE null: all of it. */
  readonly reset: (type: ResetType, evseId: number | null) => { readonly now: boolean; readonly go: () => void }
  readonly setAvailability: (evseId: number | null, operative: boolean) => 'done' | 'later'
  /** Opens the lock of the cable; `endSession`: a running session ends with it (1.6), else it is in the way. */
  readonly unlock: (evseId: number, endSession: boolean) => 'unlocked' | 'failed' | 'session' | 'unknown'
  /** True when messages about this transaction, or about any, still wait. */
  readonly holdsMessages: (transactionId: string | null) => boolean
  /** The server said what a session costs. */
  readonly setCost: (transactionId: string, cost: number) => void
  readonly variablesChanged: () => void
}
