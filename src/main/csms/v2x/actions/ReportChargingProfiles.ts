import type { ReportChargingProfilesRequest, ReportChargingProfilesResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { keepPart } from '../../messages/commandReport'

/** The charging profiles of a station, as they were asked for (K09). */
export default inbound<ReportChargingProfilesRequest, ReportChargingProfilesResponse>(
  'ReportChargingProfiles',
  (incoming, request) => keepPart(incoming, 'charging', request),
  { note: 'Kept as a notice about charging, and entered into the command that asked.' },
)
