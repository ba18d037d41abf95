import type { HeartbeatRequest, HeartbeatResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'

/** A charge point shows that it is there, and sets its clock by the answer (1.6 §4.6). */
export default inbound<HeartbeatRequest, HeartbeatResponse>('Heartbeat', ({ station, domain, receivedAt }) => {
  domain.stations.heard(station.id)
  return { currentTime: new Date(receivedAt).toISOString() }
})
