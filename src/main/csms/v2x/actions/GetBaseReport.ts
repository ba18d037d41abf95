import type { GetBaseReportRequest, GetBaseReportResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

const BASES = {
  full: 'FullInventory',
  configuration: 'ConfigurationInventory',
  summary: 'SummaryInventory',
} as const

/** Has a station report its variables (B07); they come in NotifyReport messages. */
export default outbound<GetBaseReportRequest, GetBaseReportResponse>('GetBaseReport', {
  note: 'Has all variables reported; they are entered into the table of the station.',
  reportedBy: ['NotifyReport'],
  numberedBy: 'requestId',
  reportScope: ({ reportBase }) => (reportBase === 'FullInventory' ? 'full' : 'part'),
  answer: byStatus({ EmptyResultSet: 'nothing-there' }),
  commands: {
    'report-variables': ({ report }, { number }) => ({ requestId: number, reportBase: BASES[report] }),
  },
})
