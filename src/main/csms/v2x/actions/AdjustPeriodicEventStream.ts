import type {
  AdjustPeriodicEventStreamRequest,
  AdjustPeriodicEventStreamResponse,
} from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Changes how often a stream of measurements is sent (N14). */
export default outbound<AdjustPeriodicEventStreamRequest, AdjustPeriodicEventStreamResponse>(
  'AdjustPeriodicEventStream',
  {
    note: 'Changes how often a stream of measurements is sent; written out by hand.',
    answer: byStatus(),
  },
)
