import type {
  PublishFirmwareStatusNotificationRequest,
  PublishFirmwareStatusNotificationResponse,
} from 'typed-ocpp/dist/ocpp21/types.js'
import { inbound } from '../../action'
import { keepStatus } from '../../messages/commandReport'
import { PUBLISH_STATUS } from '../../messages/workStatus'

/** How a local controller comes on with offering firmware (L03). */
export default inbound<PublishFirmwareStatusNotificationRequest, PublishFirmwareStatusNotificationResponse>(
  'PublishFirmwareStatusNotification',
  (incoming, request) => keepStatus(incoming, 'firmware', PUBLISH_STATUS, request),
  { note: 'Kept as a notice about firmware, and entered into the command that it belongs to.' },
)
