import type { SecurityEvent } from '@shared/contract/events'
import type { Changes } from '../changes'
import type { Store } from '../store/open'
import { appendSecurityEvent } from '../store/queries/events'

/** The critical events of the OCPP 2.0.1 security appendix, with the ones that later errata added (A04). */
const CRITICAL = new Set([
  'FirmwareUpdated',
  'SettingSystemTime',
  'StartupOfTheDevice',
  'ResetOrReboot',
  'SecurityLogWasCleared',
  'MemoryExhaustion',
  'TamperDetectionActivated',
  'InvalidFirmwareSignature',
  'InvalidFirmwareSigningCertificate',
  'InvalidCsmsCertificate',
  'InvalidChargingStationCertificate',
  'InvalidTLSVersion',
  'InvalidTLSCipherSuite',
  'MaintenanceLoginAccepted',
  'MaintenanceLoginFailed',
  'DiscardedRenewedClientCertificate',
])

/** True when the event is critical by the specification's own list; events with other names are kept all the same. */
export function isCritical(type: string): boolean {
  return CRITICAL.has(type)
}

export interface SecurityEvents {
  /** Stores what a station reported; resolves when it is on disk (A04.FR.02 wants delivery guaranteed). */
  report(event: Omit<SecurityEvent, 'id' | 'stationIdentity' | 'critical'>): Promise<void>
}

export function createSecurityEvents(deps: { readonly store: Store; readonly changes: Changes }): SecurityEvents {
  return {
    async report(event) {
      await deps.store.writer.write((db) => appendSecurityEvent(db, { ...event, critical: isCritical(event.type) }))
      deps.changes.emit('event', event.stationId)
    },
  }
}
