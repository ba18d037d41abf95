import type { GetLogRequest, GetLogResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { wireTime } from '../../wireTime'

/** Has a charge point put its security log at an address (1.6 security extension N01). */
export default outbound<GetLogRequest, GetLogResponse>('GetLog', {
  note: 'Has the security log put into the files of this site.',
  reportedBy: ['LogStatusNotification'],
  numberedBy: 'requestId',
  answer: byStatus({ AcceptedCanceled: 'accepted' }),
  commands: {
    'get-log': ({ log, from, until, retries, retrySeconds }, { url, number }) =>
      // Diagnostics go by the message that every charge point knows.
      log === 'security'
        ? {
            logType: 'SecurityLog',
            requestId: number,
            log: { remoteLocation: url, oldestTimestamp: wireTime(from), latestTimestamp: wireTime(until) },
            retries: retries ?? undefined,
            retryInterval: retrySeconds ?? undefined,
          }
        : null,
  },
})
