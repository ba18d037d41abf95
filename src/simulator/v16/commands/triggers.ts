import type { OCPP16 } from 'typed-ocpp'
import type { CommandPort } from '../../commandPort'
import type { Reply } from '../../commandTable'
import type { Handlers16 } from './commands'

type Requested =
  | OCPP16.ExtendedTriggerMessageRequest['requestedMessage']
  | OCPP16.TriggerMessageRequest['requestedMessage']

/** Messages on demand (1.6 §5.17, security whitepaper §5.3). */
export function triggerCommands(port: CommandPort): Handlers16<'TriggerMessage' | 'ExtendedTriggerMessage'> {
  const trigger = (
    requested: Requested,
    connectorId: number | undefined,
    extended: boolean,
  ): Reply<OCPP16.TriggerMessageResponse> => {
    const evseId = connectorId === 0 ? null : (connectorId ?? null)
    if (evseId !== null && !port.hasEvse(evseId)) return { payload: { status: 'Rejected' } }
    const triggers: Readonly<Record<Requested, () => void>> = {
      BootNotification: port.sendBoot,
      DiagnosticsStatusNotification: () => port.sendLogStatus(false),
      FirmwareStatusNotification: () => port.sendFirmwareStatus(extended),
      Heartbeat: port.sendHeartbeat,
      LogStatusNotification: () => port.sendLogStatus(true),
      MeterValues: () => port.sendMeterValues(evseId),
      SignChargePointCertificate: port.requestCertificate,
      StatusNotification: () => port.sendStatus(evseId),
    }
    return { payload: { status: 'Accepted' }, afterwards: triggers[requested] }
  }
  return {
    TriggerMessage: ({ requestedMessage, connectorId }) => trigger(requestedMessage, connectorId, false),
    ExtendedTriggerMessage: ({ requestedMessage, connectorId }) => trigger(requestedMessage, connectorId, true),
  }
}
