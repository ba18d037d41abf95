import type { MeterValuesRequest, MeterValuesResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound, toRawEvent } from '../../action'
import { keepReadings } from '../../messages/meterOnly'
import { metered } from '../sessionEvents'
import { noteUnnumbered } from '../unnumbered'

/** Readings during a session, or of a meter on its own (1.6 §4.7). The latter are kept and belong to no session. */
export default inbound<MeterValuesRequest, MeterValuesResponse>(
  'MeterValues',
  (incoming, request) => {
    // A charge point that never got its number says -1: whose readings these are can't be known.
    noteUnnumbered(incoming, 'MeterValues', request.transactionId)
    const ofSession = request.transactionId !== undefined && request.transactionId > 0
    if (!ofSession) return keepReadings(incoming)
    const raw = toRawEvent(incoming, String(request.transactionId), null)
    return incoming.domain.sessions.record({ raw, event: metered(request, incoming.receivedAt) }, () => ({}))
  },
  {
    keepInvalid: true,
    note: 'Kept in the ledger and entered into its session; outside of any session kept as a notice about meter readings.',
  },
)
