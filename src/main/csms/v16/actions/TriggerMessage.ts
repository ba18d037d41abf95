import type { TriggerMessageRequest, TriggerMessageResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { isOnlyConnector } from '../connector'

/** What 1.6 itself can ask for; its security extension has a message of its own for more. */
const MESSAGES: Readonly<Record<string, TriggerMessageRequest['requestedMessage']>> = {
  boot: 'BootNotification',
  'diagnostics-status': 'DiagnosticsStatusNotification',
  'firmware-status': 'FirmwareStatusNotification',
  heartbeat: 'Heartbeat',
  'meter-values': 'MeterValues',
  status: 'StatusNotification',
}

/** Asks for a message now (1.6 §5.17); right after admission for a boot, which a charge point may do while Pending. */
export default outbound<TriggerMessageRequest, TriggerMessageResponse>('TriggerMessage', {
  note: 'Asks for a status, readings or another message now; sent by itself for a boot right after admission.',
  answer: byStatus(),
  commands: {
    trigger: ({ message, evseId, connectorId }) => {
      const requestedMessage = MESSAGES[message]
      if (!requestedMessage || !isOnlyConnector(connectorId)) return null
      return { requestedMessage, ...(evseId === null ? {} : { connectorId: evseId }) }
    },
  },
  errands: {
    'ask-boot': {
      toRequest: () => ({ requestedMessage: 'BootNotification' }),
      toOutcome: ({ status }) => ({ kind: status === 'Accepted' ? 'accepted' : 'refused', detail: status }),
    },
  },
})
