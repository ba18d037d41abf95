import type { ClearVariableMonitoringRequest, ClearVariableMonitoringResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byParts, partOf } from '../../answers'
import { inMessages } from '../wire'

/** Takes monitors away (N06), no more at once than the station takes (N06.FR.04). */
export default outbound<ClearVariableMonitoringRequest, ClearVariableMonitoringResponse>('ClearVariableMonitoring', {
  note: 'Takes monitors away.',
  answer: ({ clearMonitoringResult }) =>
    byParts(
      clearMonitoringResult.map(({ id, status, statusInfo }) =>
        partOf(String(id), status, statusInfo, { NotFound: 'nothing-there' }),
      ),
    ),
  commands: {
    'clear-monitors': ({ monitorIds }, { takes }) =>
      inMessages(monitorIds, takes.monitorsCleared).flatMap(([first, ...others]) =>
        first === undefined ? [] : [{ id: [first, ...others] as [number, ...number[]] }],
      ),
  },
})
