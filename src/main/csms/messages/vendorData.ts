import type { Incoming } from '../action'
import { byStatus } from '../answers'
import { toTold } from './notice'

/** What is said of a vendor's own message that comes, whatever the version. */
export const VENDOR_DATA_IN = {
  note: 'Answered UnknownVendorId; kept as a notice about the vendor’s own.',
} as const

/** What is said of one that goes out, and how its answer reads. */
export const VENDOR_DATA_OUT = {
  note: 'Sends a message of a vendor’s own.',
  answer: byStatus({ UnknownVendorId: 'unsupported' }),
} as const

/**
 * The answer to a vendor's own message: none is understood yet, and it says so (P02; 1.6 §4.3). What came is kept as a
 * notice, where a person finds it.
 */
export async function keepVendorData(incoming: Incoming) {
  await incoming.domain.notices.keep(toTold(incoming, 'vendor'))
  return { status: 'UnknownVendorId' } as const
}
