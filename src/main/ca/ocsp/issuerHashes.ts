import { createHash } from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509'
import { X509Certificate } from '../x509'

/** The hashes that programs ask with, by their OID: SHA-1 is what nearly all use, and names things here, proves nothing. */
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** The bits of a certificate's public key, without tag, length and number of unused bits (RFC 6960 §4.1.1). */
export function publicKeyBits(certificate: X509Certificate): Uint8Array {
  return new Uint8Array(AsnConvert.parse(certificate.publicKey.rawData, SubjectPublicKeyInfo).subjectPublicKey)
}

/** How an issuer is named in a CertID, in lower-case hex; undefined for a hash that is not known. */
export function issuerHashes(issuerPem: string, hash: string): { name: string; key: string } | undefined {
  const algorithm = HASHES[hash]
  if (!algorithm) return undefined
  const issuer = new X509Certificate(issuerPem)
  const hashed = (bytes: Uint8Array) => createHash(algorithm).update(bytes).digest('hex')
  return { name: hashed(new Uint8Array(issuer.subjectName.toArrayBuffer())), key: hashed(publicKeyBits(issuer)) }
}
