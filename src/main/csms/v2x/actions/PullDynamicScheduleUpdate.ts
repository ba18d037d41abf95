import type {
  PullDynamicScheduleUpdateRequest,
  PullDynamicScheduleUpdateResponse,
} from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'
import { notHere } from '../notHere'

/** A station asks for new values of a dynamic charging profile (K28). Limits are set by a person here, not pulled. */
export default inbound<PullDynamicScheduleUpdateRequest, PullDynamicScheduleUpdateResponse>(
  'PullDynamicScheduleUpdate',
  async (incoming) => {
    await incoming.domain.notices.keep(toTold(incoming, 'charging'))
    return { status: 'Rejected', statusInfo: notHere('schedules') }
  },
  { note: 'Answered Rejected: no dynamic schedules are kept here. Kept as a notice about charging.' },
)
