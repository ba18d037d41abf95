import type { UnlockConnectorRequest, UnlockConnectorResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Frees a cable that is stuck (1.6 §5.18). */
export default outbound<UnlockConnectorRequest, UnlockConnectorResponse>('UnlockConnector', {
  note: 'Frees a cable that is stuck.',
  disruptive: true,
  canWait: false,
  answer: byStatus({ Unlocked: 'accepted' }),
  commands: { unlock: ({ evseId }) => ({ connectorId: evseId }) },
})
