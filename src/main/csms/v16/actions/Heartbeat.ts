import type { HeartbeatRequest, HeartbeatResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'
import { answerHeartbeat } from '../../messages/heartbeat'

/** A charge point shows that it is there (1.6 §4.6). */
export default inbound<HeartbeatRequest, HeartbeatResponse>('Heartbeat', answerHeartbeat, {
  note: 'Answered with the time; kept as the last sign of life.',
})
