import type { BatterySwapRequest, BatterySwapResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepAs } from '../../messages/notice'

/** Batteries were put in or taken out (S03). */
export default inbound<BatterySwapRequest, BatterySwapResponse>('BatterySwap', keepAs('battery-swap'), {
  note: 'Kept as a notice about battery swaps.',
})
