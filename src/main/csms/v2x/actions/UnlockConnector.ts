import type { UnlockConnectorRequest, UnlockConnectorResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Frees a cable that is stuck (F05). */
export default outbound<UnlockConnectorRequest, UnlockConnectorResponse>('UnlockConnector', {
  note: 'Frees a cable that is stuck.',
  disruptive: true,
  canWait: false,
  answer: byStatus({ Unlocked: 'accepted' }),
  commands: { unlock: ({ evseId, connectorId }) => ({ evseId, connectorId }) },
})
