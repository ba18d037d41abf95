import type { TriggerMessageRequest, TriggerMessageResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

const MESSAGES: Readonly<Record<string, TriggerMessageRequest['requestedMessage']>> = {
  boot: 'BootNotification',
  'firmware-status': 'FirmwareStatusNotification',
  heartbeat: 'Heartbeat',
  'log-status': 'LogStatusNotification',
  'meter-values': 'MeterValues',
  'publish-firmware-status': 'PublishFirmwareStatusNotification',
  session: 'TransactionEvent',
  'sign-certificate': 'SignChargingStationCertificate',
  'sign-combined-certificate': 'SignCombinedCertificate',
  'sign-v2g-certificate': 'SignV2GCertificate',
  status: 'StatusNotification',
}

/** What 2.1 adds. */
const MESSAGES_21: Readonly<Record<string, string>> = { 'sign-v2g20-certificate': 'SignV2G20Certificate' }

/** Asks for a message now (F06); right after admission for a boot, which a station may do while it is Pending (B02.FR.02). */
export default outbound<TriggerMessageRequest, TriggerMessageResponse>('TriggerMessage', {
  note: 'Asks for a status, readings or another message now; sent by itself for a boot right after admission.',
  answer: byStatus(),
  commands: {
    trigger: ({ message, evseId, connectorId }, { protocol, connectors }) => {
      const added = protocol === 'ocpp2.1' ? MESSAGES_21[message] : undefined
      const requestedMessage = MESSAGES[message] ?? (added as TriggerMessageRequest['requestedMessage'] | undefined)
      if (!requestedMessage) return null
      if (message === 'status' && connectorId === null) {
        // F06.FR.13: a status is asked for connector by connector.
        const meant = connectors.filter((connector) => evseId === null || connector.evseId === evseId)
        if (evseId !== null && meant.length === 0) return { requestedMessage, evse: { id: evseId, connectorId: 1 } }
        if (meant.length === 0) return 'connector-wanted'
        return meant.map((connector) => ({
          requestedMessage,
          evse: { id: connector.evseId, connectorId: connector.connectorId },
        }))
      }
      if (evseId === null) return { requestedMessage }
      return { requestedMessage, evse: { id: evseId, connectorId: connectorId ?? undefined } }
    },
  },
  errands: {
    'ask-boot': {
      toRequest: () => ({ requestedMessage: 'BootNotification' }),
      toOutcome: ({ status }) => ({ kind: status === 'Accepted' ? 'accepted' : 'refused', detail: status }),
    },
  },
})
