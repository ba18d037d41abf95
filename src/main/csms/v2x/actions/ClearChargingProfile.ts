import type { ClearChargingProfileRequest, ClearChargingProfileResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { PURPOSES } from '../chargingProfile'

/**
 * Takes charging profiles away (K10): one by its number, or those that meet criteria, of which there must be one
 * (K10.FR.02). Unknown says that none was there to be taken away.
 */
export default outbound<ClearChargingProfileRequest, ClearChargingProfileResponse>('ClearChargingProfile', {
  note: 'Takes charging limits away.',
  answer: byStatus({ Unknown: 'nothing-there' }),
  commands: {
    'clear-limits': ({ profileId, evseId, scope, stackLevel }) => {
      if (profileId !== null) return { chargingProfileId: profileId }
      const criteria = { evseId: evseId ?? undefined, stackLevel: stackLevel ?? undefined }
      const scopes = scope === null && evseId === null && stackLevel === null ? Object.values(PURPOSES) : []
      if (scopes.length > 0) {
        return scopes.map((purpose) => ({ chargingProfileCriteria: { chargingProfilePurpose: purpose } }))
      }
      return {
        chargingProfileCriteria: {
          ...criteria,
          chargingProfilePurpose: scope === null ? undefined : PURPOSES[scope],
        },
      }
    },
  },
})
