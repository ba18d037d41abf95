import type { RequestStopTransactionRequest, RequestStopTransactionResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Ends a running session (F03). */
export default outbound<RequestStopTransactionRequest, RequestStopTransactionResponse>('RequestStopTransaction', {
  note: 'Ends a running session.',
  disruptive: true,
  canWait: false,
  answer: byStatus(),
  commands: {
    'stop-session': (_, { session }) => (session ? { transactionId: session.transactionId } : 'unknown-session'),
  },
})
