import { issuerHashes } from '../ca/ocsp/issuerHashes'
import { X509Certificate } from '../ca/x509'

/** OIDs of the hash algorithms of CertificateHashDataType. */
const OIDS: Readonly<Record<string, string>> = {
  SHA256: '2.16.840.1.101.3.4.2.1',
  SHA384: '2.16.840.1.101.3.4.2.2',
  SHA512: '2.16.840.1.101.3.4.2.3',
}

/** Hexadecimal as it is compared: no station agrees with another about capitals and leading zeros. */
const spelt = (hex: unknown) => (typeof hex === 'string' ? hex.toLowerCase().replace(/^0+(?=.)/, '') : null)

/**
 * Whether a root is among those that a station has, by its answer to GetInstalledCertificateIds of any version. A root
 * is its own issuer (CertificateHashDataType).
 */
export function listsRoot(answer: unknown, rootPem: string): boolean {
  const serialNumber = spelt(new X509Certificate(rootPem).serialNumber)
  return entriesOf(answer).some((entry) => {
    const hashes = issuerHashes(rootPem, OIDS[String(entry.hashAlgorithm)] ?? '')
    return (
      hashes !== undefined &&
      spelt(entry.issuerNameHash) === spelt(hashes.name) &&
      spelt(entry.issuerKeyHash) === spelt(hashes.key) &&
      spelt(entry.serialNumber) === serialNumber
    )
  })
}

type Entry = Readonly<Record<string, unknown>>

/** 1.6 lists the hashes themselves, 2.x each within its chain. */
function entriesOf(answer: unknown): Entry[] {
  const { certificateHashData, certificateHashDataChain } = (answer ?? {}) as Entry
  const chain = Array.isArray(certificateHashDataChain) ? certificateHashDataChain : []
  const plain = Array.isArray(certificateHashData) ? certificateHashData : []
  return [...plain, ...chain.map((entry: Entry) => entry.certificateHashData)].filter(
    (entry): entry is Entry => typeof entry === 'object' && entry !== null,
  )
}
