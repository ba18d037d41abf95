import type { DevicesAtDesk } from '../ca/owner'
import type { Changes } from '../changes'
import type { Store } from '../store/open'
import {
  deviceCertificates,
  devicesWithKey,
  devicesWithRevokedKey,
  insertDeviceCertificate,
  markDeviceCertificateRevoked,
  newestDeviceCertificate,
} from '../store/queries/deviceCertificates'
import { deviceById, setDeviceState } from '../store/queries/devices'
import { appendAudit } from '../store/queries/events'
import type { ClientActivity } from './activity'
import type { DeviceLimits } from './limits'

/** In whose name the program itself does what follows from a person's decision. */
const ITSELF = 'chargehand'

/** The devices as the request desk sees them; what it signs for them is kept here. */
export function createDevicesAtDesk(deps: {
  readonly store: Store
  readonly changes: Changes
  readonly limits: Pick<DeviceLimits, 'certificatesPerDevice'>
  readonly activity: Pick<ClientActivity, 'isConnected'>
}): DevicesAtDesk {
  const { store, changes, limits, activity } = deps
  const { read } = store
  return {
    of(deviceId) {
      const row = deviceById(read, deviceId)
      if (!row) return undefined
      return {
        kind: 'device',
        id: row.id,
        name: row.client_id,
        model: [row.type, row.service_code, row.device_type].filter((fact) => fact !== '').join(' ') || null,
        remoteAddress: row.remote_address || null,
        online: activity.isConnected(row.client_id),
      }
    },
    newestCertificate(deviceId, spkiSha256) {
      const row = newestDeviceCertificate(read, deviceId, spkiSha256 ?? null)
      return (
        row && {
          pem: row.pem,
          spkiSha256: row.spki_sha256,
          notAfter: row.not_after,
          isRevoked: row.revoked_at !== null,
        }
      )
    },
    withKey: (spkiSha256, except) => ({
      used: devicesWithKey(read, except, spkiSha256),
      revoked: devicesWithRevokedKey(read, spkiSha256),
    }),
    keep(db, { deviceId, requestId, spkiSha256, issued, at }) {
      const device = deviceById(db, deviceId)
      // What was sent away or has gone between its request and this moment gets nothing any more.
      if (!device || device.state === 'revoked' || device.state === 'gone') {
        throw new Error(`device ${deviceId} is not in service`)
      }
      insertDeviceCertificate(db, {
        device_id: deviceId,
        request_id: requestId,
        serial_number: issued.serialNumberHex,
        spki_sha256: spkiSha256,
        pem: issued.pem,
        chain_pem: issued.chainPem,
        not_after: issued.notAfter,
        issued_at: at,
      })
      for (const { id } of deviceCertificates(db, deviceId, at).slice(limits.certificatesPerDevice)) {
        markDeviceCertificateRevoked(db, id, { at, reason: 'superseded', by: ITSELF })
      }
      setDeviceState(db, deviceId, 'active')
      appendAudit(db, {
        at,
        actor: ITSELF,
        action: 'device-certified',
        subject: device.client_id,
        detail: { serialNumber: issued.serialNumberHex, notAfter: issued.notAfter },
      })
    },
    signed(deviceId) {
      changes.emit('device', deviceId)
      changes.emit('certificate', 0)
      changes.emit('audit', 0)
    },
  }
}
