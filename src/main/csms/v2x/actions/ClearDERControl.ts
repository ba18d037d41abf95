import type { ClearDERControlRequest, ClearDERControlResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Takes a setting of the feeding-in away (R04). */
export default outbound<ClearDERControlRequest, ClearDERControlResponse>('ClearDERControl', {
  note: 'Takes a setting for feeding in away; written out by hand.',
  disruptive: true,
  answer: byStatus({ NotFound: 'nothing-there' }),
})
