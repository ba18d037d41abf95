import type { SetDERControlRequest, SetDERControlResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Sets how the station feeds in and how it follows the grid (R04). */
export default outbound<SetDERControlRequest, SetDERControlResponse>('SetDERControl', {
  note: 'Sets how the station feeds in; written out by hand.',
  disruptive: true,
  answer: byStatus(),
})
