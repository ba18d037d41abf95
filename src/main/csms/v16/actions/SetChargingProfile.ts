import type { SetChargingProfileRequest, SetChargingProfileResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { toProfile } from '../chargingProfile'

/** Limits what may be drawn (1.6 §5.16). */
export default outbound<SetChargingProfileRequest, SetChargingProfileResponse>('SetChargingProfile', {
  note: 'Limits the charge point, each session or one session, in amperes or watts.',
  numberIn: (request) => request.csChargingProfiles.chargingProfileId,
  answer: byStatus(),
  commands: { 'limit-charging': toProfile },
})
