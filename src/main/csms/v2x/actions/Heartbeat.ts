import type { HeartbeatRequest, HeartbeatResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { answerHeartbeat } from '../../messages/heartbeat'

/** A station shows that it is there (G02). */
export default inbound<HeartbeatRequest, HeartbeatResponse>('Heartbeat', answerHeartbeat, {
  note: 'Answered with the time; kept as the last sign of life.',
})
