import type { GetDiagnosticsRequest, GetDiagnosticsResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { wireTime } from '../../wireTime'

/** Has a charge point put its diagnostics at an address (1.6 §5.9). Without a file name there is nothing to put there. */
export default outbound<GetDiagnosticsRequest, GetDiagnosticsResponse>('GetDiagnostics', {
  note: 'Has the diagnostics put into the files of this site.',
  reportedBy: ['DiagnosticsStatusNotification'],
  answer: ({ fileName }) => ({ verdict: fileName ? 'accepted' : 'refused', status: '', reason: fileName ?? null }),
  commands: {
    'get-log': ({ log, from, until, retries, retrySeconds }, { url }) =>
      log === 'diagnostics'
        ? {
            location: url,
            startTime: wireTime(from),
            stopTime: wireTime(until),
            retries: retries ?? undefined,
            retryInterval: retrySeconds ?? undefined,
          }
        : null,
  },
})
