import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A fresh secret of so many random bytes, in base64url: for a URL, a cookie or a header. */
export function freshSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

/** What is kept of a secret: enough to recognise it, not enough to use it. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Compares in a time that tells nothing about where two digests differ. */
export function sameDigest(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
