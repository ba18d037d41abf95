import type { MeterValuesRequest, MeterValuesResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { toReadings } from '../../../sessions/sample'
import { inbound, toRawEvent } from '../../action'
import { toSamples } from '../samples'

/** Readings during a session, or of a meter on its own (1.6 §4.7). The latter are kept and belong to no session. */
export default inbound<MeterValuesRequest, MeterValuesResponse>(
  'MeterValues',
  async (incoming, request) => {
    const { sessions } = incoming.domain
    // A charge point that never got its number says -1: whose readings these are can't be known.
    const ofSession = request.transactionId !== undefined && request.transactionId > 0
    const raw = toRawEvent(incoming, ofSession ? String(request.transactionId) : null, null)
    if (!ofSession) {
      await sessions.keep(raw, {}, null)
      return {}
    }
    const readings = toReadings(toSamples(request.meterValue))
    await sessions.record(
      raw,
      {
        phase: 'updated',
        at: readings.at(-1)?.at ?? incoming.receivedAt,
        seqNo: null,
        evseId: request.connectorId,
        connectorId: 1,
        token: null,
        chargingState: null,
        readings,
        stopReason: null,
      },
      () => ({}),
    )
    return {}
  },
  { keepInvalid: true },
)
