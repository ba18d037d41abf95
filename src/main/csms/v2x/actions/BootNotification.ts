import type { BootNotificationRequest, BootNotificationResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { answerBoot } from '../../messages/boot'

/** A station introduces itself (B01). */
export default inbound<BootNotificationRequest, BootNotificationResponse>(
  'BootNotification',
  (incoming, { chargingStation }) =>
    answerBoot(incoming, {
      vendor: chargingStation.vendorName,
      model: chargingStation.model,
      serialNumber: chargingStation.serialNumber || null,
      firmware: chargingStation.firmwareVersion || null,
    }),
  {
    beforeAdmission: true,
    note: 'Accepted for a station that was let in, else Pending; what it says of itself is shown, and kept as a notice.',
  },
)
