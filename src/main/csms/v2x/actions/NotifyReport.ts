import type { NotifyReportRequest, NotifyReportResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { learnedOf } from '../learned'

const STATUS = { coming: 'Receiving', complete: 'Complete', incomplete: 'Incomplete' } as const

/** A part of a report about variables that was asked for (B07.FR.04, B08.FR.04); on disk before it is acknowledged. */
export default inbound<NotifyReportRequest, NotifyReportResponse>(
  'NotifyReport',
  async ({ domain, station, call, receivedAt }, { requestId, seqNo, tbc = false, reportData = [] }) => {
    const entries = reportData.flatMap(learnedOf)
    const progress = await domain.variables.reportPart(station.id, { requestId, seqNo, last: !tbc, entries })
    await domain.commands.reported(station.id, {
      action: call.action,
      requestId,
      status: STATUS[progress],
      detail: String(seqNo + 1),
      at: receivedAt,
      final: progress !== 'coming',
      failed: progress === 'incomplete',
    })
    return {}
  },
  { note: 'Kept and shown as the configuration of the station.' },
)
