import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { IdToken } from '@shared/ocpp/idToken'
import type { ChargingState } from '@shared/ocpp/session'
import type { MeterReading } from './sample'

/** Something a station reported about a session, the same for all versions. */
export interface SessionEvent {
  readonly phase: 'started' | 'updated' | 'ended'
  /** By the station's clock. */
  readonly at: number
  /** Its place in the transaction as the station counts (2.x); null where the version does not count (1.6). */
  readonly seqNo: number | null
  readonly evseId: number | null
  readonly connectorId: number | null
  readonly token: IdToken | null
  readonly chargingState: ChargingState | null
  readonly readings: readonly MeterReading[]
  readonly stopReason: string | null
  /** A card that it names was presented to end the session. */
  readonly stops: boolean
}

/** An event with what this site adds to it: everything that an interpretation is made from. */
export interface ReceivedEvent {
  readonly event: SessionEvent
  /** By this computer's clock. */
  readonly receivedAt: number
  /** What the site said to the event's card; null when it names none. */
  readonly authorization: AuthorizationStatus | null
  /** Group of that card; empty when it has none. */
  readonly cardGroup: string
}

/** 1.6 does not count its messages, but a start comes before the rest and a stop after it. */
const PHASE_SEQ = { started: 0, updated: 1, ended: 2 } as const

/** Where an event stands in its station's own order, as far as that can be told without its time. */
export function orderOf({ seqNo, phase }: SessionEvent): number {
  return seqNo ?? PHASE_SEQ[phase]
}
