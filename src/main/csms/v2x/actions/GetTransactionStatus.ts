import type { GetTransactionStatusRequest, GetTransactionStatusResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'

/**
 * Asks whether a session goes on and whether messages about it are still to come (E14); without a session, whether any
 * are.
 */
export default outbound<GetTransactionStatusRequest, GetTransactionStatusResponse>('GetTransactionStatus', {
  note: 'Asks whether a session goes on, and whether messages are still to come; it stands in the answer.',
  answer: () => ({ verdict: 'accepted', status: '', reason: null }),
  commands: { 'transaction-status': (_, { session }) => ({ transactionId: session?.transactionId }) },
})
