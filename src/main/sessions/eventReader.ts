import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { StoredEvent } from '../store/queries/rawEvents'
import type { SessionEvent } from './sessionEvent'

/** An event that is stored and answered, and not interpreted yet. */
export interface PendingEvent {
  /** Of the raw event. */
  readonly id: number
  readonly stationId: number
  readonly transactionId: string
  /** By this computer's clock. */
  readonly receivedAt: number
  readonly authorization: AuthorizationStatus | null
  /** Group of the event's card; null when it names none. */
  readonly cardGroup: string | null
  /** Null for one that can no longer be read. */
  readonly event: SessionEvent | null
}

/** Says in neutral words what a stored frame told; null for one that can't be read as an event of a session. */
export type EventReader = (stored: {
  readonly protocol: string
  readonly frame: string
  readonly receivedAt: number
}) => SessionEvent | null

/** An event as it was when it came, from what is stored of it. */
export function readStored(stored: StoredEvent, read: EventReader): PendingEvent {
  const { protocol, frame, received_at: receivedAt } = stored
  return {
    id: stored.id,
    stationId: stored.station_id,
    transactionId: stored.transaction_id ?? '',
    receivedAt,
    authorization: stored.authorization,
    cardGroup: stored.card_group,
    event: read({ protocol, frame, receivedAt }),
  }
}
