import { createHash, createHmac, randomBytes, X509Certificate } from 'node:crypto'
import type { KeyedCertificate } from '../authority'
import { macKey } from './macKey'
import { encrypt } from './pbes2'
import { bmpString, explicit0, implicit0, integer, nothing, octetString, oid, sequence, setOf } from './writeDer'

const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  certBag: '1.2.840.113549.1.12.10.1.3',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const

/**
 * Hashes to try one passphrase. Three keys are derived from it, and Windows refuses a file that asks for more than
 * 600,000 in all.
 */
const ITERATIONS = 150_000
const SALT_OCTETS = 16

export interface Pkcs12Order {
  /** The certificate that belongs to the key, then those above it. PEM. */
  readonly chain: readonly string[]
  /** PKCS#8; stays the caller's, to be overwritten. */
  readonly privateKeyPkcs8: KeyedCertificate['privateKeyPkcs8']
  /** What other programs call it. */
  readonly friendlyName: string
  readonly passphrase: string
  readonly iterations?: number
}

/**
 * A key with its certificates as a PKCS#12 file (RFC 7292): both encrypted with AES-256 (PBES2, RFC 8018), and a MAC with
 * SHA-256. Written here because node-forge writes RSA keys, SHA-1 and 2,048 hashes only.
 */
export async function writePkcs12(order: Pkcs12Order): Promise<Buffer> {
  const { chain, privateKeyPkcs8, friendlyName, iterations = ITERATIONS } = order
  // The same passphrase typed on another keyboard or system has to be the same bytes (RFC 8265 §4.2).
  const passphrase = order.passphrase.normalize('NFC')
  const certificates = chain.map((pem) => new X509Certificate(pem).raw)
  const keyId = createHash('sha1')
    .update(certificates[0] ?? '')
    .digest()
  const attributes = bagAttributes(keyId, friendlyName)
  const certificateBags = certificates.map((der, place) =>
    sequence(
      oid(OID.certBag),
      explicit0(sequence(oid(OID.x509Certificate), explicit0(octetString(der)))),
      ...(place === 0 ? [attributes] : []),
    ),
  )
  const shrouded = await encrypt(privateKeyPkcs8, passphrase, iterations)
  const keyBag = sequence(
    oid(OID.shroudedKeyBag),
    explicit0(sequence(shrouded.algorithm, octetString(shrouded.bytes))),
    attributes,
  )
  const hidden = await encrypt(sequence(...certificateBags), passphrase, iterations)
  const content = sequence(
    sequence(
      oid(OID.encryptedData),
      explicit0(sequence(integer(0), sequence(oid(OID.data), hidden.algorithm, implicit0(hidden.bytes)))),
    ),
    sequence(oid(OID.data), explicit0(octetString(sequence(keyBag)))),
  )
  return sequence(
    integer(3),
    sequence(oid(OID.data), explicit0(octetString(content))),
    await macData(content, passphrase, iterations),
  )
}

/** Ties key and certificate together; the same in both. */
function bagAttributes(keyId: Uint8Array, friendlyName: string): Buffer {
  return setOf(
    sequence(oid(OID.localKeyId), setOf(octetString(keyId))),
    sequence(oid(OID.friendlyName), setOf(bmpString(friendlyName))),
  )
}

async function macData(content: Uint8Array, passphrase: string, iterations: number): Promise<Buffer> {
  const salt = randomBytes(SALT_OCTETS)
  const key = await macKey(passphrase, salt, iterations)
  try {
    const mac = createHmac('sha256', key).update(content).digest()
    const digest = sequence(sequence(oid(OID.sha256), nothing()), octetString(mac))
    return sequence(digest, octetString(salt), integer(iterations))
  } finally {
    key.fill(0)
  }
}
