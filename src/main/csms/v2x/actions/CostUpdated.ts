import type { CostUpdatedRequest, CostUpdatedResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { done } from '../../answers'

/** Shows the driver what a session costs so far (I02). */
export default outbound<CostUpdatedRequest, CostUpdatedResponse>('CostUpdated', {
  note: 'Shows the driver what a session costs so far.',
  canWait: false,
  answer: done,
  commands: {
    'show-cost': ({ totalCost }, { session }) => {
      if (!session) return 'unknown-session'
      return session.running ? { totalCost, transactionId: session.transactionId } : 'session-over'
    },
  },
})
