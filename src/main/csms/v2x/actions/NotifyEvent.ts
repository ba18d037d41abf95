import type { NotifyEventRequest, NotifyEventResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'
import { readTime } from '../../timestamp'
import { CONNECTOR_STATUS, isConnectorStatus } from '../connectorStatus'

/**
 * Events that a station noticed (N07, N08). What a connector does comes this way too, in 2.1 by preference (B01.FR.05,
 * G01): it goes where StatusNotification would have put it. Everything else is kept for a person to read.
 */
export default inbound<NotifyEventRequest, NotifyEventResponse>(
  'NotifyEvent',
  async (incoming, { eventData }) => {
    const { domain, station, receivedAt: heardAt } = incoming
    const states = eventData.flatMap((event) => {
      const { component, variable, actualValue } = event
      const { evse } = component
      const isState = sameName(component.name, 'Connector') && sameName(variable.name, 'AvailabilityState')
      if (!isState || evse?.connectorId === undefined || !isConnectorStatus(actualValue)) return []
      const { id: evseId, connectorId } = evse
      const errorCode = [event.techCode, event.techInfo].filter(Boolean).join(': ') || null
      const changedAt = readTime(event.timestamp)
      return [{ evseId, connectorId, status: CONNECTOR_STATUS[actualValue], errorCode, changedAt, heardAt }]
    })
    if (states.length < eventData.length) await domain.notices.keep(toTold(incoming, 'alerts'))
    for (const connector of states) domain.stations.connectorChanged(station.id, connector)
    return {}
  },
  { note: 'The availability of connectors is shown as their state; everything else is kept as a notice about alerts.' },
)

/** Names of components and variables are case-insensitive (2.0.1 part 1 §4). */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
