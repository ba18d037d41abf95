import type { SetMonitoringBaseRequest, SetMonitoringBaseResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

const BASES = { all: 'All', 'factory-default': 'FactoryDefault', 'hard-wired-only': 'HardWiredOnly' } as const

/** Which of its monitors a station has switched on (N03). */
export default outbound<SetMonitoringBaseRequest, SetMonitoringBaseResponse>('SetMonitoringBase', {
  note: 'Switches groups of monitors on and off.',
  answer: byStatus({ EmptyResultSet: 'nothing-there' }),
  commands: { 'set-monitoring-base': ({ base }) => ({ monitoringBase: BASES[base] }) },
})
