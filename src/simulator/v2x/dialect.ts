import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CardAnswer, Dialect } from '../dialect'
import { connectorStatus, type Evse } from '../evse'
import { commander2x } from './commands'
import { meterValue } from './meterValue'
import { NOTICES_21, NOTICES_201 } from './notices'
import { transactionEvent } from './transactionEvent'
import { wireToken } from './wireToken'

/** OCPP 2.0.1 or 2.1. */
export function dialect2x(version: '2.0.1' | '2.1'): Dialect {
  return version === '2.0.1' ? dialect201 : dialect21
}

/** OCPP 2.0.1 as this charger speaks it. Payloads that came in have passed their schema, hence the casts. */
const dialect201: Dialect = {
  protocol: 'ocpp2.0.1',
  invalidCertificateEvent: 'InvalidChargingStationCertificate',

  boot: (settings, firmware, reason) => ({
    action: 'BootNotification',
    payload: {
      reason,
      chargingStation: {
        vendorName: settings.vendor,
        model: settings.model,
        serialNumber: settings.serialNumber,
        firmwareVersion: firmware,
      },
    } satisfies OCPP21.BootNotificationRequest,
  }),

  heartbeat: () => ({ action: 'Heartbeat', payload: {} }),

  statusWord,

  status: (evse, at) => ({
    action: 'StatusNotification',
    payload: {
      timestamp: at.toISOString(),
      connectorStatus: statusWord(evse),
      evseId: evse.id,
      connectorId: 1,
    } satisfies OCPP21.StatusNotificationRequest,
  }),

  ownStatus: () => null,

  authorize: (token) => ({
    action: 'Authorize',
    payload: { idToken: wireToken(token) } satisfies OCPP21.AuthorizeRequest,
  }),

  readAuthorize: (payload) => {
    const { idTokenInfo } = payload as OCPP21.AuthorizeResponse
    return cardAnswer(idTokenInfo)
  },

  session: (session, moment, phases) => {
    // Built now, not when it is sent: the sequence number belongs to the moment (E01.FR.07).
    const payload = transactionEvent(session, moment, phases)
    return {
      action: 'TransactionEvent',
      payload: () => payload,
      essential: moment.kind === 'started' || moment.kind === 'ended',
    }
  },

  readSession: (_session, _moment, payload) => {
    const { idTokenInfo } = payload as OCPP21.TransactionEventResponse
    if (!idTokenInfo) return null
    return cardAnswer(idTokenInfo)
  },

  meterValues: (evse, reading, at, phases) => ({
    action: 'MeterValues',
    payload: {
      evseId: evse.id,
      meterValue: [meterValue(reading, at, 'Trigger', phases)],
    } satisfies OCPP21.MeterValuesRequest,
  }),

  signCertificate: (csr) => ({
    action: 'SignCertificate',
    payload: { csr, certificateType: 'ChargingStationCertificate' } satisfies OCPP21.SignCertificateRequest,
  }),

  securityEvent: (type, at, techInfo) => ({
    action: 'SecurityEventNotification',
    payload: {
      type,
      timestamp: at.toISOString(),
      ...(techInfo === null ? {} : { techInfo }),
    } satisfies OCPP21.SecurityEventNotificationRequest,
  }),

  firmwareStatus: (status, order) => ({
    action: 'FirmwareStatusNotification',
    payload: { status, ...requestId(order) } satisfies OCPP21.FirmwareStatusNotificationRequest,
  }),

  logStatus: (status, order) => ({
    action: 'LogStatusNotification',
    payload: { status, ...requestId(order) } satisfies OCPP21.LogStatusNotificationRequest,
  }),

  reservationStatus: (reservationId, reservationUpdateStatus) => ({
    action: 'ReservationStatusUpdate',
    payload: { reservationId, reservationUpdateStatus } satisfies OCPP21.ReservationStatusUpdateRequest,
  }),

  notices: NOTICES_201,

  commander: commander2x,
}

/** OCPP 2.1: what it does otherwise than 2.0.1. */
const dialect21: Dialect = {
  ...dialect201,
  protocol: 'ocpp2.1',

  // A02.FR.24: the answer will name the request.
  signCertificate: (csr, requestId) => ({
    action: 'SignCertificate',
    payload: {
      csr,
      certificateType: 'ChargingStationCertificate',
      requestId,
    } satisfies OCPP21.SignCertificateRequest,
  }),

  notices: NOTICES_21,
}

function requestId(order: { readonly requestId: number | null } | null): { readonly requestId?: number } {
  return order && order.requestId !== null ? { requestId: order.requestId } : {}
}

function cardAnswer({ status, groupIdToken, cacheExpiryDateTime }: OCPP21.IdTokenInfoType): CardAnswer {
  const expiresAt = cacheExpiryDateTime === undefined ? null : new Date(cacheExpiryDateTime)
  return { status, group: groupIdToken?.idToken ?? null, expiresAt }
}

/** 2.0.1 leaves the finer state to the transaction (`chargingState`). */
function statusWord(evse: Evse): 'Available' | 'Occupied' | 'Reserved' | 'Unavailable' | 'Faulted' {
  const status = connectorStatus(evse)
  if (status === 'faulted') return 'Faulted'
  if (status === 'unavailable') return 'Unavailable'
  if (status === 'reserved') return 'Reserved'
  // A card being checked occupies nothing yet.
  return evse.plugged ? 'Occupied' : 'Available'
}
