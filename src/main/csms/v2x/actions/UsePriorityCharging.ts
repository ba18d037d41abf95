import type { UsePriorityChargingRequest, UsePriorityChargingResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Lets a session charge before the others, or ends that (K21). */
export default outbound<UsePriorityChargingRequest, UsePriorityChargingResponse>('UsePriorityCharging', {
  note: 'Lets a session charge before the others; written out by hand.',
  canWait: false,
  answer: byStatus(),
})
