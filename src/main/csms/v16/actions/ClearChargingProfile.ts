import type { ClearChargingProfileRequest, ClearChargingProfileResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { PURPOSES } from '../chargingProfile'

/** Takes charging profiles away (1.6 §5.5). Unknown says that none was there to be taken away. */
export default outbound<ClearChargingProfileRequest, ClearChargingProfileResponse>('ClearChargingProfile', {
  note: 'Takes charging limits away.',
  answer: byStatus({ Unknown: 'nothing-there' }),
  commands: {
    'clear-limits': ({ profileId, evseId, scope, stackLevel }) => ({
      id: profileId ?? undefined,
      connectorId: evseId ?? undefined,
      chargingProfilePurpose: scope === null ? undefined : PURPOSES[scope],
      stackLevel: stackLevel ?? undefined,
    }),
  },
})
