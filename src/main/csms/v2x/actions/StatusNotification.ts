import type { ConnectorStatus } from '@shared/ocpp/station'
import type { StatusNotificationRequest, StatusNotificationResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { readTime } from '../../timestamp'

const STATUS = {
  Available: 'available',
  Occupied: 'occupied',
  Reserved: 'reserved',
  Unavailable: 'unavailable',
  Faulted: 'faulted',
} as const satisfies Record<StatusNotificationRequest['connectorStatus'], ConnectorStatus>

/** What a connector does now (G01). What its session does comes with the transaction events. */
export default inbound<StatusNotificationRequest, StatusNotificationResponse>(
  'StatusNotification',
  ({ station, domain }, request) => {
    domain.stations.connectorChanged(station.id, {
      evseId: request.evseId,
      connectorId: request.connectorId,
      status: STATUS[request.connectorStatus],
      errorCode: null,
      changedAt: readTime(request.timestamp),
    })
    return {}
  },
)
