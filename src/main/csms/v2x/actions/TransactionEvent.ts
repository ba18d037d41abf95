import type { TransactionEventRequest, TransactionEventResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound, toRawEvent } from '../../action'
import { toIdTokenInfo } from '../authorization'
import { toSessionEvent } from '../sessionEvents'

/**
 * A session began, went on or ended (E01–E12). Never answered with an error for what it says: a station discards the
 * event after its last try (E13.FR.04), and doubts belong to the ledger, not to the station.
 */
export default inbound<TransactionEventRequest, TransactionEventResponse>(
  'TransactionEvent',
  (incoming, request) => {
    const { transactionInfo, seqNo } = request
    return incoming.domain.sessions.record(
      { raw: toRawEvent(incoming, transactionInfo.transactionId, seqNo), event: toSessionEvent(request) },
      // E01.FR.12: the verdict comes whenever the event names a card.
      (decision) => (decision ? { idTokenInfo: toIdTokenInfo(decision) } : {}),
    )
  },
  { keepInvalid: true, note: 'Kept in the ledger before it is answered, and entered into its session.' },
)
