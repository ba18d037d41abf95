import { createCipheriv, createDecipheriv } from 'node:crypto'
import { AppError } from '@shared/errors'
import type { ByteReader } from './byteReader'
import { damaged } from './header'

/**
 * The rest of a backup behind its header: parts of at most 64 KiB, each a head (32 bits: the highest says that it is the
 * last one, the others how long it is), the encrypted bytes and their tag (AES-256-GCM). The nonce is the number of the
 * part, which is safe because every backup has a key of its own; header and head are authenticated with it. So no part
 * can be changed, left out, moved, added or taken from another backup, and a missing end is noticed.
 */
export const PART_OCTETS = 64 * 1024
const HEAD_OCTETS = 4
const TAG_OCTETS = 16
const LAST = 0x8000_0000

function nonce(part: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(part), 4)
  return bytes
}

/** Encrypts a stream; memory is bounded by one part. The key stays the caller's. */
export async function* sealStream(
  plain: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  headerDigest: Uint8Array,
): AsyncGenerator<Buffer, void, void> {
  const held = Buffer.alloc(PART_OCTETS)
  let length = 0
  let part = 0
  const seal = (isLast: boolean): Buffer => {
    const head = Buffer.alloc(HEAD_OCTETS)
    head.writeUInt32BE((length | (isLast ? LAST : 0)) >>> 0)
    const cipher = createCipheriv('aes-256-gcm', key, nonce(part), { authTagLength: TAG_OCTETS })
    cipher.setAAD(Buffer.concat([headerDigest, head]))
    const encrypted = cipher.update(held.subarray(0, length))
    cipher.final()
    part += 1
    length = 0
    return Buffer.concat([head, encrypted, cipher.getAuthTag()])
  }
  try {
    for await (const piece of plain) {
      let rest = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
      while (rest.length > 0) {
        if (length === PART_OCTETS) yield seal(false)
        const taken = rest.copy(held, length)
        length += taken
        rest = rest.subarray(taken)
      }
    }
    yield seal(true)
  } finally {
    held.fill(0)
  }
}

/**
 * Decrypts what sealStream made, part by part; what was yielded is authentic, but only after its end is it known to be
 * whole. @throws AppError BACKUP_CUT_OFF, BACKUP_DAMAGED
 */
export async function* openStream(
  reader: ByteReader,
  key: Uint8Array,
  headerDigest: Uint8Array,
): AsyncGenerator<Buffer, void, void> {
  for (let part = 0; ; part += 1) {
    const head = await reader.take(HEAD_OCTETS)
    if (head === null) throw new AppError('BACKUP_CUT_OFF')
    const word = head.readUInt32BE()
    const isLast = word >= LAST
    const length = isLast ? word - LAST : word
    if (length > PART_OCTETS) throw damaged('content')
    const body = await reader.take(length + TAG_OCTETS)
    if (body === null) throw new AppError('BACKUP_CUT_OFF')
    yield open(key, part, Buffer.concat([headerDigest, head]), body)
    if (!isLast) continue
    if (!(await reader.isAtEnd())) throw damaged('order')
    return
  }
}

function open(key: Uint8Array, part: number, header: Uint8Array, body: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(part), { authTagLength: TAG_OCTETS })
  decipher.setAAD(header)
  decipher.setAuthTag(body.subarray(body.length - TAG_OCTETS))
  const plain = decipher.update(body.subarray(0, body.length - TAG_OCTETS))
  try {
    decipher.final()
  } catch {
    // What was decrypted until then must not stay behind.
    plain.fill(0)
    throw damaged('content')
  }
  return plain
}
