import type { NotifyReportRequest, NotifyReportResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { learnedOf } from '../learned'

/** A part of a report about variables that was asked for (B07.FR.04, B08.FR.01); on disk before it is acknowledged. */
export default inbound<NotifyReportRequest, NotifyReportResponse>(
  'NotifyReport',
  async ({ domain, station }, { requestId, seqNo, tbc = false, reportData = [] }) => {
    const entries = reportData.flatMap(learnedOf)
    await domain.variables.reportPart(station.id, { requestId, seqNo, last: !tbc, entries })
    return {}
  },
  { note: 'Kept and shown as the configuration of the station.' },
)
