import { type ClientProfile, LEAF_PROFILES } from './leafProfiles'
import { publishedAt } from './publishedAt'
import { leafName } from './subject'
import { ExtendedKeyUsageExtension, type X509Certificate } from './x509'

/** Parts of a certificate whose size is always the same, in bytes. */
const ALGORITHM = 12
const VERSION = 5
const SERIAL_NUMBER = 18
/** With times after 2049, which take two more each (RFC 5280 §4.1.2.5). */
const VALIDITY = 36
const BASIC_CONSTRAINTS = 14
const KEY_USAGE = 17
const KEY_IDENTIFIERS = 31 + 33
/** The longest ECDSA signature over P-256, P-384 and P-521, and the headers around it. */
const SIGNATURE = { 'P-256': 72 + 3, 'P-384': 104 + 4, 'P-521': 141 + 4 } as const

/** Longest header of a value of so many bytes (X.690 §8.1.3). */
const HEADER = 4

/** Characters of a PEM block of so many bytes, with lines of 64 and a line break at its end. */
export function pemLength(bytes: number): number {
  const base64 = Math.ceil(bytes / 3) * 4
  return base64 + Math.ceil(base64 / 64) + '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n'.length
}

/** What a certificate would be made of. */
export interface LeafToBe {
  readonly profile: ClientProfile
  readonly organisation: string
  readonly commonName: string
  readonly publicKey: Uint8Array
  readonly publishedAt?: string
}

/** How many characters its PEM would have at most: what is drawn when it is signed changes it by some bytes. */
export function longestLeaf(leaf: LeafToBe, issuing: X509Certificate): number {
  const { extendedKeyUsage } = LEAF_PROFILES[leaf.profile]
  const published = leaf.publishedAt === undefined ? [] : publishedAt(leaf.publishedAt)
  const varying = [
    ...(extendedKeyUsage.length > 0 ? [new ExtendedKeyUsageExtension([...extendedKeyUsage])] : []),
    ...published,
  ].reduce((sum, { rawData }) => sum + rawData.byteLength, 0)
  const { algorithm } = issuing.publicKey
  const curve = 'namedCurve' in algorithm ? String(algorithm.namedCurve) : ''
  const signature = curve in SIGNATURE ? SIGNATURE[curve as keyof typeof SIGNATURE] : SIGNATURE['P-521']
  const names = leafName(leaf.profile, leaf).toArrayBuffer().byteLength + issuing.subjectName.toArrayBuffer().byteLength
  const extensions = 2 * HEADER + BASIC_CONSTRAINTS + KEY_USAGE + KEY_IDENTIFIERS + varying
  const signed = HEADER + VERSION + SERIAL_NUMBER + ALGORITHM + names + VALIDITY + leaf.publicKey.length + extensions
  return pemLength(HEADER + signed + ALGORITHM + signature)
}

/** The chain that goes out, of its parts: all of it, or as much as there is room for; null when not even the leaf fits. */
export function fittingChain(leaf: string, above: readonly string[], max: number | null): string | null {
  for (let kept = above.length; kept >= 0; kept -= 1) {
    const chain = [leaf, ...above.slice(0, kept)].map((block) => `${block.trim()}\n`).join('')
    if (max === null || chain.length <= max) return chain
  }
  return null
}
