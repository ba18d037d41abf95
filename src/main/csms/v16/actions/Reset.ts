import type { ResetRequest, ResetResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Restarts a charge point (1.6 §5.14): hard at once, soft after it has ended its sessions in order. */
export default outbound<ResetRequest, ResetResponse>('Reset', {
  note: 'Restarts the charge point.',
  disruptive: true,
  answer: byStatus(),
  commands: {
    reset: ({ when, evseId }) => (evseId === null ? { type: when === 'now' ? 'Hard' : 'Soft' } : null),
  },
})
