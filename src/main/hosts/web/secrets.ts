import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A fresh secret of 256 random bits, for a URL or a cookie. */
export function freshSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret: enough to recognise it, not enough to use it. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Compares in a time that tells nothing about where two digests differ. */
export function sameDigest(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
