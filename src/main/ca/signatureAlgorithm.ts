import { RsaSaPssParams } from '@peculiar/asn1-rsa'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'
import { type Block, MalformedDer, readDer, readSequence } from './der'

export type HashName = 'MD2' | 'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512'

/** How a request is signed; `hash` is null when the algorithm is not known here or hashes by itself (Ed25519). */
export type SignatureAlgorithm = {
  readonly name: string
  readonly scheme: 'ecdsa' | 'rsa-pkcs1' | 'rsa-pss' | 'unknown'
  readonly hash: HashName | null
}

const KNOWN: Readonly<Record<string, SignatureAlgorithm>> = {
  '1.2.840.10045.4.1': { name: 'ecdsa-with-SHA1', scheme: 'ecdsa', hash: 'SHA-1' },
  '1.2.840.10045.4.3.1': { name: 'ecdsa-with-SHA224', scheme: 'ecdsa', hash: 'SHA-224' },
  '1.2.840.10045.4.3.2': { name: 'ecdsa-with-SHA256', scheme: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { name: 'ecdsa-with-SHA384', scheme: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { name: 'ecdsa-with-SHA512', scheme: 'ecdsa', hash: 'SHA-512' },
  '1.2.840.113549.1.1.2': { name: 'md2WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'MD2' },
  '1.2.840.113549.1.1.4': { name: 'md5WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'MD5' },
  '1.2.840.113549.1.1.5': { name: 'sha1WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'SHA-1' },
  '1.2.840.113549.1.1.14': { name: 'sha224WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'SHA-224' },
  '1.2.840.113549.1.1.11': { name: 'sha256WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { name: 'sha384WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { name: 'sha512WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'SHA-512' },
  '1.3.101.112': { name: 'Ed25519', scheme: 'unknown', hash: null },
  '1.3.101.113': { name: 'Ed448', scheme: 'unknown', hash: null },
}

const RSASSA_PSS = '1.2.840.113549.1.1.10'

const HASHES: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.2.5': 'MD5',
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

function readPss(parameters: ArrayBuffer | null | undefined): SignatureAlgorithm {
  if (!parameters) throw new MalformedDer('leaves out how RSASSA-PSS was used')
  // RFC 8017 A.2.3: a left-out hash means SHA-1; the library fills it in.
  const oid = readSequence(readDer(parameters), RsaSaPssParams, 4).hashAlgorithm.algorithm
  const hash = HASHES[oid]
  if (hash === undefined) return { name: `RSASSA-PSS with ${oid}`, scheme: 'unknown', hash: null }
  return { name: `RSASSA-PSS with ${hash}`, scheme: 'rsa-pss', hash }
}

/** Reads an AlgorithmIdentifier of a signature; unknown ones keep their dotted identifier as name. Throws MalformedDer. */
export function readSignatureAlgorithm(block: Block | undefined): SignatureAlgorithm {
  const { algorithm, parameters } = readSequence(block, AlgorithmIdentifier, 2)
  if (algorithm === RSASSA_PSS) return readPss(parameters)
  return KNOWN[algorithm] ?? { name: algorithm, scheme: 'unknown', hash: null }
}
