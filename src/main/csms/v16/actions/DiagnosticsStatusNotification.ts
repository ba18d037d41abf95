import type {
  DiagnosticsStatusNotificationRequest,
  DiagnosticsStatusNotificationResponse,
} from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'
import { keepStatus } from '../../messages/commandReport'

const STATUS = { Uploaded: 'succeeded', UploadFailed: 'failed', Uploading: 'going-on' } as const

/** How the upload of diagnostics comes on (1.6 §4.4). It names no request: the newest one that is open is meant. */
export default inbound<DiagnosticsStatusNotificationRequest, DiagnosticsStatusNotificationResponse>(
  'DiagnosticsStatusNotification',
  (incoming, request) => keepStatus(incoming, 'logs', STATUS, request),
  { note: 'Kept as a notice about logs, and entered into the command that it belongs to.' },
)
