import type { NotifyDERStartStopRequest, NotifyDERStartStopResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepAs } from '../../messages/notice'

/** A DER control began or ended (R04). */
export default inbound<NotifyDERStartStopRequest, NotifyDERStartStopResponse>('NotifyDERStartStop', keepAs('grid'), {
  note: 'Kept as a notice about grid control.',
})
