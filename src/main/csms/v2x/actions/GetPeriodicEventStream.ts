import type { GetPeriodicEventStreamRequest, GetPeriodicEventStreamResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { done } from '../../answers'

/** Asks which streams of measurements are open (N12). */
export default outbound<GetPeriodicEventStreamRequest, GetPeriodicEventStreamResponse>('GetPeriodicEventStream', {
  note: 'Asks which streams of measurements are open; they stand in the answer.',
  answer: done,
})
