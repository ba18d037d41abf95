import type { IdToken } from '@shared/ocpp/idToken'
import type { MeterReading } from './meter'

/** 2.0.1's ChargingStateEnumType, as far as a charging session has them. */
export type ChargingState = 'EVConnected' | 'Charging' | 'SuspendedEV' | 'SuspendedEVSE'

/** Why a session ended; the versions spell it. */
export const STOP_REASONS = [
  'local',
  'remote',
  'unplugged',
  'deauthorized',
  'hard-reset',
  'soft-reset',
  'emergency-stop',
  'power-loss',
  'unlock',
  'fault',
] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** A session as the charger knows it. */
export interface Session {
  readonly evseId: number
  readonly token: IdToken
  readonly startedAt: Date
  readonly meterStartWh: number
  /** Cards of this group may stop it too. */
  group: string | null
  /** 2.0.1: made here. 1.6: null until the server gave it. */
  transactionId: string | null
  /** 1.6, a fault on command: the number the server gives is not taken. */
  readonly numberIsLost: boolean
  /** Of the next 2.0.1 event; starts at 0 for each session. */
  nextSeqNo: number
  state: ChargingState
  /** Reserved before: told with the start. */
  readonly reservationId: number | null
  /** What the server last said it costs; null: nothing. */
  cost: number | null
  ended: boolean
}

/** Something in a session's life the server has to know. */
export type Moment = {
  readonly at: Date
  readonly reading: MeterReading
  /** There was no link when it happened. */
  readonly offline: boolean
} & (
  | { readonly kind: 'started'; readonly trigger: StartTrigger; readonly remoteStartId: number | null }
  | { readonly kind: 'state' }
  | { readonly kind: 'meter'; readonly cause: MeterCause }
  | { readonly kind: 'ended'; readonly reason: StopReason; readonly stoppedBy: IdToken | null }
)

/** Why the meter is told: the interval passed, the server asked, or another limit holds. */
export type MeterCause = 'interval' | 'trigger' | 'limit'

export type StartTrigger = 'Authorized' | 'CablePluggedIn' | 'RemoteStart'
