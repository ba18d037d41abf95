import type { OpenPeriodicEventStreamRequest, OpenPeriodicEventStreamResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'

/** A station opens a stream of the values that a monitor watches (N11). */
export default inbound<OpenPeriodicEventStreamRequest, OpenPeriodicEventStreamResponse>(
  'OpenPeriodicEventStream',
  async (incoming) => {
    await incoming.domain.notices.keep(toTold(incoming, 'monitoring'))
    return { status: 'Accepted' }
  },
  { note: 'Accepted, and kept as a notice about monitoring.' },
)
