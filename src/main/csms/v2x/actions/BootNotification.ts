import type { BootNotificationRequest, BootNotificationResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'

/** A station introduces itself (B01). Until the manager admits it, it is told to try again: Pending (B02). */
export default inbound<BootNotificationRequest, BootNotificationResponse>(
  'BootNotification',
  async ({ station, domain }, { chargingStation }) => {
    const { admission } = await domain.stations.booted(station.id, {
      vendor: chargingStation.vendorName,
      model: chargingStation.model,
      serialNumber: chargingStation.serialNumber || null,
      firmware: chargingStation.firmwareVersion || null,
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
