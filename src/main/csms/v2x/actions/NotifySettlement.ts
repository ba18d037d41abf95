import type { NotifySettlementRequest, NotifySettlementResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepAs } from '../../messages/notice'

/** A payment terminal has settled a payment (C21, C22): no receipt is made here. */
export default inbound<NotifySettlementRequest, NotifySettlementResponse>('NotifySettlement', keepAs('payments'), {
  note: 'Kept as a notice about payments; no receipt is made.',
})
