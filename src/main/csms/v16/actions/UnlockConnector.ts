import type { UnlockConnectorRequest, UnlockConnectorResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { isOnlyConnector } from '../connector'

/** Frees a cable that is stuck (1.6 §5.18). */
export default outbound<UnlockConnectorRequest, UnlockConnectorResponse>('UnlockConnector', {
  note: 'Frees a cable that is stuck.',
  disruptive: true,
  canWait: false,
  answer: byStatus({ Unlocked: 'accepted' }),
  commands: {
    // A second connector of an EVSE is one that 1.6 can not name: unlocking the first would free another cable.
    unlock: ({ evseId, connectorId }) => (isOnlyConnector(connectorId) ? { connectorId: evseId } : null),
  },
})
