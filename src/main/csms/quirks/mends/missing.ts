import type { Fault, Mend } from '../mend'

/** The object that lacks a field, and which. */
function lacking({ error, value }: Fault): { object: Record<string, unknown>; field: string } | null {
  if (error.keyword !== 'required' || typeof value !== 'object' || value === null) return null
  return { object: value as Record<string, unknown>, field: String(error.params.missingProperty) }
}

/** A message without its time counts as of when it came. */
export const missingTime: Mend = {
  quirk: 'missing-time',
  mend(fault) {
    const lack = lacking(fault)
    if (lack?.field !== 'timestamp') return false
    lack.object.timestamp = new Date(fault.receivedAt).toISOString()
    return true
  },
}

/** What a required field counts as when it is missing: only where nothing is decided, measured or identified by it. */
const COUNTS_AS: readonly (readonly [action: string, path: string, field: string, value: unknown])[] = [
  ['BootNotification', '', 'reason', 'Unknown'],
  ['BootNotification', '', 'chargePointVendor', ''],
  ['BootNotification', '', 'chargePointModel', ''],
  ['BootNotification', '', 'chargingStation', {}],
  ['BootNotification', 'chargingStation', 'vendorName', ''],
  ['BootNotification', 'chargingStation', 'model', ''],
  ['StatusNotification', '', 'errorCode', 'NoError'],
  ['StatusNotification', '', 'connectorId', 1],
  ['TransactionEvent', '', 'triggerReason', 'Trigger'],
  ['MeterValues', '', 'connectorId', 0],
  ['SecurityEventNotification', '', 'type', 'Unspecified'],
]

/** A required field that is missing and that Chargehand can do without. */
export const missingField: Mend = {
  quirk: 'missing-field',
  mend(fault) {
    const lack = lacking(fault)
    const entry = COUNTS_AS.find(
      ([action, path, field]) => action === fault.action && path === fault.path && field === lack?.field,
    )
    if (!lack || !entry) return false
    lack.object[lack.field] = structuredClone(entry[3])
    return true
  },
}
