import type { ClearedChargingLimitRequest, ClearedChargingLimitResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { keepAs } from '../../messages/notice'

/** An external system took a limit away (K13). */
export default inbound<ClearedChargingLimitRequest, ClearedChargingLimitResponse>(
  'ClearedChargingLimit',
  keepAs('charging'),
  {
    note: 'Kept as a notice about charging.',
  },
)
