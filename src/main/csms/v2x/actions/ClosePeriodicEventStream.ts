import type { ClosePeriodicEventStreamRequest, ClosePeriodicEventStreamResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepAs } from '../../messages/notice'

/** A station closes a stream of values (N13). */
export default inbound<ClosePeriodicEventStreamRequest, ClosePeriodicEventStreamResponse>(
  'ClosePeriodicEventStream',
  keepAs('monitoring'),
  {
    note: 'Kept as a notice about monitoring.',
  },
)
