import 'reflect-metadata'
import { createVerify } from 'node:crypto'
import { X509Certificate } from '@peculiar/x509'

export type SigningCertificateVerdict = 'fine' | 'InvalidCertificate'

/**
 * Looks at the certificate a firmware is signed with: readable, valid now, and issued by one of the manufacturer's roots
 * where such roots are installed (L01.FR.21/22).
 */
export async function checkSigningCertificate(
  pem: string,
  roots: readonly string[],
  now: Date,
): Promise<SigningCertificateVerdict> {
  try {
    const certificate = new X509Certificate(pem)
    if (certificate.notBefore > now || certificate.notAfter < now) return 'InvalidCertificate'
    if (roots.length === 0) return 'fine'
    for (const root of roots) {
      const { publicKey } = new X509Certificate(root)
      if (await certificate.verify({ publicKey, signatureOnly: true })) return 'fine'
    }
  } catch {
    // What can not be read is no certificate.
  }
  return 'InvalidCertificate'
}

/** True when `signature` (base64) is that of the file, by SHA-256 and the certificate's key (L01). */
export function verifySignature(pem: string, file: Buffer, signature: string): boolean {
  try {
    const bytes = Buffer.from(signature, 'base64')
    return (
      createVerify('SHA256').update(file).verify(pem, bytes) ||
      createVerify('SHA256').update(file).verify({ key: pem, dsaEncoding: 'ieee-p1363' }, bytes)
    )
  } catch {
    return false
  }
}
