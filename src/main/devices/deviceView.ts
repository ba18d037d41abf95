import type { Device } from '@shared/contract/devices'
import type { DevicePolicy } from '@shared/devices/policy'
import { describeCertificate } from '../ca/chain'
import type { DeviceViewRow } from '../store/queries/devices'
import type { ClientActivity } from './activity'

/** A policy as the database keeps it. */
export function readPolicy(text: string): { clientIds: string[]; read: string[]; write: string[] } {
  const { clientIds, read, write }: DevicePolicy = JSON.parse(text)
  return { clientIds: [...clientIds], read: [...read], write: [...write] }
}

/** A device as the console shows it. */
export function toDevice(row: DeviceViewRow, activity: ClientActivity): Device {
  return {
    id: row.id,
    clientId: row.client_id,
    label: row.label,
    state: row.state,
    type: row.type,
    serviceCode: row.service_code,
    deviceType: row.device_type,
    token: { id: row.token_id, name: row.token_name },
    certificate: row.certificate_pem === null ? null : describeCertificate(row.certificate_pem),
    requestId: row.request_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    connected: activity.isConnected(row.client_id),
    messagesPerMinute: activity.messagesPerMinute(row.client_id),
    policy: readPolicy(row.policy),
  }
}
