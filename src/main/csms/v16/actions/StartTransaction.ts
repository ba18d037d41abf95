import type { StartTransactionRequest, StartTransactionResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound, toRawEvent } from '../../action'
import { readTime } from '../../timestamp'
import { toIdTagInfo } from '../authorization'

/**
 * A session begins (1.6 §4.8). It always gets a number and a verdict on its card, also when the card is not accepted:
 * withholding them would only lose the record. A repetition gets the very same answer (§3.7, errata §3.18).
 */
export default inbound<StartTransactionRequest, StartTransactionResponse>(
  'StartTransaction',
  (incoming, request) => {
    const at = readTime(request.timestamp)
    return incoming.domain.sessions.record(
      toRawEvent(incoming, null, null),
      {
        phase: 'started',
        at,
        seqNo: null,
        evseId: request.connectorId,
        connectorId: 1,
        token: { value: request.idTag, type: null },
        chargingState: null,
        readings: [{ at, energyWh: request.meterStart, powerW: null }],
        stopReason: null,
      },
      ({ sessionId, decision }) => ({
        transactionId: sessionId,
        idTagInfo: decision ? toIdTagInfo(decision) : { status: 'Invalid' as const },
      }),
    )
  },
  { keepInvalid: true },
)
