import type { ReportDERControlRequest, ReportDERControlResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepPart } from '../../messages/commandReport'

/** The DER controls of a station, as they were asked for (R04). */
export default inbound<ReportDERControlRequest, ReportDERControlResponse>(
  'ReportDERControl',
  (incoming, request) => keepPart(incoming, 'grid', request),
  { note: 'Kept as a notice about grid control, and entered into the command that asked.' },
)
