import { constants, createPublicKey, verify } from 'node:crypto'
import type { ReadableRequest } from './certificationRequest'
import { MAX_RSA_BITS } from './keyPolicy'
import type { HashName, SignatureAlgorithm } from './signatureAlgorithm'

/** Digests a proof may rest on. MD2 and MD5 are broken: with them a signature proves nothing, so none is looked at. */
const DIGESTS: Readonly<Partial<Record<HashName, string>>> = {
  'SHA-1': 'sha1',
  'SHA-224': 'sha224',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
}

function padding({ scheme }: SignatureAlgorithm) {
  if (scheme !== 'rsa-pss') return {}
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
}

function schemeFitsKey({ key, signatureAlgorithm: { scheme } }: ReadableRequest): boolean {
  if (key.algorithm === 'EC') return scheme === 'ecdsa'
  // A huge modulus makes one verification cost what a thousand should; it is refused by the key check anyway.
  if (key.algorithm === 'RSA') return (scheme === 'rsa-pkcs1' || scheme === 'rsa-pss') && key.bits <= MAX_RSA_BITS
  return false
}

/**
 * Whether the sender holds the private key of the request: its self-signature verifies (RFC 2986 §4.2). Runs on the
 * thread pool. False, never an error, for keys and algorithms that can't be verified here.
 */
export function provesPossession(request: ReadableRequest): Promise<boolean> {
  const { hash } = request.signatureAlgorithm
  const digest = hash === null ? undefined : DIGESTS[hash]
  if (digest === undefined || !schemeFitsKey(request)) return Promise.resolve(false)
  return new Promise((resolve) => {
    try {
      const key = createPublicKey({ key: Buffer.from(request.spki), format: 'der', type: 'spki' })
      const { bytes, signature } = request.signed
      verify(digest, bytes, { key, ...padding(request.signatureAlgorithm) }, signature, (error, valid) =>
        resolve(error === null && valid),
      )
    } catch {
      // A point that is not on its curve, or a curve that this platform doesn't know.
      resolve(false)
    }
  })
}
