import { createHash, randomBytes } from 'node:crypto'

/** Characters of a link's secret: 192 random bits in base64url, which no charger's URL parser stumbles over. */
export const SECRET_LENGTH = 32

/** A fresh secret for a link. */
export function freshSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** What is kept of a secret: enough to recognise it, not enough to use it. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
