import type { NotifyEVChargingScheduleRequest, NotifyEVChargingScheduleResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'

/** The schedule that a vehicle will follow (K15). This site has none that it could be at odds with. */
export default inbound<NotifyEVChargingScheduleRequest, NotifyEVChargingScheduleResponse>(
  'NotifyEVChargingSchedule',
  async (incoming) => {
    await incoming.domain.notices.keep(toTold(incoming, 'charging'))
    return { status: 'Accepted' }
  },
  { note: 'Accepted, and kept as a notice about charging.' },
)
