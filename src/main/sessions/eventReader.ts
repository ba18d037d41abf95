import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { StoredEvent } from '../store/queries/rawEvents'
import type { SessionEvent } from './sessionEvent'

/** An event that is stored and answered, and not interpreted yet. */
export interface PendingEvent {
  /** Of the raw event. */
  readonly id: number
  readonly stationId: number
  readonly protocol: string
  readonly action: string
  readonly transactionId: string
  /** By this computer's clock. */
  readonly receivedAt: number
  readonly authorization: AuthorizationStatus | null
  readonly cardGroup: string | null
  /** What the message carried, validated when it came. */
  readonly payload: object
}

/** Says in neutral words what a stored message told; null for one that is no event of a session. Pure. */
export type EventReader = (
  message: Pick<PendingEvent, 'protocol' | 'action' | 'payload' | 'receivedAt'>,
) => SessionEvent | null

/** An event as it was when it came, from what is stored of it. */
export function readStored(stored: StoredEvent): PendingEvent {
  return {
    id: stored.id,
    stationId: stored.station_id,
    protocol: stored.protocol,
    action: stored.action,
    transactionId: stored.transaction_id ?? '',
    receivedAt: stored.received_at,
    authorization: stored.authorization,
    cardGroup: stored.card_group,
    payload: payloadOf(stored.frame),
  }
}

/** The payload of a CALL that was accepted when it came. */
export function payloadOf(frame: string): object {
  const [, , , payload] = JSON.parse(frame) as [number, string, string, object]
  return payload
}
