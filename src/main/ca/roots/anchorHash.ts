import type { ReportedHash } from '@shared/contract/roots'
import { issuerHashes } from '../ocsp/issuerHashes'
import { X509Certificate } from '../x509'

/** OIDs of the hashes of CertificateHashData. */
const HASH_OIDS: Readonly<Record<ReportedHash['hashAlgorithm'], string>> = {
  SHA256: '2.16.840.1.101.3.4.2.1',
  SHA384: '2.16.840.1.101.3.4.2.2',
  SHA512: '2.16.840.1.101.3.4.2.3',
}

/**
 * How OCPP names a certificate (2.0.1 part 2 §2.7 CertificateHashData): hashes of its issuer's name and key, and its
 * serial number without zeros in front; all in lower-case hex. A root is its own issuer.
 */
export function anchorHash(
  pem: string,
  hashAlgorithm: ReportedHash['hashAlgorithm'],
  issuerPem: string = pem,
): ReportedHash {
  const issuer = issuerHashes(issuerPem, HASH_OIDS[hashAlgorithm])
  return {
    hashAlgorithm,
    issuerNameHash: issuer?.name ?? '',
    issuerKeyHash: issuer?.key ?? '',
    serialNumber: spelt(new X509Certificate(pem).serialNumber),
  }
}

/** Whether a station means the same certificate: hex of any case, serial numbers with or without zeros in front. */
export function sameHash(one: ReportedHash, other: ReportedHash): boolean {
  return (
    one.hashAlgorithm === other.hashAlgorithm &&
    one.issuerNameHash.toLowerCase() === other.issuerNameHash.toLowerCase() &&
    one.issuerKeyHash.toLowerCase() === other.issuerKeyHash.toLowerCase() &&
    spelt(one.serialNumber) === spelt(other.serialNumber)
  )
}

function spelt(serialNumber: string): string {
  return serialNumber.toLowerCase().replace(/^0+(?=.)/, '')
}
