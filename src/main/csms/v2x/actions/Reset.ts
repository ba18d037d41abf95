import type { ResetRequest, ResetResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Restarts a station or one EVSE (B11, B12). */
export default outbound<ResetRequest, ResetResponse>('Reset', {
  note: 'Restarts the station or one EVSE, at once or when it is idle.',
  disruptive: true,
  answer: byStatus(),
  commands: {
    reset: ({ when, evseId }) => ({ type: when === 'now' ? 'Immediate' : 'OnIdle', evseId: evseId ?? undefined }),
  },
})
