import type { Incoming } from '../action'
import { toTold } from './notice'

/**
 * The answer to a vendor's own message: none is understood yet, and it says so (P02; 1.6 §4.3). What came is kept as a
 * notice, where a person finds it.
 */
export async function keepVendorData(incoming: Incoming) {
  await incoming.domain.notices.keep(toTold(incoming, 'vendor'))
  return { status: 'UnknownVendorId' } as const
}
