import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { Installation } from '@main/updates/installation'
import { type Manifest, SIGNED_PREFIX } from '@main/updates/manifest'
import { type ReleaseKeys, readReleaseKeys } from '@main/updates/releaseKeys'

/** Somebody who releases: a key pair of their own, and what programs know of it. */
export interface Releaser {
  readonly keys: ReleaseKeys
  /** The same, as a program has them in a file. */
  readonly json: object
  readonly id: string
  readonly privateKey: KeyObject
  /** The signed description of a version whose file has these bytes. */
  sign(file: Uint8Array, more?: Partial<Manifest>): string
}

export function newReleaser(name = 'Test key'): Releaser {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const json = { product: 'chargehand', keys: [{ name, publicKey: der }] }
  const keys = readReleaseKeys(json)
  const id = keys.keys[0]?.id ?? ''
  return {
    keys,
    json,
    id,
    privateKey,
    sign: (file, more) => signedText({ ...manifestOf(file), ...more }, [{ id, privateKey }]),
  }
}

/** An older program that runs from its source. */
export const OLDER_SOURCE: Installation = {
  version: '1.0.0',
  platform: 'linux',
  arch: 'x64',
  package: 'source',
  place: null,
  handOver: null,
}

/** The description of version 9.0.0 for the source, which runs everywhere. */
export function manifestOf(file: Uint8Array): Manifest {
  return {
    product: 'chargehand',
    version: '9.0.0',
    platform: 'any',
    arch: 'any',
    package: 'source',
    file: 'chargehand-9.0.0.tar.gz',
    size: file.length,
    sha512: createHash('sha512').update(file).digest('hex'),
    released: '2027-01-02T03:04:05.000Z',
    notes: 'Everything is better.',
  }
}

/** Any object, signed as a description is. */
export function signedText(manifest: object, signers: readonly { id: string; privateKey: KeyObject }[]): string {
  const text = JSON.stringify(manifest)
  const signatures = signers.map(({ id, privateKey }) => ({
    key: id,
    signature: sign(null, Buffer.from(SIGNED_PREFIX + text), privateKey).toString('base64'),
  }))
  return JSON.stringify({ manifest: text, signatures })
}
