import type {
  NotifyAllowedEnergyTransferRequest,
  NotifyAllowedEnergyTransferResponse,
} from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Tells a station in which ways a vehicle may charge or feed in (Q01, Q02). */
export default outbound<NotifyAllowedEnergyTransferRequest, NotifyAllowedEnergyTransferResponse>(
  'NotifyAllowedEnergyTransfer',
  {
    note: 'Says in which ways a vehicle may charge or feed in; written out by hand.',
    canWait: false,
    answer: byStatus(),
  },
)
