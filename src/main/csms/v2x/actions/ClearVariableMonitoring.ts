import type { ClearVariableMonitoringRequest, ClearVariableMonitoringResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byParts, partOf } from '../../answers'

/** Takes monitors away (N06). */
export default outbound<ClearVariableMonitoringRequest, ClearVariableMonitoringResponse>('ClearVariableMonitoring', {
  note: 'Takes monitors away.',
  answer: ({ clearMonitoringResult }) =>
    byParts(clearMonitoringResult.map(({ id, status, statusInfo }) => partOf(String(id), status, statusInfo))),
  commands: {
    'clear-monitors': ({ monitorIds: [first, ...others] }) => (first === undefined ? null : { id: [first, ...others] }),
  },
})
