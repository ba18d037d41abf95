import type { OCPP20 } from 'typed-ocpp'
import type { CommandPort } from '../commandPort'
import type { Answer } from '../link/conversation'
import { getVariable, setVariable } from './variables'

/** Request and response of each command this charger carries out. */
interface Commands {
  CertificateSigned: [OCPP20.CertificateSignedRequest, OCPP20.CertificateSignedResponse]
  ChangeAvailability: [OCPP20.ChangeAvailabilityRequest, OCPP20.ChangeAvailabilityResponse]
  DataTransfer: [OCPP20.DataTransferRequest, OCPP20.DataTransferResponse]
  GetVariables: [OCPP20.GetVariablesRequest, OCPP20.GetVariablesResponse]
  RequestStartTransaction: [OCPP20.RequestStartTransactionRequest, OCPP20.RequestStartTransactionResponse]
  RequestStopTransaction: [OCPP20.RequestStopTransactionRequest, OCPP20.RequestStopTransactionResponse]
  Reset: [OCPP20.ResetRequest, OCPP20.ResetResponse]
  SetVariables: [OCPP20.SetVariablesRequest, OCPP20.SetVariablesResponse]
  TriggerMessage: [OCPP20.TriggerMessageRequest, OCPP20.TriggerMessageResponse]
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
  CertificateSigned: async ({ certificateChain, certificateType }, port) => {
    if (certificateType === 'V2GCertificate') {
      return { payload: { status: 'Rejected', statusInfo: { reasonCode: 'UnsupportedRequest' } } }
    }
    const why = await port.installCertificate(certificateChain)
    if (why === null) return { payload: { status: 'Accepted' }, afterwards: port.useCertificate }
    return {
      payload: { status: 'Rejected', statusInfo: { reasonCode: 'InvalidCertificate', additionalInfo: why } },
      // A02.FR.07
      afterwards: () => port.reportInvalidCertificate(why),
    }
  },

  ChangeAvailability: ({ evse, operationalStatus }, port) => {
    if (evse && !port.hasEvse(evse.id)) return { payload: { status: 'Rejected' } }
    const when = port.setAvailability(evse?.id ?? null, operationalStatus === 'Operative')
    return { payload: { status: when === 'done' ? 'Accepted' : 'Scheduled' } }
  },

  DataTransfer: () => ({ payload: { status: 'UnknownVendorId' } }),

  GetVariables: ({ getVariableData }, port) => {
    const [first, ...rest] = getVariableData.map((data) => getVariable(port.variables, data))
    return { payload: { getVariableResult: first ? [first, ...rest] : [] } as OCPP20.GetVariablesResponse }
  },

  SetVariables: ({ setVariableData }, port) => {
    const results = setVariableData.map((data) => setVariable(port.variables, data))
    return {
      payload: { setVariableResult: results } as OCPP20.SetVariablesResponse,
      afterwards: port.variablesChanged,
    }
  },

  RequestStartTransaction: ({ evseId, idToken, remoteStartId }, port) => {
    const token = { value: idToken.idToken, type: idToken.type }
    const go = port.remoteStart(evseId ?? null, token, remoteStartId)
    return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'Rejected' } }
  },

  RequestStopTransaction: ({ transactionId }, port) => {
    const go = port.remoteStop(transactionId)
    return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'Rejected' } }
  },

  Reset: ({ type, evseId }, port) => {
    // AllowReset of a single EVSE is not offered (B11.FR.10).
    if (evseId !== undefined) return { payload: { status: 'Rejected' } }
    const { now, go } = port.reset(type === 'Immediate' ? 'immediate' : 'on-idle')
    return { payload: { status: now ? 'Accepted' : 'Scheduled' }, afterwards: go }
  },

  TriggerMessage: ({ requestedMessage, evse }, port) => {
    const evseId = evse?.id ?? null
    if (evseId !== null && !port.hasEvse(evseId)) return { payload: { status: 'Rejected' } }
    const triggers: Partial<Record<typeof requestedMessage, () => void>> = {
      BootNotification: port.sendBoot,
      Heartbeat: port.sendHeartbeat,
      StatusNotification: () => port.sendStatus(evseId),
      MeterValues: () => port.sendMeterValues(evseId),
      TransactionEvent: () => port.sendTransactionEvents(evseId),
      SignChargingStationCertificate: port.requestCertificate,
    }
    const go = triggers[requestedMessage]
    return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'NotImplemented' } }
  },
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
