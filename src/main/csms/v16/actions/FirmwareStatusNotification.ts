import type {
  FirmwareStatusNotificationRequest,
  FirmwareStatusNotificationResponse,
} from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'
import { keepStatus } from '../../messages/commandReport'
import { FIRMWARE_STATUS } from '../../messages/workStatus'

/** How a firmware update comes on (1.6 §4.5). It names no request: the newest one that is open is meant. */
export default inbound<FirmwareStatusNotificationRequest, FirmwareStatusNotificationResponse>(
  'FirmwareStatusNotification',
  (incoming, request) => keepStatus(incoming, 'firmware', FIRMWARE_STATUS, request),
  { note: 'Kept as a notice about firmware, and entered into the command that it belongs to.' },
)
