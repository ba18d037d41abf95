import type { OCPP16 } from 'typed-ocpp'
import type { SessionMessage } from '../dialect'
import type { MeterCause, Moment, Session, StopReason } from '../session'
import { meterValue } from './meterValue'

const REASONS: Readonly<Record<StopReason, NonNullable<OCPP16.StopTransactionRequest['reason']>>> = {
  local: 'Local',
  remote: 'Remote',
  unplugged: 'EVDisconnected',
  deauthorized: 'DeAuthorized',
  'hard-reset': 'HardReset',
  'soft-reset': 'SoftReset',
  'emergency-stop': 'EmergencyStop',
  'power-loss': 'PowerLoss',
  unlock: 'UnlockCommand',
  fault: 'Other',
}

const CONTEXTS = { interval: 'Sample.Periodic', trigger: 'Trigger', limit: 'Other' } as const satisfies Readonly<
  Record<MeterCause, string>
>

/**
 * A moment of a session as StartTransaction, MeterValues or StopTransaction. What it does is told by StatusNotification
 * in 1.6, so there is no message for it. A session whose start was never answered ends with transaction −1 (1.6 errata
 * §3.18); the number is looked up when the message is sent, since the start may still be waiting in front of it.
 */
export function sessionMessage(session: Session, moment: Moment, phases: 1 | 3): SessionMessage | null {
  const timestamp = moment.at.toISOString()
  const transactionId = () => Number(session.transactionId ?? -1)
  switch (moment.kind) {
    case 'started': {
      const payload: OCPP16.StartTransactionRequest = {
        connectorId: session.evseId,
        idTag: session.token.value,
        meterStart: moment.reading.registerWh,
        timestamp,
        ...(session.reservationId === null ? {} : { reservationId: session.reservationId }),
      }
      return { action: 'StartTransaction', payload: () => payload, essential: true }
    }
    case 'state':
      return null
    case 'meter': {
      const value = meterValue(moment.reading, moment.at, CONTEXTS[moment.cause], phases)
      return {
        action: 'MeterValues',
        payload: (): OCPP16.MeterValuesRequest => ({
          connectorId: session.evseId,
          // A session without a number is only known by its connector.
          ...(session.transactionId === null ? {} : { transactionId: transactionId() }),
          meterValue: [value],
        }),
        essential: false,
      }
    }
    case 'ended':
      return {
        action: 'StopTransaction',
        payload: (): OCPP16.StopTransactionRequest => ({
          transactionId: transactionId(),
          meterStop: moment.reading.registerWh,
          timestamp,
          reason: REASONS[moment.reason],
          ...(moment.stoppedBy === null ? {} : { idTag: moment.stoppedBy.value }),
        }),
        essential: true,
      }
  }
}
