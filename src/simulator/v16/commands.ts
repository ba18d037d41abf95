import type { OCPP16 } from 'typed-ocpp'
import type { CommandPort } from '../commandPort'
import type { Answer } from '../link/conversation'
import { changeConfiguration, getConfiguration } from './configuration'

/** Request and response of each command this charger carries out. */
interface Commands {
  CertificateSigned: [OCPP16.CertificateSignedRequest, OCPP16.CertificateSignedResponse]
  ChangeAvailability: [OCPP16.ChangeAvailabilityRequest, OCPP16.ChangeAvailabilityResponse]
  ChangeConfiguration: [OCPP16.ChangeConfigurationRequest, OCPP16.ChangeConfigurationResponse]
  DataTransfer: [OCPP16.DataTransferRequest, OCPP16.DataTransferResponse]
  ExtendedTriggerMessage: [OCPP16.ExtendedTriggerMessageRequest, OCPP16.ExtendedTriggerMessageResponse]
  GetConfiguration: [OCPP16.GetConfigurationRequest, OCPP16.GetConfigurationResponse]
  RemoteStartTransaction: [OCPP16.RemoteStartTransactionRequest, OCPP16.RemoteStartTransactionResponse]
  RemoteStopTransaction: [OCPP16.RemoteStopTransactionRequest, OCPP16.RemoteStopTransactionResponse]
  Reset: [OCPP16.ResetRequest, OCPP16.ResetResponse]
  TriggerMessage: [OCPP16.TriggerMessageRequest, OCPP16.TriggerMessageResponse]
}

interface Reply<R extends object> {
  readonly payload: R
  readonly afterwards?: (() => void) | undefined
}

type Handlers = {
  readonly [A in keyof Commands]: (
    request: Commands[A][0],
    port: CommandPort,
  ) => Reply<Commands[A][1]> | Promise<Reply<Commands[A][1]>>
}

const HANDLERS: Handlers = {
  CertificateSigned: async ({ certificateChain }, port) => {
    const why = await port.installCertificate(certificateChain)
    if (why === null) return { payload: { status: 'Accepted' }, afterwards: port.useCertificate }
    return { payload: { status: 'Rejected' }, afterwards: () => port.reportInvalidCertificate(why) }
  },

  ChangeAvailability: ({ connectorId, type }, port) => {
    if (connectorId !== 0 && !port.hasEvse(connectorId)) return { payload: { status: 'Rejected' } }
    const when = port.setAvailability(connectorId === 0 ? null : connectorId, type === 'Operative')
    return { payload: { status: when === 'done' ? 'Accepted' : 'Scheduled' } }
  },

  ChangeConfiguration: ({ key, value }, port) => ({
    payload: { status: changeConfiguration(port.variables, key, value) },
    afterwards: port.variablesChanged,
  }),

  DataTransfer: () => ({ payload: { status: 'UnknownVendorId' } }),

  ExtendedTriggerMessage: ({ requestedMessage, connectorId }, port) =>
    trigger(requestedMessage, connectorId, port) as Reply<OCPP16.ExtendedTriggerMessageResponse>,

  GetConfiguration: ({ key }, port) => ({ payload: getConfiguration(port.settings, port.variables, key) }),

  RemoteStartTransaction: ({ connectorId, idTag }, port) => {
    const go = port.remoteStart(connectorId ?? null, { value: idTag, type: null }, null)
    return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'Rejected' } }
  },

  RemoteStopTransaction: ({ transactionId }, port) => {
    const go = port.remoteStop(String(transactionId))
    return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'Rejected' } }
  },

  Reset: ({ type }, port) => ({
    payload: { status: 'Accepted' },
    afterwards: port.reset(type === 'Hard' ? 'hard' : 'soft').go,
  }),

  // The certificate's trigger exists in the extended message only (security whitepaper §5.3).
  TriggerMessage: ({ requestedMessage, connectorId }, port) => trigger(requestedMessage, connectorId, port),
}

function trigger(
  requested:
    | OCPP16.ExtendedTriggerMessageRequest['requestedMessage']
    | OCPP16.TriggerMessageRequest['requestedMessage'],
  connectorId: number | undefined,
  port: CommandPort,
): Reply<OCPP16.TriggerMessageResponse> {
  const evseId = connectorId ?? null
  if (evseId !== null && !port.hasEvse(evseId)) return { payload: { status: 'Rejected' } }
  const triggers: Partial<Record<typeof requested, () => void>> = {
    BootNotification: port.sendBoot,
    Heartbeat: port.sendHeartbeat,
    StatusNotification: () => port.sendStatus(evseId),
    MeterValues: () => port.sendMeterValues(evseId),
    SignChargePointCertificate: port.requestCertificate,
  }
  const go = triggers[requested]
  return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'NotImplemented' } }
}

/** Carries out a command whose payload has passed its schema. */
export async function answerCommand(action: string, payload: object, port: CommandPort): Promise<Answer> {
  if (!Object.hasOwn(HANDLERS, action)) {
    return { kind: 'refusal', refusal: 'unsupported-action', description: `${action} is not supported` }
  }
  // The name is a key and the payload has passed the schema of that name, which the compiler can't see.
  const handle = HANDLERS[action as keyof Commands] as (request: object, port: CommandPort) => Reply<object>
  const { payload: answer, afterwards } = await handle(payload, port)
  return { kind: 'answer', payload: answer, ...(afterwards ? { afterwards } : {}) }
}
