import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'
import type { KeyedCertificate } from './authority'

const signing = promisify(sign)

/** What our signatures say they are: ECDSA with SHA-256, without parameters (RFC 5758 §3.2). */
export const SIGNATURE_ALGORITHM = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' })

/** The private key of an authority for `signDer`; the copy of its bytes is overwritten. */
export function keyObjectOf({ privateKeyPkcs8 }: KeyedCertificate): KeyObject {
  const key = Buffer.from(privateKeyPkcs8)
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  } finally {
    key.fill(0)
  }
}

/**
 * Signs DER with an EC key as SIGNATURE_ALGORITHM, for what @peculiar/x509 does not write. By `node:crypto`, because
 * WebCrypto's form of an ECDSA signature is not the one that X.509 wants.
 */
export async function signDer(key: KeyObject, der: ArrayBuffer): Promise<ArrayBuffer> {
  const signature = await signing('sha256', new Uint8Array(der), key)
  return Uint8Array.from(signature).buffer
}
