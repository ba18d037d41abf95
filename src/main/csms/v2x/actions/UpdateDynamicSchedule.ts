import type { UpdateDynamicScheduleRequest, UpdateDynamicScheduleResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Changes the limits of a dynamic charging profile now (K28). */
export default outbound<UpdateDynamicScheduleRequest, UpdateDynamicScheduleResponse>('UpdateDynamicSchedule', {
  note: 'Changes the limits of a dynamic profile now; written out by hand.',
  canWait: false,
  answer: byStatus(),
})
