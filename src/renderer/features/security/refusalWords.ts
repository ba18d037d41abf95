import type { RefusedCall } from '@shared/contract/refusedCalls'
import type { CallRefusal } from '@shared/ocpp/refusedCall'

/** What happened at a door, and what to do about it, as places of the words `security`. */
export interface RefusalWords {
  readonly what: `refused.${CallRefusal}.what` | 'refusedDevice.none' | 'refusedDevice.notForThis'
  readonly todo: `refused.${CallRefusal}.todo` | 'refusedDevice.enrol'
}

/** Where a charger changes its profile for a while to ask for a certificate, a device enrols again. */
const ENROLS_AGAIN: ReadonlySet<CallRefusal> = new Set<CallRefusal>([
  'no-certificate',
  'certificate-untrusted',
  'certificate-self-signed',
  'certificate-not-for-this',
  'certificate-expired',
  'certificate-unknown',
  'certificate-revoked',
])

const HAPPENED_TO_DEVICE: Readonly<Partial<Record<CallRefusal, RefusalWords['what']>>> = {
  'no-certificate': 'refusedDevice.none',
  'certificate-not-for-this': 'refusedDevice.notForThis',
}

/** The words for a caller that was turned away: chargers and devices are told apart by the port they wanted. */
export function refusalWords({ reason, transport }: Pick<RefusedCall, 'reason' | 'transport'>): RefusalWords {
  const ofCharger = { what: `refused.${reason}.what`, todo: `refused.${reason}.todo` } as const
  if (transport !== 'mqtts' || !ENROLS_AGAIN.has(reason)) return ofCharger
  return { what: HAPPENED_TO_DEVICE[reason] ?? ofCharger.what, todo: 'refusedDevice.enrol' }
}
