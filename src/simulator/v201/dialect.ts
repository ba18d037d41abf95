import type { OCPP20 } from 'typed-ocpp'
import type { Dialect } from '../dialect'
import { connectorStatus, type Evse } from '../evse'
import { answerCommand } from './commands'
import { meterValue } from './meterValue'
import { transactionEvent } from './transactionEvent'
import { wireToken } from './wireToken'

/** OCPP 2.0.1 as this charger speaks it. Payloads that came in have passed their schema, hence the casts. */
export const dialect201: Dialect = {
  protocol: 'ocpp2.0.1',
  invalidCertificateEvent: 'InvalidChargingStationCertificate',

  boot: (settings, reason) => ({
    action: 'BootNotification',
    payload: {
      reason,
      chargingStation: {
        vendorName: settings.vendor,
        model: settings.model,
        serialNumber: settings.serialNumber,
        firmwareVersion: settings.firmware,
      },
    } satisfies OCPP20.BootNotificationRequest,
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
    } satisfies OCPP20.StatusNotificationRequest,
  }),

  ownStatus: () => null,

  authorize: (token) => ({
    action: 'Authorize',
    payload: { idToken: wireToken(token) } satisfies OCPP20.AuthorizeRequest,
  }),

  readAuthorize: (payload) => {
    const { idTokenInfo } = payload as OCPP20.AuthorizeResponse
    return { status: idTokenInfo.status, group: idTokenInfo.groupIdToken?.idToken ?? null }
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
    const { idTokenInfo } = payload as OCPP20.TransactionEventResponse
    if (!idTokenInfo) return null
    return { status: idTokenInfo.status, group: idTokenInfo.groupIdToken?.idToken ?? null }
  },

  meterValues: (evse, reading, at, phases) => ({
    action: 'MeterValues',
    payload: {
      evseId: evse.id,
      meterValue: [meterValue(reading, at, 'Trigger', phases)],
    } satisfies OCPP20.MeterValuesRequest,
  }),

  signCertificate: (csr) => ({
    action: 'SignCertificate',
    payload: { csr, certificateType: 'ChargingStationCertificate' } satisfies OCPP20.SignCertificateRequest,
  }),

  securityEvent: (type, at, techInfo) => ({
    action: 'SecurityEventNotification',
    payload: {
      type,
      timestamp: at.toISOString(),
      ...(techInfo === null ? {} : { techInfo }),
    } satisfies OCPP20.SecurityEventNotificationRequest,
  }),

  command: answerCommand,
}

/** 2.0.1 leaves the finer state to the transaction (`chargingState`). */
function statusWord(evse: Evse): 'Available' | 'Occupied' | 'Unavailable' | 'Faulted' {
  const status = connectorStatus(evse)
  if (status === 'faulted') return 'Faulted'
  if (status === 'unavailable') return 'Unavailable'
  // A card being checked occupies nothing yet.
  return evse.plugged ? 'Occupied' : 'Available'
}
