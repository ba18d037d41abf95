import type { GetChargingProfilesRequest, GetChargingProfilesResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { PURPOSES } from '../chargingProfile'

/** Something must be chosen beside the EVSE (K09.FR.03): whoever set them, they are all. */
const EVERY_SOURCE: GetChargingProfilesRequest['chargingProfile']['chargingLimitSource'] = ['CSO', 'EMS', 'SO', 'Other']

/** Has a station report its charging profiles (K09). */
export default outbound<GetChargingProfilesRequest, GetChargingProfilesResponse>('GetChargingProfiles', {
  note: 'Has the charging limits reported that the station holds.',
  reportedBy: ['ReportChargingProfiles'],
  numberedBy: 'requestId',
  answer: byStatus({ NoProfiles: 'nothing-there' }),
  commands: {
    'report-limits': ({ evseId, scope, stackLevel }, { number }) => ({
      requestId: number,
      evseId: evseId ?? undefined,
      chargingProfile: {
        chargingLimitSource: scope === null && stackLevel === null ? EVERY_SOURCE : undefined,
        chargingProfilePurpose: scope === null ? undefined : PURPOSES[scope],
        stackLevel: stackLevel ?? undefined,
      },
    }),
  },
})
