import type { OCPP16 } from 'typed-ocpp'
import type { CardAnswer, Dialect } from '../dialect'
import { connectorStatus, type Evse } from '../evse'
import { commander16 } from './commands'
import { meterValue } from './meterValue'
import { NOTICES_16 } from './notices'
import { sessionMessage } from './sessionMessage'

type StatusWord = OCPP16.StatusNotificationRequest['status']

/** OCPP 1.6 as this charger speaks it. Payloads that came in have passed their schema, hence the casts. */
export const dialect16: Dialect = {
  protocol: 'ocpp1.6',
  invalidCertificateEvent: 'InvalidChargePointCertificate',

  boot: (settings, firmware) => ({
    action: 'BootNotification',
    payload: {
      chargePointVendor: settings.vendor,
      chargePointModel: settings.model,
      chargePointSerialNumber: settings.serialNumber,
      firmwareVersion: firmware,
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
    return cardAnswer(idTagInfo)
  },

  session: sessionMessage,

  readSession: (session, moment, payload) => {
    if (moment !== 'started') return null
    const { idTagInfo, transactionId } = payload as OCPP16.StartTransactionResponse
    if (!session.numberIsLost) session.transactionId = String(transactionId)
    return cardAnswer(idTagInfo)
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

  // Without a request id it is base 1.6's message, with one that of the security extension.
  firmwareStatus: (status, order, extended) => {
    if (order ? order.requestId !== null : extended) {
      return {
        action: 'SignedFirmwareStatusNotification',
        payload: { status, ...requestId(order) } satisfies OCPP16.SignedFirmwareStatusNotificationRequest,
      }
    }
    const known = FIRMWARE_STATUSES.find((one) => one === status)
    if (!known) return null
    return {
      action: 'FirmwareStatusNotification',
      payload: { status: known } satisfies OCPP16.FirmwareStatusNotificationRequest,
    }
  },

  logStatus: (status, order, extended) => {
    if (order ? order.requestId !== null : extended) {
      // The extension has no word for an upload that made room for another one.
      if (status === 'AcceptedCanceled') return null
      return {
        action: 'LogStatusNotification',
        payload: { status, ...requestId(order) } satisfies OCPP16.LogStatusNotificationRequest,
      }
    }
    const plain = status === 'Uploading' || status === 'Uploaded' || status === 'Idle' ? status : 'UploadFailed'
    return {
      action: 'DiagnosticsStatusNotification',
      payload: { status: plain } satisfies OCPP16.DiagnosticsStatusNotificationRequest,
    }
  },

  // 1.6 tells the end of a reservation by StatusNotification alone.
  reservationStatus: () => null,

  notices: NOTICES_16,

  commander: commander16,
}

const FIRMWARE_STATUSES = [
  'Downloaded',
  'DownloadFailed',
  'Downloading',
  'Idle',
  'InstallationFailed',
  'Installing',
  'Installed',
] as const satisfies readonly OCPP16.FirmwareStatusNotificationRequest['status'][]

function requestId(order: { readonly requestId: number | null } | null): { readonly requestId?: number } {
  return order && order.requestId !== null ? { requestId: order.requestId } : {}
}

function cardAnswer({ status, parentIdTag, expiryDate }: OCPP16.AuthorizeResponse['idTagInfo']): CardAnswer {
  return { status, group: parentIdTag ?? null, expiresAt: expiryDate === undefined ? null : new Date(expiryDate) }
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
