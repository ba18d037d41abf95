import { verify } from 'node:crypto'
import { PACKAGES, type Release } from '@shared/contract/updates'
import { z } from 'zod'
import type { ReleaseKeys } from './releaseKeys'
import { VERSION } from './version'

/** What is signed stands behind these words, so that no signature over anything else could pass for one over a version. */
export const SIGNED_PREFIX = 'chargehand update manifest 1\n'

/** A name that is a name everywhere: no folder, nothing hidden, nothing that a shell or Windows reads otherwise. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}\.(exe|dmg|AppImage|deb|tar\.gz)$/

/** What a version is, as whoever releases it has signed it. */
const Manifest = z.object({
  product: z.string().max(100),
  version: z.string().max(60).regex(VERSION),
  /** As Node names them; `any` for a source. */
  platform: z.enum(['win32', 'darwin', 'linux', 'any']),
  arch: z.enum(['x64', 'arm64', 'any']),
  package: z.enum(PACKAGES),
  file: z.string().regex(FILE_NAME),
  size: z.number().int().positive(),
  /** Of the file, hexadecimal. */
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
  /** RFC 3339. */
  released: z.iso.datetime(),
  notes: z.string().max(20_000).default(''),
})
export type Manifest = z.infer<typeof Manifest>

/** The file that comes with each installer. What is signed is a text and not an object: nobody has to agree how to write it. */
const Signed = z.object({
  manifest: z.string().max(60_000),
  signatures: z
    .array(z.object({ key: z.string().max(64), signature: z.base64().max(200) }))
    .min(1)
    .max(8),
})

export type OpenedManifest =
  | { readonly kind: 'good'; readonly manifest: Manifest; readonly key: string }
  /** No such file; signed by no key that is known; signed by one of them and changed afterwards. */
  | { readonly kind: 'not-signed' | 'other-key' | 'bad-signature' }

/** Opens a signed description. Nothing in it is looked at before its signature was found good. */
export function openManifest(text: string, { keys }: ReleaseKeys): OpenedManifest {
  const signed = Signed.safeParse(parse(text))
  if (!signed.success) return { kind: 'not-signed' }
  const { manifest, signatures } = signed.data
  const ours = signatures.flatMap(({ key: id, signature }) => {
    const key = keys.find((known) => known.id === id)
    return key ? [{ ...key, signature: Buffer.from(signature, 'base64') }] : []
  })
  if (ours.length === 0) return { kind: 'other-key' }
  const bytes = Buffer.from(SIGNED_PREFIX + manifest, 'utf8')
  const signer = ours.find(({ key, signature }) => verify(null, bytes, key, signature))
  if (!signer) return { kind: 'bad-signature' }
  const read = Manifest.safeParse(parse(manifest))
  return read.success ? { kind: 'good', manifest: read.data, key: signer.id } : { kind: 'not-signed' }
}

/** What the console shows of it. */
export function toRelease({ version, released, notes, file, size }: Manifest): Release {
  return { version, releasedAt: Date.parse(released), notes, file, size }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
