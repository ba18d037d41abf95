import type { OCPP16 } from 'typed-ocpp'
import type { Dialect } from '../dialect'
import { connectorStatus, type Evse } from '../evse'
import { answerCommand } from './commands'
import { meterValue } from './meterValue'
import { sessionMessage } from './sessionMessage'

type StatusWord = OCPP16.StatusNotificationRequest['status']

/** OCPP 1.6 as this charger speaks it. Payloads that came in have passed their schema, hence the casts. */
export const dialect16: Dialect = {
  protocol: 'ocpp1.6',
  invalidCertificateEvent: 'InvalidChargePointCertificate',

  boot: (settings) => ({
    action: 'BootNotification',
    payload: {
      chargePointVendor: settings.vendor,
      chargePointModel: settings.model,
      chargePointSerialNumber: settings.serialNumber,
      firmwareVersion: settings.firmware,
    } satisfies OCPP16.BootNotificationRequest,
  }),

  heartbeat: () => ({ action: 'Heartbeat', payload: {} }),

  statusWord,

  status: (evse, at) => ({
    action: 'StatusNotification',
    payload: {
      connectorId: evse.id,
      errorCode: evse.fault ?? 'NoError',
      status: statusWord(evse),
      timestamp: at.toISOString(),
    } satisfies OCPP16.StatusNotificationRequest,
  }),

  ownStatus: (at) => ({
    action: 'StatusNotification',
    payload: {
      connectorId: 0,
      errorCode: 'NoError',
      status: 'Available',
      timestamp: at.toISOString(),
    } satisfies OCPP16.StatusNotificationRequest,
  }),

  authorize: (token) => ({
    action: 'Authorize',
    payload: { idTag: token.value } satisfies OCPP16.AuthorizeRequest,
  }),

  readAuthorize: (payload) => {
    const { idTagInfo } = payload as OCPP16.AuthorizeResponse
    return { status: idTagInfo.status, group: idTagInfo.parentIdTag ?? null }
  },

  session: sessionMessage,

  readSession: (session, moment, payload) => {
    if (moment !== 'started') return null
    const { idTagInfo, transactionId } = payload as OCPP16.StartTransactionResponse
    session.transactionId = String(transactionId)
    return { status: idTagInfo.status, group: idTagInfo.parentIdTag ?? null }
  },

  meterValues: (evse, reading, at, phases) => ({
    action: 'MeterValues',
    payload: {
      connectorId: evse.id,
      meterValue: [meterValue(reading, at, 'Trigger', phases)],
    } satisfies OCPP16.MeterValuesRequest,
  }),

  signCertificate: (csr) => ({
    action: 'SignCertificate',
    payload: { csr } satisfies OCPP16.SignCertificateRequest,
  }),

  securityEvent: (type, at, techInfo) => ({
    action: 'SecurityEventNotification',
    payload: {
      type,
      timestamp: at.toISOString(),
      ...(techInfo === null ? {} : { techInfo }),
    } satisfies OCPP16.SecurityEventNotificationRequest,
  }),

  command: answerCommand,
}

function statusWord(evse: Evse): StatusWord {
  const status = connectorStatus(evse)
  switch (status) {
    case 'available':
      return 'Available'
    case 'preparing':
    case 'occupied':
      return 'Preparing'
    case 'charging':
      return 'Charging'
    case 'suspended':
      return evse.session?.state === 'SuspendedEVSE' ? 'SuspendedEVSE' : 'SuspendedEV'
    case 'finishing':
      return 'Finishing'
    case 'reserved':
      return 'Reserved'
    case 'unavailable':
      return 'Unavailable'
    case 'faulted':
      return 'Faulted'
  }
}
