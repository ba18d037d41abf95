import type { HeartbeatRequest, HeartbeatResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'

/** A station shows that it is there, and sets its clock by the answer (G02). */
export default inbound<HeartbeatRequest, HeartbeatResponse>('Heartbeat', ({ station, domain, receivedAt }) => {
  domain.stations.heard(station.id)
  return { currentTime: new Date(receivedAt).toISOString() }
})
