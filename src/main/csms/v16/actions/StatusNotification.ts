import type { ConnectorStatus } from '@shared/ocpp/station'
import type { StatusNotificationRequest, StatusNotificationResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'
import { readTime } from '../../timestamp'

const STATUS = {
  Available: 'available',
  Preparing: 'preparing',
  Charging: 'charging',
  SuspendedEV: 'suspended',
  SuspendedEVSE: 'suspended',
  Finishing: 'finishing',
  Reserved: 'reserved',
  Unavailable: 'unavailable',
  Faulted: 'faulted',
} as const satisfies Record<StatusNotificationRequest['status'], ConnectorStatus>

/** What a connector does now (1.6 §4.9). Connector 0 stands for the charge point as a whole. */
export default inbound<StatusNotificationRequest, StatusNotificationResponse>(
  'StatusNotification',
  ({ station, domain, receivedAt }, request) => {
    const vendorCode = request.vendorErrorCode || request.info || null
    domain.stations.connectorChanged(station.id, {
      evseId: request.connectorId,
      connectorId: request.connectorId === 0 ? 0 : 1,
      status: STATUS[request.status],
      errorCode:
        request.errorCode === 'NoError' ? vendorCode : [request.errorCode, vendorCode].filter(Boolean).join(': '),
      changedAt: request.timestamp ? readTime(request.timestamp) : receivedAt,
      heardAt: receivedAt,
    })
    return {}
  },
  { note: 'Shown as the state of the connector.' },
)
