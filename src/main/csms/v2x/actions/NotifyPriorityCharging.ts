import type { NotifyPriorityChargingRequest, NotifyPriorityChargingResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepAs } from '../../messages/notice'

/** A driver switched priority charging on or off (K22). */
export default inbound<NotifyPriorityChargingRequest, NotifyPriorityChargingResponse>(
  'NotifyPriorityCharging',
  keepAs('charging'),
  {
    note: 'Kept as a notice about charging.',
  },
)
