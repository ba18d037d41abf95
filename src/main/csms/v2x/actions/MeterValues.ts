import type { MeterValuesRequest, MeterValuesResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { keepReadings } from '../../messages/meterOnly'

/** Readings outside of any transaction (J01): kept, and part of no session. */
export default inbound<MeterValuesRequest, MeterValuesResponse>('MeterValues', keepReadings, {
  keepInvalid: true,
  note: 'Kept as a notice about meter readings: it belongs to no session.',
})
