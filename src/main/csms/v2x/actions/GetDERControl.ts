import type { GetDERControlRequest, GetDERControlResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Has the settings of the feeding-in reported (R04). */
export default outbound<GetDERControlRequest, GetDERControlResponse>('GetDERControl', {
  note: 'Has the settings for feeding in reported; they are kept as notices.',
  reportedBy: ['ReportDERControl'],
  numberedBy: 'requestId',
  answer: byStatus({ NotFound: 'nothing-there' }),
})
