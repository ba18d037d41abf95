import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../../commandPort'
import type { Handlers2x } from './commands'

/** Availability, resets, the lock, and messages on demand (B11, B12, F05, F06, G03). */
export function availabilityCommands(
  port: CommandPort,
  publishStatus: () => void,
): Handlers2x<'ChangeAvailability' | 'Reset' | 'UnlockConnector' | 'TriggerMessage'> {
  return {
    ChangeAvailability: ({ evse, operationalStatus }) => {
      if (evse && (!port.hasEvse(evse.id) || (evse.connectorId ?? 1) !== 1)) return { payload: { status: 'Rejected' } }
      const when = port.setAvailability(evse?.id ?? null, operationalStatus === 'Operative')
      return { payload: { status: when === 'done' ? 'Accepted' : 'Scheduled' } }
    },

    Reset: ({ type, evseId }) => {
      if (evseId !== undefined && !port.hasEvse(evseId)) return { payload: { status: 'Rejected' } }
      if (type === 'ImmediateAndResume') {
        const statusInfo = { reasonCode: 'UnsupportedRequest', additionalInfo: 'a session can not be resumed' }
        return { payload: { status: 'Rejected', statusInfo } }
      }
      const { now, go } = port.reset(type === 'Immediate' ? 'immediate' : 'on-idle', evseId ?? null)
      return { payload: { status: now ? 'Accepted' : 'Scheduled' }, afterwards: go }
    },

    UnlockConnector: ({ evseId, connectorId }) => {
      if (!port.hasEvse(evseId) || connectorId !== 1) return { payload: { status: 'UnknownConnector' } }
      // F05: not while an authorized transaction runs.
      const result = port.unlock(evseId, false)
      if (result === 'session') return { payload: { status: 'OngoingAuthorizedTransaction' } }
      return { payload: { status: result === 'unlocked' ? 'Unlocked' : 'UnlockFailed' } }
    },

    TriggerMessage: ({ requestedMessage, evse }) => {
      const evseId = evse?.id ?? null
      if (evseId !== null && !port.hasEvse(evseId)) return { payload: { status: 'Rejected' } }
      const triggers: Partial<Record<OCPP21.TriggerMessageRequest['requestedMessage'], () => void>> = {
        BootNotification: port.sendBoot,
        FirmwareStatusNotification: () => port.sendFirmwareStatus(false),
        Heartbeat: port.sendHeartbeat,
        LogStatusNotification: () => port.sendLogStatus(false),
        MeterValues: () => port.sendMeterValues(evseId),
        PublishFirmwareStatusNotification: publishStatus,
        SignChargingStationCertificate: port.requestCertificate,
        StatusNotification: () => port.sendStatus(evseId),
        TransactionEvent: () => port.sendTransactionEvents(evseId),
      }
      // F06: certificates of ISO 15118 and triggers of other makers are not for this charger.
      const go = triggers[requestedMessage]
      return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'NotImplemented' } }
    },
  }
}
