import type { StopTransactionRequest, StopTransactionResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { toReadings } from '../../../sessions/sample'
import { inbound, toRawEvent } from '../../action'
import { readTime } from '../../timestamp'
import { toIdTagInfo } from '../authorization'
import { toSamples } from '../samples'

/**
 * A session ends (1.6 §4.10). Always answered as if all were well, because a refusal loses the record. Transaction −1
 * comes from a charge point that never got its number (errata §3.18): it is kept as a session of its own with its
 * doubt, and not guessed onto another one.
 */
export default inbound<StopTransactionRequest, StopTransactionResponse>(
  'StopTransaction',
  (incoming, request) => {
    const at = readTime(request.timestamp)
    const transactionId =
      request.transactionId > 0 ? String(request.transactionId) : `${request.transactionId}@${request.timestamp}`
    return incoming.domain.sessions.record(
      toRawEvent(incoming, transactionId, null),
      {
        phase: 'ended',
        at,
        seqNo: null,
        evseId: null,
        connectorId: null,
        token: request.idTag ? { value: request.idTag, type: null } : null,
        chargingState: null,
        readings: [
          ...toReadings(toSamples(request.transactionData ?? [])),
          { at, energyWh: request.meterStop, powerW: null },
        ],
        stopReason: request.reason ?? 'Local',
      },
      ({ decision }) => (decision ? { idTagInfo: toIdTagInfo(decision) } : {}),
    )
  },
  { keepInvalid: true },
)
