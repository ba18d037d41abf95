import type { OCPP16 } from 'typed-ocpp'
import type { NoticeFacts } from '../noticeFacts'
import { meterValue } from './meterValue'

type Notices = { readonly [action: string]: (facts: NoticeFacts) => object }

const transactionId = ({ session }: NoticeFacts) => Number(session?.transactionId ?? -1)
const idTag = ({ session }: NoticeFacts) => session?.card.value.slice(0, 20) ?? '04A1B2C3D4E5F6'

/** Every message that a charge point of 1.6 can send, with an honest content. */
export const NOTICES_16 = {
  Authorize: (facts): OCPP16.AuthorizeRequest => ({ idTag: idTag(facts) }),
  BootNotification: ({ settings, firmware }): OCPP16.BootNotificationRequest => ({
    chargePointVendor: settings.vendor,
    chargePointModel: settings.model,
    chargePointSerialNumber: settings.serialNumber,
    firmwareVersion: firmware,
  }),
  DataTransfer: ({ settings }): OCPP16.DataTransferRequest => ({
    vendorId: settings.vendor,
    messageId: 'Hello',
    data: 'of no importance',
  }),
  DiagnosticsStatusNotification: (): OCPP16.DiagnosticsStatusNotificationRequest => ({ status: 'Idle' }),
  FirmwareStatusNotification: (): OCPP16.FirmwareStatusNotificationRequest => ({ status: 'Idle' }),
  Heartbeat: (): OCPP16.HeartbeatRequest => ({}),
  LogStatusNotification: (): OCPP16.LogStatusNotificationRequest => ({ status: 'Idle' }),
  MeterValues: (facts): OCPP16.MeterValuesRequest => ({
    connectorId: facts.evseId,
    ...(facts.session ? { transactionId: transactionId(facts) } : {}),
    meterValue: [meterValue(facts.reading, facts.now, 'Sample.Clock', facts.phases)],
  }),
  SecurityEventNotification: ({ now }): OCPP16.SecurityEventNotificationRequest => ({
    type: 'SettingSystemTime',
    timestamp: now.toISOString(),
  }),
  SignCertificate: ({ csr }): OCPP16.SignCertificateRequest => ({ csr }),
  SignedFirmwareStatusNotification: (): OCPP16.SignedFirmwareStatusNotificationRequest => ({ status: 'Idle' }),
  StartTransaction: (facts): OCPP16.StartTransactionRequest => ({
    connectorId: facts.evseId,
    idTag: idTag(facts),
    meterStart: facts.reading.registerWh,
    timestamp: facts.now.toISOString(),
  }),
  StatusNotification: ({ evseId, now }): OCPP16.StatusNotificationRequest => ({
    connectorId: evseId,
    errorCode: 'NoError',
    status: 'Available',
    timestamp: now.toISOString(),
  }),
  StopTransaction: (facts): OCPP16.StopTransactionRequest => ({
    transactionId: transactionId(facts),
    meterStop: facts.reading.registerWh,
    timestamp: facts.now.toISOString(),
    reason: 'Other',
  }),
} as const satisfies Notices
