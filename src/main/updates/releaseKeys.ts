import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import builtIn from '../../../resources/release-keys.json'

/** A key whose owner may say what a version of this program is. */
export interface ReleaseKey {
  /** The first 16 digits of the SHA-256 of its SubjectPublicKeyInfo, hexadecimal. */
  readonly id: string
  readonly name: string
  readonly key: KeyObject
}

/** Whose versions a program takes. */
export interface ReleaseKeys {
  /** The name that versions of this program go by; a fork has its own. */
  readonly product: string
  readonly keys: readonly ReleaseKey[]
}

const KeyFile = z.object({
  product: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  keys: z.array(
    z.object({
      name: z.string().min(1).max(100),
      /** SubjectPublicKeyInfo in base64. */
      publicKey: z.base64(),
    }),
  ),
})

/**
 * What resources/release-keys.json says, or another object of its shape. @throws when a key in it is none of Ed25519: a
 * program that was built so must not start, or it would take nothing and nobody would know why.
 */
export function readReleaseKeys(json: unknown): ReleaseKeys {
  const { product, keys } = KeyFile.parse(json)
  return {
    product,
    keys: keys.map(({ name, publicKey }) => {
      const der = Buffer.from(publicKey, 'base64')
      const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
      if (key.asymmetricKeyType !== 'ed25519') throw new Error(`the release key “${name}” is no Ed25519 key`)
      return { id: createHash('sha256').update(der).digest('hex').slice(0, 16), name, key }
    }),
  }
}

/** The keys that were built into this program. */
export function builtInReleaseKeys(): ReleaseKeys {
  return readReleaseKeys(builtIn)
}
