import type { DevicePolicy } from '@shared/devices/policy'
import type { Changes } from '../changes'
import type { ReadDb } from '../store/handles'
import { deviceCertificateBySerial } from '../store/queries/deviceCertificates'
import { servedDevices } from '../store/queries/devices'
import type { DeviceRecords } from './deviceAccess'
import type { Devices } from './devices'
import { readPolicy } from './deviceView'
import { mayBeCalled } from './rights'

/**
 * What the broker asks about devices. Policies are kept in memory, because they are asked at every message; a certificate
 * is looked up, because it is asked once a connection.
 */
export function createDeviceRecords(
  read: ReadDb,
  changes: Changes,
  devices: Pick<Devices, 'onChanged'>,
): DeviceRecords {
  let policies: Map<string, DevicePolicy> | null = null
  const known = () => {
    policies ??= new Map(servedDevices(read).map((row) => [row.client_id, readPolicy(row.policy)]))
    return policies
  }
  const forget = () => {
    policies = null
  }
  changes.on('device', forget)
  // Before anybody else hears of it: whoever asks then has to get what counts now.
  devices.onChanged(forget)
  return {
    certificate(serialNumber) {
      const row = deviceCertificateBySerial(read, serialNumber)
      return row && { clientId: row.client_id, pem: row.pem, revoked: row.revoked_at !== null }
    },
    policyOf: (clientId) => known().get(clientId),
    clientsCalled: (name) => [...known()].flatMap(([id, policy]) => (mayBeCalled(id, policy, name) ? [id] : [])),
    onChanged: devices.onChanged,
  }
}
