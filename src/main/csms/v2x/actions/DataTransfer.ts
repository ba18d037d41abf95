import type { DataTransferRequest, DataTransferResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound, toRawEvent } from '../../action'

/** A vendor's own message (P02). None is understood yet, and the answer says so; what came is kept. */
export default inbound<DataTransferRequest, DataTransferResponse>('DataTransfer', async (incoming) => {
  const reply = { status: 'UnknownVendorId' } as const
  await incoming.domain.sessions.keep(toRawEvent(incoming, null, null), reply, null)
  return reply
})
