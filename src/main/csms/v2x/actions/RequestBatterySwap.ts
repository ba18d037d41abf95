import type { RequestBatterySwapRequest, RequestBatterySwapResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Asks for a battery swap in the name of a card (S02). */
export default outbound<RequestBatterySwapRequest, RequestBatterySwapResponse>('RequestBatterySwap', {
  note: 'Asks for a battery swap; what comes of it is kept as a notice.',
  canWait: false,
  reportedBy: ['BatterySwap'],
  numberedBy: 'requestId',
  answer: byStatus(),
})
