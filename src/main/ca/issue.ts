import { AUTHORITY_SIGNATURE, type KeyedCertificate } from './authority'
import { asFingerprint, sha256Hex } from './fingerprint'
import { publishedAt } from './publishedAt'
import { signingKeyOf } from './signingKey'
import { stationExtensions } from './stationProfile'
import { canBeCommonName, nameText, subjectOf } from './subject'
import { stationValidity } from './validity'
import { Name, PublicKey, X509Certificate, X509CertificateGenerator } from './x509'

/** A station certificate as it was signed. Times in milliseconds. */
export type IssuedStationCertificate = {
  readonly pem: string
  /** What CertificateSigned carries: leaf first, then the issuing CA; never the root, which the station must already trust. */
  readonly chainPem: string
  readonly serialNumberHex: string
  readonly notBefore: number
  readonly notAfter: number
  /** SHA-256 over the certificate, hex pairs with colons. */
  readonly sha256: string
  readonly subject: string
}

/** What goes into a station certificate. Everything is the server's own knowledge, except the key. */
export type StationCertificateContent = {
  /** The station's serial number; becomes the CN (A00.FR.511). */
  readonly stationSerialNumber: string
  /** Becomes the O (A00.FR.509). */
  readonly organisation: string
  /** The public key of the request, SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array
  /** Of newSerialNumber. */
  readonly certificateSerialNumber: string
  /** Milliseconds. */
  readonly now: number
  readonly validityMonths?: number
  /** Where others can check it; none, and it does not say. */
  readonly publishedAt?: string
}

/** Joins certificates to the form of CertificateSigned: every block ends with one line break. */
function joinPem(...blocks: string[]): string {
  return blocks.map((block) => `${block.trim()}\n`).join('')
}

function subjectOfStation({ organisation, stationSerialNumber }: StationCertificateContent): Name {
  if (!canBeCommonName(stationSerialNumber)) throw new RangeError('the serial number can not be a common name')
  return subjectOf({ organisation, commonName: stationSerialNumber })
}

async function template(content: StationCertificateContent, issuing: X509Certificate) {
  const publicKey = new PublicKey(Uint8Array.from(content.publicKey))
  const validity = stationValidity(content.now, issuing.notAfter.getTime(), content.validityMonths)
  if (validity.kind === 'issuer-expired') throw new RangeError('the issuing certificate has expired')
  return {
    serialNumber: content.certificateSerialNumber,
    subject: subjectOfStation(content),
    // The same bytes as in the issuer's own certificate: some stations compare names byte by byte.
    issuer: new Name(issuing.subjectName.toArrayBuffer()),
    notBefore: new Date(validity.notBefore),
    notAfter: new Date(validity.notAfter),
    publicKey,
    extensions: [
      ...(await stationExtensions(publicKey, issuing.publicKey)),
      ...(content.publishedAt === undefined ? [] : publishedAt(content.publishedAt)),
    ],
  }
}

/**
 * Signs a station certificate for the key of an approved request. The caller has examined the request; this function
 * takes nothing from it but the key. Throws RangeError when the serial number can't be a CN or the issuing certificate
 * has expired: checkCommonName and checkValidity block both before a person is offered to approve.
 *
 * The chain always fits into CertificateSigned (10 000 characters in every version): keys and names have limits, and
 * with the longest of them it has about half of that.
 */
export async function issueStationCertificate(
  options: StationCertificateContent & { readonly issuing: KeyedCertificate },
): Promise<IssuedStationCertificate> {
  const issuing = new X509Certificate(options.issuing.certificatePem)
  const content = await template(options, issuing)
  const signingKey = await signingKeyOf(options.issuing)
  const leaf = await X509CertificateGenerator.create({ ...content, signingKey, signingAlgorithm: AUTHORITY_SIGNATURE })
  const pem = joinPem(leaf.toString('pem'))
  return {
    pem,
    chainPem: joinPem(pem, options.issuing.certificatePem),
    serialNumberHex: leaf.serialNumber,
    notBefore: leaf.notBefore.getTime(),
    notAfter: leaf.notAfter.getTime(),
    sha256: asFingerprint(sha256Hex(new Uint8Array(leaf.rawData))),
    subject: nameText(leaf.subjectName),
  }
}
