import { type Incoming, toRawEvent } from '../action'

/** The answer to a vendor's own message: none is understood yet, and it says so; what came is kept (P02; 1.6 §4.3). */
export async function keepVendorData(incoming: Incoming) {
  const reply = { status: 'UnknownVendorId' } as const
  await incoming.domain.sessions.keep(toRawEvent(incoming, null, null), reply, null)
  return reply
}
