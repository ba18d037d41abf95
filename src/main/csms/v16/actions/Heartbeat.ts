import type { HeartbeatRequest, HeartbeatResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'

/** A charge point shows that it is there, and sets its clock by the answer (1.6 §4.6). */
export default inbound<HeartbeatRequest, HeartbeatResponse>('Heartbeat', ({ domain }) => ({
  currentTime: new Date(domain.clock()).toISOString(),
}))
