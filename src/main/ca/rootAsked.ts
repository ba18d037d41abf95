import { issuerHashes } from './ocsp/issuerHashes'
import { X509Certificate } from './x509'

/** How a request names the root that its certificate is to stand under (CertificateHashData, A02.FR.27). */
export interface AskedRoot {
  readonly hashAlgorithm: string
  readonly issuerNameHash: string
  readonly issuerKeyHash: string
  readonly serialNumber: string
}

const OIDS: Readonly<Record<string, string>> = {
  SHA256: '2.16.840.1.101.3.4.2.1',
  SHA384: '2.16.840.1.101.3.4.2.2',
  SHA512: '2.16.840.1.101.3.4.2.3',
}

/** What was stored of it; the text is our own. */
export function readAskedRoot(text: string): AskedRoot {
  return JSON.parse(text) as AskedRoot
}

/** Hex of any case, and without the zeros that some stations put in front. */
const number = (hex: string) => hex.toLowerCase().replace(/^0+(?=.)/, '')

/** Whether it names this root: a root is its own issuer. */
export function isOurRoot(asked: AskedRoot, rootPem: string): boolean {
  const hashes = issuerHashes(rootPem, OIDS[asked.hashAlgorithm] ?? '')
  return (
    hashes !== undefined &&
    hashes.name === asked.issuerNameHash.toLowerCase() &&
    hashes.key === asked.issuerKeyHash.toLowerCase() &&
    number(new X509Certificate(rootPem).serialNumber) === number(asked.serialNumber)
  )
}
