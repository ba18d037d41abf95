import type { BootNotificationRequest, BootNotificationResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'

/** A charge point introduces itself (1.6 §4.2). Until the manager admits it, it is told to try again: Pending. */
export default inbound<BootNotificationRequest, BootNotificationResponse>(
  'BootNotification',
  async ({ station, domain }, request) => {
    const { admission } = await domain.stations.booted(station.id, {
      vendor: request.chargePointVendor,
      model: request.chargePointModel,
      // The box serial is the older field for the same thing; the specification deprecates it.
      serialNumber: request.chargePointSerialNumber || request.chargeBoxSerialNumber || null,
      firmware: request.firmwareVersion || null,
    })
    const admitted = admission === 'admitted'
    return {
      status: admitted ? 'Accepted' : 'Pending',
      currentTime: new Date(domain.clock()).toISOString(),
      interval: admitted ? domain.intervals.heartbeat : domain.intervals.bootRetry,
    }
  },
  { beforeAdmission: true },
)
