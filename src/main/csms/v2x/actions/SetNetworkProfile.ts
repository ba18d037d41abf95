import type { SetNetworkProfileRequest, SetNetworkProfileResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Stores how the station reaches a central system (B09); written out by hand, because a mistake loses the station. */
export default outbound<SetNetworkProfileRequest, SetNetworkProfileResponse>('SetNetworkProfile', {
  note: 'Stores how the station reaches its central system; passwords are hidden in what is kept.',
  disruptive: true,
  answer: byStatus(),
})
