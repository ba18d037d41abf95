import type { SetMonitoringLevelRequest, SetMonitoringLevelResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** How serious an event must be to be reported (N05). */
export default outbound<SetMonitoringLevelRequest, SetMonitoringLevelResponse>('SetMonitoringLevel', {
  note: 'Says how serious an event must be to be reported.',
  answer: byStatus(),
  commands: { 'set-monitoring-level': ({ severity }) => ({ severity }) },
})
