import { hash } from 'node:crypto'
import { readTime } from './timestamp'

/** Bytes of a key that are the message's own time, and those that are its hash. */
const TIME_BYTES = 6
const HASH_BYTES = 16

/**
 * Names the content of a message: the same action with the same payload has the same key, whatever its message id or
 * the spaces in its text.
 *
 * A key begins with the time that the message itself tells, so that what stations report now lies together in the
 * index: keys at random would change another page of it with every event. The rest is SHA-256 cut to 128 bits. A
 * thousand million messages of one station with the same time meet in one with a chance of less than 10⁻²⁰, and a
 * station that makes two meet on purpose (2⁶⁴ trials) spoils a record of its own.
 */
export function contentKey(action: string, payload: object): Uint8Array {
  const key = Buffer.allocUnsafe(TIME_BYTES + HASH_BYTES)
  key.writeUIntBE(toldTime(payload), 0, TIME_BYTES)
  hash('sha256', `${action}\n${JSON.stringify(payload)}`, 'buffer').copy(key, TIME_BYTES, 0, HASH_BYTES)
  return key
}

/** The time that a message tells, in milliseconds since 1970 UTC; 0 for none that fits. Not validated yet. */
function toldTime(payload: object): number {
  const at = readTime(timestampOf(payload) ?? '')
  return at > 0 && at < 2 ** (8 * TIME_BYTES) ? at : 0
}

function timestampOf(payload: object): string | undefined {
  if ('timestamp' in payload) return typeof payload.timestamp === 'string' ? payload.timestamp : undefined
  // 1.6 MeterValues tell the time of each value only.
  const first = 'meterValue' in payload && Array.isArray(payload.meterValue) ? (payload.meterValue[0] as unknown) : null
  return typeof first === 'object' && first !== null ? timestampOf(first) : undefined
}
