import type { NotifyMonitoringReportRequest, NotifyMonitoringReportResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { keepPart } from '../../messages/commandReport'

/** The monitors that a station has set, as it was asked for (N02). */
export default inbound<NotifyMonitoringReportRequest, NotifyMonitoringReportResponse>(
  'NotifyMonitoringReport',
  (incoming, request) => keepPart(incoming, 'monitoring', request),
  { note: 'Kept as a notice about monitoring, and entered into the command that asked.' },
)
