import { X509Certificate } from 'node:crypto'
import { chainRefusal } from '../access/chainRefusal'
import type { Clock } from '../clock'
import type { DeviceAccess, DeviceAdmission, DeviceRecords } from './deviceAccess'
import { mayBeCalled, mayPublish, maySubscribe } from './rights'

/** Decides about devices' clients by their certificates and policies. */
export function createDeviceAccess(deps: {
  readonly records: DeviceRecords
  readonly clock: Clock
  /** The station whose certificate has this serial number (lower-case hex), whatever became of that. */
  readonly stationWithCertificate: (serialNumber: string) => string | undefined
}): DeviceAccess {
  const { records, clock } = deps

  const admit: DeviceAccess['admit'] = (shown): DeviceAdmission => {
    const certificate = shown && new X509Certificate(shown.raw)
    const commonName = certificate?.subject.match(/(?:^|\n)CN=([^\n]*)/)?.[1]?.slice(0, 100) ?? null
    const refused = (
      reason: Extract<DeviceAdmission, { kind: 'refused' }>['reason'],
      data: Readonly<Record<string, string>> = {},
    ): DeviceAdmission => ({ kind: 'refused', reason, data, commonName })
    if (!shown || !certificate) return refused('no-certificate')
    const serialNumber = certificate.serialNumber.toLowerCase()
    const issuer = certificate.issuer.split('\n').join(', ').slice(0, 200)
    if (shown.problem !== null) {
      return refused(chainRefusal(shown.problem), { problem: shown.problem, issuer })
    }
    const notAfter = certificate.validToDate.getTime()
    const now = clock()
    // A session that was resumed was checked when it began, and not since then.
    if (notAfter <= now) return refused('certificate-expired', { end: new Date(notAfter).toISOString() })
    if (certificate.validFromDate.getTime() > now) return refused('certificate-not-yet')
    const station = deps.stationWithCertificate(serialNumber)
    if (station !== undefined) return refused('certificate-of-station', { station })
    const record = records.certificate(serialNumber)
    if (!record || !Buffer.from(new X509Certificate(record.pem).raw).equals(certificate.raw)) {
      return refused('certificate-unknown', { serialNumber, problem: 'not issued here', issuer })
    }
    if (record.revoked) return refused('certificate-revoked', { serialNumber })
    const { clientId } = record
    if (!records.policyOf(clientId)) return refused('device-deleted', { clientId })
    return { kind: 'client', clientId, serialNumber, notAfter }
  }

  return {
    admit,
    mayBeCalled(clientId, otherId) {
      const policy = records.policyOf(clientId)
      return policy !== undefined && mayBeCalled(clientId, policy, otherId)
    },
    clientsCalled: records.clientsCalled,
    mayPublish(clientId, topic) {
      const policy = records.policyOf(clientId)
      return policy !== undefined && mayPublish(clientId, policy, topic)
    },
    maySubscribe(clientId, filter) {
      const policy = records.policyOf(clientId)
      return policy !== undefined && maySubscribe(clientId, policy, filter)
    },
    onChanged: records.onChanged,
  }
}
