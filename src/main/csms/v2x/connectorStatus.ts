import type { ConnectorStatus } from '@shared/ocpp/station'
import type { StatusNotificationRequest } from 'typed-ocpp/dist/ocpp20/types.js'

type Status = StatusNotificationRequest['connectorStatus']

/** What a connector does, as StatusNotification and the variable AvailabilityState spell it. */
export const CONNECTOR_STATUS = {
  Available: 'available',
  Occupied: 'occupied',
  Reserved: 'reserved',
  Unavailable: 'unavailable',
  Faulted: 'faulted',
} as const satisfies Record<Status, ConnectorStatus>

/** True for a word that stands in CONNECTOR_STATUS. */
export function isConnectorStatus(text: string): text is Status {
  return Object.hasOwn(CONNECTOR_STATUS, text)
}
