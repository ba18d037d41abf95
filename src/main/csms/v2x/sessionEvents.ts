import type { ChargingState } from '@shared/ocpp/session'
import type { TransactionEventRequest, TransactionType } from 'typed-ocpp/dist/ocpp20/types.js'
import { toReadings } from '../../sessions/sample'
import type { SessionEvent } from '../../sessions/sessionEvent'
import { readTime } from '../timestamp'
import { toSamples } from './samples'

const PHASE = { Started: 'started', Updated: 'updated', Ended: 'ended' } as const

const CHARGING_STATE = {
  Idle: 'idle',
  EVConnected: 'connected',
  Charging: 'charging',
  SuspendedEV: 'suspended-by-vehicle',
  SuspendedEVSE: 'suspended-by-station',
} as const satisfies Record<NonNullable<TransactionType['chargingState']>, ChargingState>

/** What a message of a 2.x transaction says of its session, in neutral words. Pure; payloads have been validated. */
export function toSessionEvent(request: TransactionEventRequest): SessionEvent {
  const { transactionInfo, evse, idToken } = request
  return {
    phase: PHASE[request.eventType],
    at: readTime(request.timestamp),
    seqNo: request.seqNo,
    evseId: evse?.id ?? null,
    connectorId: evse?.connectorId ?? null,
    token: idToken ? { value: idToken.idToken, type: idToken.type } : null,
    chargingState: transactionInfo.chargingState ? CHARGING_STATE[transactionInfo.chargingState] : null,
    readings: request.meterValue ? toReadings(toSamples(request.meterValue)) : [],
    stopReason: transactionInfo.stoppedReason ?? (request.eventType === 'Ended' ? 'Local' : null),
    // A card stops a session long before it ends, where the cable is still in (E07).
    stops: request.eventType === 'Ended' || request.triggerReason === 'StopAuthorized',
  }
}
