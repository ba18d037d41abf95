import type { ChangeAvailabilityRequest, ChangeAvailabilityResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Takes a station, an EVSE or a connector in or out of service (G03, G04); without an EVSE the whole station. */
export default outbound<ChangeAvailabilityRequest, ChangeAvailabilityResponse>('ChangeAvailability', {
  note: 'Takes the station, an EVSE or a connector in or out of service.',
  disruptive: true,
  answer: byStatus(),
  commands: {
    'set-availability': ({ available, evseId, connectorId }) => ({
      operationalStatus: available ? 'Operative' : 'Inoperative',
      evse: evseId === null ? undefined : { id: evseId, connectorId: connectorId ?? undefined },
    }),
  },
})
