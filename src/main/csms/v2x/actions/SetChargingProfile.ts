import type { SetChargingProfileRequest, SetChargingProfileResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { toProfile } from '../chargingProfile'

/** Limits what may be drawn (K01–K05). */
export default outbound<SetChargingProfileRequest, SetChargingProfileResponse>('SetChargingProfile', {
  note: 'Limits the station, each session or one session, in amperes or watts.',
  numberIn: (request) => request.chargingProfile.id,
  answer: byStatus(),
  commands: { 'limit-charging': toProfile },
})
