import type { GetMonitoringReportRequest, GetMonitoringReportResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { haveComponents, toComponent, toVariable } from '../wire'

const CRITERIA = {
  threshold: 'ThresholdMonitoring',
  delta: 'DeltaMonitoring',
  periodic: 'PeriodicMonitoring',
} as const

/** Has a station report its monitors (N02). */
export default outbound<GetMonitoringReportRequest, GetMonitoringReportResponse>('GetMonitoringReport', {
  note: 'Has the monitors reported; they are kept as notices.',
  reportedBy: ['NotifyMonitoringReport'],
  numberedBy: 'requestId',
  answer: byStatus({ EmptyResultSet: 'nothing-there' }),
  commands: {
    'report-monitors': ({ criteria, targets }, { number }) => {
      if (!haveComponents(targets)) return null
      const chosen = targets.map((target) => ({ component: toComponent(target), variable: toVariable(target) }))
      return {
        requestId: number,
        monitoringCriteria: criteria.length === 0 ? undefined : criteria.map((criterion) => CRITERIA[criterion]),
        componentVariable: chosen.length === 0 ? undefined : chosen,
      }
    },
  },
})
