import type {
  FirmwareStatusNotificationRequest,
  FirmwareStatusNotificationResponse,
} from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepStatus } from '../../messages/commandReport'
import { FIRMWARE_STATUS } from '../../messages/workStatus'

/** How a firmware update comes on (L01, L02). */
export default inbound<FirmwareStatusNotificationRequest, FirmwareStatusNotificationResponse>(
  'FirmwareStatusNotification',
  (incoming, request) => keepStatus(incoming, 'firmware', FIRMWARE_STATUS, request),
  { note: 'Kept as a notice about firmware, and entered into the command that it belongs to.' },
)
