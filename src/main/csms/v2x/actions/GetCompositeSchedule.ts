import type { GetCompositeScheduleRequest, GetCompositeScheduleResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Asks for the limits of the next time as the station works them out (K08); EVSE 0 is the grid connection. */
export default outbound<GetCompositeScheduleRequest, GetCompositeScheduleResponse>('GetCompositeSchedule', {
  note: 'Asks for the limits of the next time; they stand in the answer.',
  canWait: false,
  answer: byStatus(),
  commands: {
    'composite-schedule': ({ evseId, durationSeconds, unit }) => ({
      evseId: evseId ?? 0,
      duration: durationSeconds,
      chargingRateUnit: unit ?? undefined,
    }),
  },
})
