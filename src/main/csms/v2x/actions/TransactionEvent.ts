import type { ChargingState } from '@shared/ocpp/session'
import type {
  TransactionEventRequest,
  TransactionEventResponse,
  TransactionType,
} from 'typed-ocpp/dist/ocpp20/types.js'
import { toReadings } from '../../../sessions/sample'
import { inbound, toRawEvent } from '../../action'
import { readTime } from '../../timestamp'
import { toIdTokenInfo } from '../authorization'
import { toSamples } from '../samples'

const PHASE = { Started: 'started', Updated: 'updated', Ended: 'ended' } as const

const CHARGING_STATE = {
  Idle: 'idle',
  EVConnected: 'connected',
  Charging: 'charging',
  SuspendedEV: 'suspended-by-vehicle',
  SuspendedEVSE: 'suspended-by-station',
} as const satisfies Record<NonNullable<TransactionType['chargingState']>, ChargingState>

/**
 * A session began, went on or ended (E01–E12). Never answered with an error for what it says: a station discards the
 * event after its last try (E13.FR.04), and doubts belong to the ledger, not to the station.
 */
export default inbound<TransactionEventRequest, TransactionEventResponse>(
  'TransactionEvent',
  (incoming, request) => {
    const { transactionInfo, evse, idToken } = request
    return incoming.domain.sessions.record(
      toRawEvent(incoming, transactionInfo.transactionId, request.seqNo),
      {
        phase: PHASE[request.eventType],
        at: readTime(request.timestamp),
        seqNo: request.seqNo,
        evseId: evse?.id ?? null,
        connectorId: evse?.connectorId ?? null,
        token: idToken ? { value: idToken.idToken, type: idToken.type } : null,
        chargingState: transactionInfo.chargingState ? CHARGING_STATE[transactionInfo.chargingState] : null,
        readings: toReadings(toSamples(request.meterValue ?? [])),
        stopReason: transactionInfo.stoppedReason ?? (request.eventType === 'Ended' ? 'Local' : null),
      },
      // E01.FR.12: the verdict comes whenever the event names a card.
      ({ decision }) => (decision ? { idTokenInfo: toIdTokenInfo(decision) } : {}),
    )
  },
  { keepInvalid: true },
)
