import type { BatterySwapRequest, BatterySwapResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepReport } from '../../messages/commandReport'

/** Batteries were put in or taken out (S03); a swap that was asked for ends when the fresh ones are out (S02). */
export default inbound<BatterySwapRequest, BatterySwapResponse>(
  'BatterySwap',
  (incoming, { requestId, eventType }) =>
    keepReport(incoming, 'battery-swap', {
      requestId,
      status: eventType,
      detail: null,
      final: eventType !== 'BatteryIn',
      failed: eventType === 'BatteryOutTimeout',
    }),
  { note: 'Kept as a notice about battery swaps, and entered into the command that asked.' },
)
