import type { StopTransactionRequest, StopTransactionResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { orphanName } from '../../../sessions/sessionRow'
import { inbound, toRawEvent } from '../../action'
import { toIdTagInfo } from '../authorization'
import { stopped } from '../sessionEvents'
import { noteUnnumbered } from '../unnumbered'

/**
 * A session ends (1.6 §4.10). Always answered as if all were well, because a refusal loses the record. Transaction −1
 * comes from a charge point that never got its number (errata §3.18): it goes under a name of its own until the ledger
 * knows for certain whose it is.
 */
export default inbound<StopTransactionRequest, StopTransactionResponse>(
  'StopTransaction',
  (incoming, request) => {
    const { transactionId, timestamp } = request
    noteUnnumbered(incoming, 'StopTransaction', transactionId)
    const name = transactionId > 0 ? String(transactionId) : orphanName(transactionId, timestamp)
    return incoming.domain.sessions.record(
      { raw: toRawEvent(incoming, name, null), event: stopped(request) },
      (decision) => (decision ? { idTagInfo: toIdTagInfo(decision) } : {}),
    )
  },
  { keepInvalid: true, note: 'Kept in the ledger before it is answered, and entered into its session.' },
)
