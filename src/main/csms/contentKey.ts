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
 * @param text the payload as it was written, where that is known to hold nothing but itself (see `payloadText`): it
 *   spares writing the payload again
 */
export function contentKey(action: string, payload: object, text: string | null = null): Uint8Array {
  const key = Buffer.allocUnsafe(TIME_BYTES + HASH_BYTES)
  key.writeUIntBE(toldTime(payload), 0, TIME_BYTES)
  // By way of a text: a Buffer for the whole hash would cost as much as the hash.
  key.write(hash('sha256', `${action}\n${text ?? JSON.stringify(payload)}`, 'hex'), TIME_BYTES, HASH_BYTES, 'hex')
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

/** What a text may hold that its meaning does not: spaces, and letters that are written as escapes. */
const SPELLING = /[\s\\]/

/**
 * The payload's part of a CALL's text, when the text is written without a space; null else. Then it is what writing the
 * payload again would give, but for numbers that are spelt in an unusual way (1.50), and a station spells its
 * repetitions as it spelt the first.
 */
export function payloadText({ id, action, text }: { id: string; action: string; text: string }): string | null {
  const before = `[2,"${id}","${action}",`
  if (!text.startsWith(before) || !text.endsWith('}]')) return null
  const payload = text.slice(before.length, -1)
  return SPELLING.test(payload) ? null : payload
}
