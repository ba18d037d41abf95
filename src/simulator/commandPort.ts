import type { IdToken } from '@shared/ocpp/idToken'
import type { Settings } from './options'
import type { Variables } from './variables'

export type ResetType = 'immediate' | 'on-idle' | 'hard' | 'soft'

/** What a command of the server can make the charger do. EVSE null means the whole charger. */
export interface CommandPort {
  readonly settings: Settings
  readonly variables: Variables
  readonly hasEvse: (evseId: number) => boolean
  readonly sendBoot: () => void
  readonly sendHeartbeat: () => void
  readonly sendStatus: (evseId: number | null) => void
  readonly sendMeterValues: (evseId: number | null) => void
  /** Also tells the running sessions' meter (2.0.1 TriggerMessage TransactionEvent). */
  readonly sendTransactionEvents: (evseId: number | null) => void
  readonly requestCertificate: () => void
  /** Null: installed. Else the reason, one sentence. */
  readonly installCertificate: (chain: string) => Promise<string | null>
  /** The new certificate is used at once where the link is encrypted (A02.FR.08). */
  readonly useCertificate: () => void
  readonly reportInvalidCertificate: (why: string) => void
  /** The transaction it became: false when there is no free EVSE or remote start is not allowed now. */
  readonly remoteStart: (evseId: number | null, token: IdToken, remoteStartId: number | null) => (() => void) | null
  readonly remoteStop: (transactionId: string) => (() => void) | null
  /** Null when it can't; `now` false: as soon as the last session has ended. */
  readonly reset: (type: ResetType) => { readonly now: boolean; readonly go: () => void }
  readonly setAvailability: (evseId: number | null, operative: boolean) => 'done' | 'later'
  readonly variablesChanged: () => void
}
