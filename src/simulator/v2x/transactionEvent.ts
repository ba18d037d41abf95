import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { MeterCause, Moment, Session, StopReason } from '../session'
import { meterValue } from './meterValue'
import { wireToken } from './wireToken'

type Trigger = OCPP21.TransactionEventRequest['triggerReason']
type Stopped = NonNullable<OCPP21.TransactionEventRequest['transactionInfo']['stoppedReason']>

const ENDS: Readonly<Record<StopReason, readonly [Trigger, Stopped]>> = {
  local: ['StopAuthorized', 'Local'],
  remote: ['RemoteStop', 'Remote'],
  unplugged: ['EVCommunicationLost', 'EVDisconnected'],
  deauthorized: ['Deauthorized', 'DeAuthorized'],
  'hard-reset': ['ResetCommand', 'ImmediateReset'],
  'soft-reset': ['ResetCommand', 'ImmediateReset'],
  'emergency-stop': ['AbnormalCondition', 'EmergencyStop'],
  'power-loss': ['AbnormalCondition', 'PowerLoss'],
  unlock: ['UnlockCommand', 'Other'],
  fault: ['AbnormalCondition', 'Other'],
}

const CAUSES: Readonly<
  Record<MeterCause, { readonly trigger: Trigger; readonly context: OCPP21.ReadingContextEnumType }>
> = {
  interval: { trigger: 'MeterValuePeriodic', context: 'Sample.Periodic' },
  trigger: { trigger: 'Trigger', context: 'Trigger' },
  // E02: the rate of charging changed.
  limit: { trigger: 'ChargingRateChanged', context: 'Other' },
}

/** A moment of a session as TransactionEvent; counts the sequence on. */
export function transactionEvent(session: Session, moment: Moment, phases: 1 | 3): OCPP21.TransactionEventRequest {
  const seqNo = session.nextSeqNo
  session.nextSeqNo += 1
  const info: OCPP21.TransactionEventRequest['transactionInfo'] = { transactionId: session.transactionId ?? '' }
  const common = {
    timestamp: moment.at.toISOString(),
    seqNo,
    ...(moment.offline ? { offline: true } : {}),
  }
  const reading = (context: OCPP21.ReadingContextEnumType) => [meterValue(moment.reading, moment.at, context, phases)]
  switch (moment.kind) {
    case 'started':
      return {
        ...common,
        eventType: 'Started',
        triggerReason: moment.trigger,
        transactionInfo: {
          ...info,
          chargingState: 'EVConnected',
          ...(moment.remoteStartId === null ? {} : { remoteStartId: moment.remoteStartId }),
        },
        // EVSE and token are told once, here (E01.FR.16, E03.FR.01).
        evse: { id: session.evseId, connectorId: 1 },
        idToken: wireToken(session.token),
        ...(session.reservationId === null ? {} : { reservationId: session.reservationId }),
        meterValue: reading('Transaction.Begin'),
      }
    case 'state':
      return {
        ...common,
        eventType: 'Updated',
        triggerReason: 'ChargingStateChanged',
        transactionInfo: { ...info, chargingState: session.state },
      }
    case 'meter':
      return {
        ...common,
        eventType: 'Updated',
        triggerReason: CAUSES[moment.cause].trigger,
        transactionInfo: { ...info, chargingState: session.state },
        meterValue: reading(CAUSES[moment.cause].context),
      }
    case 'ended': {
      const [triggerReason, stoppedReason] = ENDS[moment.reason]
      return {
        ...common,
        eventType: 'Ended',
        triggerReason,
        transactionInfo: {
          ...info,
          chargingState: moment.reason === 'unplugged' ? 'Idle' : 'EVConnected',
          stoppedReason,
        },
        ...(moment.stoppedBy === null ? {} : { idToken: wireToken(moment.stoppedBy) }),
        meterValue: reading('Transaction.End'),
      }
    }
  }
}
