import type { GetLogRequest, GetLogResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { wireTime } from '../../wireTime'

const LOGS: Readonly<Record<string, GetLogRequest['logType']>> = {
  diagnostics: 'DiagnosticsLog',
  security: 'SecurityLog',
}

/** Has a station put a log at an address (N01). */
export default outbound<GetLogRequest, GetLogResponse>('GetLog', {
  note: 'Has a log put into the files of this site.',
  reportedBy: ['LogStatusNotification'],
  numberedBy: 'requestId',
  answer: byStatus({ AcceptedCanceled: 'accepted' }),
  commands: {
    'get-log': ({ log, from, until, retries, retrySeconds }, { url, number, protocol }) => {
      const added = log === 'data-collector' && protocol === 'ocpp2.1' ? 'DataCollectorLog' : undefined
      const logType = LOGS[log] ?? (added as GetLogRequest['logType'] | undefined)
      if (!logType) return null
      return {
        logType,
        requestId: number,
        log: { remoteLocation: url, oldestTimestamp: wireTime(from), latestTimestamp: wireTime(until) },
        retries: retries ?? undefined,
        retryInterval: retrySeconds ?? undefined,
      }
    },
  },
})
