import type { GetCompositeScheduleRequest, GetCompositeScheduleResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Asks for the limits of the next time as the charge point works them out (1.6 §5.7). */
export default outbound<GetCompositeScheduleRequest, GetCompositeScheduleResponse>('GetCompositeSchedule', {
  note: 'Asks for the limits of the next time; they stand in the answer.',
  canWait: false,
  answer: byStatus(),
  commands: {
    'composite-schedule': ({ evseId, durationSeconds, unit }) => ({
      connectorId: evseId ?? 0,
      duration: durationSeconds,
      chargingRateUnit: unit ?? undefined,
    }),
  },
})
