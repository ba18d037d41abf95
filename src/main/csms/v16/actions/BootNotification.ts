import type { BootNotificationRequest, BootNotificationResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'
import { answerBoot } from '../../messages/boot'

/** A charge point introduces itself (1.6 §4.2). */
export default inbound<BootNotificationRequest, BootNotificationResponse>(
  'BootNotification',
  (incoming, request) =>
    answerBoot(incoming, {
      vendor: request.chargePointVendor,
      model: request.chargePointModel,
      // The box serial is the older field for the same thing; the specification deprecates it.
      serialNumber: request.chargePointSerialNumber || request.chargeBoxSerialNumber || null,
      firmware: request.firmwareVersion || null,
    }),
  {
    beforeAdmission: true,
    note: 'Accepted for a station that was let in, else Pending; what it says of itself is shown, and kept as a notice.',
  },
)
