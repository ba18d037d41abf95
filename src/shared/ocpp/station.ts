import { isPrintable } from '../printable'

/** Subprotocols this server speaks, as they stand in `Sec-WebSocket-Protocol`. */
export const PROTOCOLS = ['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'] as const
export type Protocol = (typeof PROTOCOLS)[number]

/**
 * Whether the manager has let a station in. Nothing gets in by itself: a station that is not known yet waits.
 */
export const ADMISSIONS = ['waiting', 'admitted', 'refused'] as const
export type Admission = (typeof ADMISSIONS)[number]

/**
 * What a connector is doing, in one vocabulary for all versions. 1.6 reports all of these by itself; 2.x reports
 * Occupied and leaves the finer state to the transaction (`chargingState`).
 */
export const CONNECTOR_STATUSES = [
  'available',
  'preparing',
  'charging',
  'suspended',
  'finishing',
  'reserved',
  'occupied',
  'unavailable',
  'faulted',
] as const
export type ConnectorStatus = (typeof CONNECTOR_STATUSES)[number]

/** Longest label of a station: the site manager's own name for it. */
export const LABEL_MAX_LENGTH = 80

/** Longest serial number (2.0.1 ChargingStationType.serialNumber, 1.6 chargePointSerialNumber); it becomes the CN. */
export const SERIAL_NUMBER_MAX_LENGTH = 25

/** Longest station identity (2.0.1 identifierString as user name; P4 §3.1.1). */
export const IDENTITY_MAX_LENGTH = 48

/** Not in an identity: `:` would make Basic authentication ambiguous (A00.FR.204), the others belong to the address. */
const RESERVED = /[:/\\?#]/
/** Looks like a space and is none: two stations would bear the same name on the screen. */
const STRANGE_SPACE = /(?! )\p{Zs}/u

/** True when `text` can be a station's identity: 1 to 48 printable characters without `:` and path characters. */
export function isIdentity(text: string): boolean {
  if (text.length === 0 || text.length > IDENTITY_MAX_LENGTH || text.trim() !== text) return false
  return isPrintable(text) && !RESERVED.test(text) && !STRANGE_SPACE.test(text)
}
