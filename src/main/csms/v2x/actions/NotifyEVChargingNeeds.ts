import type {
  NotifyEVChargingNeedsRequest,
  NotifyEVChargingNeedsResponse as Response201,
} from 'typed-ocpp/dist/ocpp20/types.js'
import type { NotifyEVChargingNeedsResponse as Response21 } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'

/**
 * What a vehicle asks for (K15, K18, K19). This site plans nobody's charging: 2.1 has a word for that, in 2.0.1 the
 * station is told that the service is not there, and charges by its own limits.
 */
export default inbound<NotifyEVChargingNeedsRequest, Response201 | Response21>(
  'NotifyEVChargingNeeds',
  async (incoming) => {
    await incoming.domain.notices.keep(toTold(incoming, 'charging'))
    return { status: incoming.connection.protocol === 'ocpp2.1' ? 'NoChargingProfile' : 'Rejected' }
  },
  {
    note: 'Answered that no schedule is planned here (2.0.1 Rejected, 2.1 NoChargingProfile); kept as a notice about charging.',
  },
)
