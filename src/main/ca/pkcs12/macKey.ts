import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'

/** Bytes of a block of SHA-256, and of what it gives. */
const BLOCK = 64
const KEY_OCTETS = 32
/** `ID` of a key for integrity. */
const FOR_MAC = 3
/** Hashes between two turns of the event loop: a few milliseconds. */
const HASHES_A_TURN = 5_000

/**
 * The key of a PKCS#12 file's MAC (RFC 7292 appendix B.2, with SHA-256). One block of the hash is all the key, so the
 * first round is the only one.
 */
export async function macKey(passphrase: string, salt: Uint8Array, iterations: number): Promise<Buffer> {
  // B.1: UTF-16, big-endian, with its terminating zero.
  const password = Buffer.from(`${passphrase}\0`, 'utf16le').swap16()
  const message = Buffer.concat([Buffer.alloc(BLOCK, FOR_MAC), filled(salt), filled(password)])
  let key = createHash('sha256').update(message).digest()
  password.fill(0)
  message.fill(0)
  for (let done = 1; done < iterations; done += 1) {
    if (done % HASHES_A_TURN === 0) await turn()
    key = createHash('sha256').update(key).digest()
  }
  return key.subarray(0, KEY_OCTETS)
}

/** Copies of it, to whole blocks. */
function filled(part: Uint8Array): Buffer {
  return part.length === 0 ? Buffer.alloc(0) : Buffer.alloc(BLOCK * Math.ceil(part.length / BLOCK), part)
}
