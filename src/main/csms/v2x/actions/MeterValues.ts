import type { MeterValuesRequest, MeterValuesResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound, toRawEvent } from '../../action'

/** Readings outside of any transaction (J01): kept, and part of no session. */
export default inbound<MeterValuesRequest, MeterValuesResponse>(
  'MeterValues',
  async (incoming) => {
    await incoming.domain.sessions.keep(toRawEvent(incoming, null, null), {}, null)
    return {}
  },
  { keepInvalid: true },
)
