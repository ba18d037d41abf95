import type { NotifyChargingLimitRequest, NotifyChargingLimitResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { keepAs } from '../../messages/notice'

/** An external system has set a limit (K11, K12). */
export default inbound<NotifyChargingLimitRequest, NotifyChargingLimitResponse>(
  'NotifyChargingLimit',
  keepAs('charging'),
  {
    note: 'Kept as a notice about charging.',
  },
)
