import type { CertificateSummary } from '@shared/contract/requests'
import { readDer } from './der'
import { asFingerprint, sha256Hex } from './fingerprint'
import { describeKey, readPublicKey } from './publicKey'
import { nameText } from './subject'
import { X509Certificate } from './x509'

/** Descriptions that are kept: reading a certificate costs a thousand times as much as looking one up. */
const KEPT = 1_000
const kept = new Map<string, CertificateSummary>()

/** What a person sees of a certificate of our own. Throws for text that is not one PEM certificate. */
export function describeCertificate(pem: string): CertificateSummary {
  const known = kept.get(pem)
  if (known) return known
  const described = describe(pem)
  kept.set(pem, described)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return described
}

function describe(pem: string): CertificateSummary {
  const certificate = new X509Certificate(pem)
  const { key } = readPublicKey(readDer(certificate.publicKey.rawData))
  return {
    subject: nameText(certificate.subjectName),
    issuer: nameText(certificate.issuerName),
    serialNumber: certificate.serialNumber,
    notBefore: certificate.notBefore.getTime(),
    notAfter: certificate.notAfter.getTime(),
    keyDescription: describeKey(key),
    sha256: asFingerprint(sha256Hex(new Uint8Array(certificate.rawData))),
  }
}

/** SHA-256 (lower-case hex) of the public key of a certificate of our own, comparable with ReadableRequest.spkiSha256. */
export function certificateKeySha256(pem: string): string {
  const certificate = new X509Certificate(pem)
  return sha256Hex(readPublicKey(readDer(certificate.publicKey.rawData)).spki)
}
