import type { NotifyPeriodicEventStream } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepAs } from '../../messages/notice'

/** Values of a stream (N15): a SEND, so that nothing is answered. */
export default inbound<NotifyPeriodicEventStream, object>('NotifyPeriodicEventStream', keepAs('streams'), {
  note: 'Kept as a notice about streams of values, or about the protocol when it makes no sense; never answered.',
})
