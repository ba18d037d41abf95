import type { GetReportRequest, GetReportResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { haveComponents, toComponent } from '../wire'

const CRITERIA = { active: 'Active', available: 'Available', enabled: 'Enabled', problem: 'Problem' } as const

/** Has a station report some of its variables (B08). */
export default outbound<GetReportRequest, GetReportResponse>('GetReport', {
  note: 'Has some variables reported; they are entered into the table of the station.',
  reportedBy: ['NotifyReport'],
  numberedBy: 'requestId',
  reportScope: () => 'part',
  answer: byStatus({ EmptyResultSet: 'nothing-there' }),
  commands: {
    'report-selected': ({ criteria, variables }, { number }) => {
      if (!haveComponents(variables)) return null
      const chosen = variables.map((choice) => ({
        component: toComponent(choice),
        variable:
          choice.variable === null
            ? undefined
            : { name: choice.variable, instance: choice.variableInstance ?? undefined },
      }))
      return {
        requestId: number,
        componentCriteria: criteria.length === 0 ? undefined : criteria.map((criterion) => CRITERIA[criterion]),
        componentVariable: chosen.length === 0 ? undefined : chosen,
      }
    },
  },
})
