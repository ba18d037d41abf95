import { type Incoming, toRawEvent } from '../action'
import { toTold } from './notice'

/**
 * The answer to a vendor's own message: none is understood yet, and it says so (P02; 1.6 §4.3). What came is kept, as it
 * came and as a notice: it may tell of energy.
 */
export async function keepVendorData(incoming: Incoming) {
  const reply = { status: 'UnknownVendorId' } as const
  const { sessions, notices } = incoming.domain
  await Promise.all([
    sessions.keep(toRawEvent(incoming, null, null), reply, null),
    notices.keep(toTold(incoming, 'vendor')),
  ])
  return reply
}
