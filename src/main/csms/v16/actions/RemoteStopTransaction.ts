import type { RemoteStopTransactionRequest, RemoteStopTransactionResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Ends a running session by the number that this server gave it (1.6 §5.12). */
export default outbound<RemoteStopTransactionRequest, RemoteStopTransactionResponse>('RemoteStopTransaction', {
  note: 'Ends a running session.',
  disruptive: true,
  canWait: false,
  answer: byStatus(),
  commands: {
    'stop-session': (_, { session }) => {
      const transactionId = Number(session?.transactionId)
      return Number.isInteger(transactionId) ? { transactionId } : 'unknown-session'
    },
  },
})
