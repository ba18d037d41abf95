import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Octets of the AES-256 key. */
export const KEY_OCTETS = 32

// NIST SP 800-38D §8.2.2: a random 96-bit nonce is safe for 2^32 seals under one key; a site makes a few dozen.
const IV_OCTETS = 12
const TAG_OCTETS = 16

/** Encrypts to iv, tag, ciphertext; `header` is authenticated with it. The nonce is random each time, on purpose not injected. */
export function encrypt(key: Uint8Array, header: Uint8Array, plain: Uint8Array): Uint8Array {
  const iv = randomBytes(IV_OCTETS)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_OCTETS })
  cipher.setAAD(header)
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted])
}

/** Decrypts what encrypt made; throws when the key is another or anything was changed or cut off. */
export function decrypt(key: Uint8Array, header: Uint8Array, body: Uint8Array): Uint8Array {
  if (body.length < IV_OCTETS + TAG_OCTETS) throw new RangeError('the sealed key is cut off')
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, IV_OCTETS), { authTagLength: TAG_OCTETS })
  decipher.setAAD(header)
  decipher.setAuthTag(body.subarray(IV_OCTETS, IV_OCTETS + TAG_OCTETS))
  const piece = decipher.update(body.subarray(IV_OCTETS + TAG_OCTETS))
  try {
    decipher.final()
    return Uint8Array.from(piece)
  } finally {
    // Also when the tag is wrong: what was decrypted until then must not stay behind.
    piece.fill(0)
  }
}
