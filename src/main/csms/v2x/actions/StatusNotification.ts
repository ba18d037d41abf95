import type { StatusNotificationRequest, StatusNotificationResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { readTime } from '../../timestamp'
import { CONNECTOR_STATUS } from '../connectorStatus'

/** What a connector does now (G01). What its session does comes with the transaction events. */
export default inbound<StatusNotificationRequest, StatusNotificationResponse>(
  'StatusNotification',
  ({ station, domain, receivedAt }, request) => {
    domain.stations.connectorChanged(station.id, {
      evseId: request.evseId,
      connectorId: request.connectorId,
      status: CONNECTOR_STATUS[request.connectorStatus],
      errorCode: null,
      changedAt: readTime(request.timestamp),
      heardAt: receivedAt,
    })
    return {}
  },
  { note: 'Shown as the state of the connector.' },
)
