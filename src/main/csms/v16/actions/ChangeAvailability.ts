import type { ChangeAvailabilityRequest, ChangeAvailabilityResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { isOnlyConnector } from '../connector'

/** Takes a charge point (connector 0) or a connector in or out of service (1.6 §5.2). */
export default outbound<ChangeAvailabilityRequest, ChangeAvailabilityResponse>('ChangeAvailability', {
  note: 'Takes the charge point or a connector in or out of service.',
  disruptive: true,
  answer: byStatus(),
  commands: {
    'set-availability': ({ available, evseId, connectorId }) =>
      isOnlyConnector(connectorId) ? { connectorId: evseId ?? 0, type: available ? 'Operative' : 'Inoperative' } : null,
  },
})
