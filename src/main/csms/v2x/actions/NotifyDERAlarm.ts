import type { NotifyDERAlarmRequest, NotifyDERAlarmResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepAs } from '../../messages/notice'

/** A grid event began or ended (R05). */
export default inbound<NotifyDERAlarmRequest, NotifyDERAlarmResponse>('NotifyDERAlarm', keepAs('grid'), {
  note: 'Kept as a notice about grid control.',
})
