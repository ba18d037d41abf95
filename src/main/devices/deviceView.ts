import type { Device } from '@shared/contract/devices'
import type { CertificateSummary } from '@shared/contract/requests'
import type { DevicePolicy } from '@shared/devices/policy'
import { describeCertificate } from '../ca/chain'
import type { DeviceViewRow } from '../store/queries/devices'
import type { ClientActivity } from './activity'

/** A policy as the database keeps it. */
export function readPolicy(text: string): { clientIds: string[]; read: string[]; write: string[] } {
  const { clientIds, read, write }: DevicePolicy = JSON.parse(text)
  return { clientIds: [...clientIds], read: [...read], write: [...write] }
}

/** Shows devices. What a certificate says is read once: a list of hundreds is shown at each opening of the page. */
export function createDeviceView(activity: ClientActivity): (row: DeviceViewRow) => Device {
  const read = new Map<number, { readonly pem: string; readonly summary: CertificateSummary }>()
  const summaryOf = ({ id, certificate_pem: pem }: DeviceViewRow): CertificateSummary | null => {
    if (pem === null) return null
    const known = read.get(id)
    if (known?.pem === pem) return known.summary
    const summary = describeCertificate(pem)
    read.set(id, { pem, summary })
    return summary
  }
  return (row) => ({
    id: row.id,
    clientId: row.client_id,
    label: row.label,
    state: row.state,
    type: row.type,
    serviceCode: row.service_code,
    deviceType: row.device_type,
    token: { id: row.token_id, name: row.token_name },
    certificate: summaryOf(row),
    requestId: row.request_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    connected: activity.isConnected(row.client_id),
    messagesPerMinute: activity.messagesPerMinute(row.client_id),
    policy: readPolicy(row.policy),
  })
}
