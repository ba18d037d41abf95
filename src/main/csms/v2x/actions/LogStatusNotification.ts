import type { LogStatusNotificationRequest, LogStatusNotificationResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepStatus } from '../../messages/commandReport'
import { LOG_STATUS } from '../../messages/workStatus'

/** How the upload of a log comes on (N01). */
export default inbound<LogStatusNotificationRequest, LogStatusNotificationResponse>(
  'LogStatusNotification',
  (incoming, request) => keepStatus(incoming, 'logs', LOG_STATUS, request),
  { note: 'Kept as a notice about logs, and entered into the command that it belongs to.' },
)
