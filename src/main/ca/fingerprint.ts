import { createHash } from 'node:crypto'

/** SHA-256 of `bytes` as 64 lower-case hex digits: how keys are compared and stored. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Hex digits as pairs with colons, upper case, as people compare fingerprints: `A1:0B:…`. */
export function asFingerprint(hex: string): string {
  return (hex.toUpperCase().match(/../g) ?? []).join(':')
}
