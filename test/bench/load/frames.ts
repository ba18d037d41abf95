import { randomBytes } from 'node:crypto'

const FIN_TEXT = 0x81
const MASKED = 0x80
const HEADER_MAX = 8
const MASK_BYTES = 4

/**
 * One text message as a client's WebSocket frame (RFC 6455 §5.2): final, masked, up to 65,535 bytes. Written by hand
 * because the load generator has to cost less than the servers it measures.
 */
export function maskedFrame(text: string, mask: Buffer): Buffer {
  const length = Buffer.byteLength(text)
  if (length > 0xffff) throw new Error('the load generator sends short frames only')
  const frame = Buffer.allocUnsafe(length + HEADER_MAX)
  frame[0] = FIN_TEXT
  let at: number
  if (length < 126) {
    frame[1] = MASKED | length
    at = 2
  } else {
    frame[1] = MASKED | 126
    frame.writeUInt16BE(length, 2)
    at = 4
  }
  mask.copy(frame, at)
  at += MASK_BYTES
  frame.write(text, at, 'utf8')
  for (let i = 0; i < length; i++) frame[at + i] = (frame[at + i] ?? 0) ^ (mask[i & 3] ?? 0)
  return frame.subarray(0, at + length)
}

/** A fresh mask; never all zero, because servers skip the work of unmasking then. */
export function newMask(): Buffer {
  const mask = randomBytes(MASK_BYTES)
  mask[0] = (mask[0] ?? 0) | 1
  return mask
}

/** A server's frame at the front of `bytes`, or null while it is not all there. */
export function firstFrame(bytes: Buffer): { opcode: number; start: number; end: number } | null {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 0x7f
  if (short === 127) throw new Error('the load generator reads short frames only')
  if (short === 126 && bytes.length < 4) return null
  const start = short === 126 ? 4 : 2
  const end = start + (short === 126 ? bytes.readUInt16BE(2) : short)
  return bytes.length < end ? null : { opcode: (bytes[0] ?? 0) & 0x0f, start, end }
}
