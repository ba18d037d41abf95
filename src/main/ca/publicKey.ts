import { createPublicKey } from 'node:crypto'
import { RSAPublicKey } from '@peculiar/asn1-rsa'
import { AlgorithmIdentifier, SubjectPublicKeyInfo } from '@peculiar/asn1-x509'
import { ObjectIdentifier } from 'asn1js'
import { type Block, bytesOf, fieldsOf, MalformedDer, readDer, readSequence } from './der'
import { MAX_RSA_BITS } from './keyPolicy'
import { type RsaFlaw, rsaFlaw } from './rsaFlaw'

/**
 * What kind of key it is. `exponent` is decimal; `flaw`: what is wrong with how its modulus was made, as far as that shows;
 * `other` is a kind that no check accepts, such as Ed25519. */
export type KeyDescription =
  | { readonly algorithm: 'EC'; readonly curve: string }
  | { readonly algorithm: 'RSA'; readonly bits: number; readonly exponent: string; readonly flaw: RsaFlaw | null }
  | { readonly algorithm: 'other'; readonly name: string }

const EC_PUBLIC_KEY = '1.2.840.10045.2.1'
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'

const CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.1': 'P-192',
  '1.3.132.0.33': 'P-224',
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
  '1.3.132.0.10': 'secp256k1',
  '1.3.36.3.3.2.8.1.1.7': 'brainpoolP256r1',
  '1.3.36.3.3.2.8.1.1.11': 'brainpoolP384r1',
  '1.3.36.3.3.2.8.1.1.13': 'brainpoolP512r1',
}

const OTHER_KEYS: Readonly<Record<string, string>> = {
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.113549.1.1.10': 'RSASSA-PSS',
  '1.3.101.110': 'X25519',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
}

function curveOf(parameters: ArrayBuffer | null | undefined): string {
  const block = parameters ? readDer(parameters) : undefined
  // RFC 5480 §2.1.1: only named curves; spelled-out parameters have been used to smuggle in weak ones.
  if (!(block instanceof ObjectIdentifier)) return 'unnamed curve'
  const curve = block.getValue()
  return CURVES[curve] ?? curve
}

/** The number of an INTEGER, which must not be negative (X.690 §8.3.3). */
function unsigned(integer: ArrayBuffer): bigint {
  const bytes = Buffer.from(integer)
  if ((bytes[0] ?? 0x80) >= 0x80) throw new MalformedDer('has a number that is empty or negative')
  return BigInt(`0x${bytes.toString('hex')}`)
}

function readKey(block: Block): KeyDescription {
  const { subjectPublicKey } = readSequence(block, SubjectPublicKeyInfo, 2)
  const { algorithm, parameters } = readSequence(fieldsOf(block)[0], AlgorithmIdentifier, 2)
  if (algorithm === EC_PUBLIC_KEY) return { algorithm: 'EC', curve: curveOf(parameters) }
  if (algorithm === RSA_ENCRYPTION) {
    const { modulus, publicExponent } = readSequence(readDer(subjectPublicKey), RSAPublicKey, 2)
    const number = unsigned(modulus)
    return {
      algorithm: 'RSA',
      bits: number.toString(2).length,
      flaw: number.toString(2).length > MAX_RSA_BITS ? null : rsaFlaw(number),
      exponent: unsigned(publicExponent).toString(10),
    }
  }
  return { algorithm: 'other', name: OTHER_KEYS[algorithm] ?? algorithm }
}

/**
 * The same key always as the same bytes. A point may be written compressed or not, parameters present or left out; a
 * fingerprint over what was sent would let one key pass for two. Keys that the platform can't read stay as they came.
 */
function canonical(spki: Uint8Array): Uint8Array {
  try {
    const jwk = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({ format: 'jwk' })
    return new Uint8Array(createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' }))
  } catch {
    return Uint8Array.from(spki)
  }
}

/** Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7); throws MalformedDer. `spki` is a canonical copy. */
export function readPublicKey(block: Block): { key: KeyDescription; spki: Uint8Array } {
  return { key: readKey(block), spki: canonical(bytesOf(block)) }
}

/** The key in a few words: “EC P-256”, “RSA 2048”. */
export function describeKey(key: KeyDescription): string {
  switch (key.algorithm) {
    case 'EC':
      return `EC ${key.curve}`
    case 'RSA':
      return `RSA ${key.bits}`
    case 'other':
      return key.name
  }
}
