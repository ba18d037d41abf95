import type { ExtendedTriggerMessageRequest, ExtendedTriggerMessageResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { isOnlyConnector } from '../connector'

/** What only the security extension can ask for; the rest goes by the message that every charge point knows. */
const MESSAGES: Readonly<Record<string, ExtendedTriggerMessageRequest['requestedMessage']>> = {
  'log-status': 'LogStatusNotification',
  'sign-certificate': 'SignChargePointCertificate',
}

/** Asks for a message now (1.6 security extension, A02 and N01). */
export default outbound<ExtendedTriggerMessageRequest, ExtendedTriggerMessageResponse>('ExtendedTriggerMessage', {
  note: 'Asks for a certificate request or the status of a log now.',
  answer: byStatus(),
  commands: {
    trigger: ({ message, evseId, connectorId }) => {
      const requestedMessage = MESSAGES[message]
      return requestedMessage && isOnlyConnector(connectorId)
        ? { requestedMessage, connectorId: evseId ?? undefined }
        : null
    },
  },
})
