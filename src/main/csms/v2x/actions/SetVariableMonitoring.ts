import type { SetVariableMonitoringRequest, SetVariableMonitoringResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byParts, partOf } from '../../answers'
import { haveComponents, toComponent, toVariable } from '../wire'

const TYPES = {
  'upper-threshold': 'UpperThreshold',
  'lower-threshold': 'LowerThreshold',
  delta: 'Delta',
  periodic: 'Periodic',
  'periodic-clock-aligned': 'PeriodicClockAligned',
} as const

/** Has a station watch variables (N04). */
export default outbound<SetVariableMonitoringRequest, SetVariableMonitoringResponse>('SetVariableMonitoring', {
  note: 'Has a variable watched; its events are kept as notices.',
  answer: ({ setMonitoringResult }) =>
    byParts(setMonitoringResult.map(({ status, statusInfo, variable }) => partOf(variable.name, status, statusInfo))),
  commands: {
    'set-monitor': ({ target, type, value, severity, duringSession, monitorId }) =>
      haveComponents([target])
        ? {
            setMonitoringData: [
              {
                id: monitorId ?? undefined,
                type: TYPES[type],
                value,
                severity,
                transaction: duringSession,
                component: toComponent(target),
                variable: toVariable(target),
              },
            ],
          }
        : null,
  },
})
