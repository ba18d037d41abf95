import type {
  SignedFirmwareStatusNotificationRequest,
  SignedFirmwareStatusNotificationResponse,
} from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'
import { keepStatus } from '../../messages/commandReport'
import { FIRMWARE_STATUS } from '../../messages/workStatus'

/** How an update with signed firmware comes on (1.6 security extension L01). */
export default inbound<SignedFirmwareStatusNotificationRequest, SignedFirmwareStatusNotificationResponse>(
  'SignedFirmwareStatusNotification',
  (incoming, request) => keepStatus(incoming, 'firmware', FIRMWARE_STATUS, request),
  { note: 'Kept as a notice about firmware, and entered into the command that it belongs to.' },
)
