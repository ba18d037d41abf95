import { AUTHORITY_SIGNATURE, type KeyedCertificate } from './authority'
import { deviceExtensions } from './deviceProfile'
import { asFingerprint, sha256Hex } from './fingerprint'
import { publishedAt } from './publishedAt'
import { signingKeyOf } from './signingKey'
import { stationExtensions } from './stationProfile'
import { canBeCommonName, nameText, subjectOf } from './subject'
import { stationValidity } from './validity'
import { type Extension, Name, PublicKey, X509Certificate, X509CertificateGenerator } from './x509'

/** The certificate of a station or a device as it was signed. Times in milliseconds. */
export type IssuedClientCertificate = {
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

/** What goes into every client certificate. All of it is the server's own knowledge, except the key. */
type ClientContent = {
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

/** What goes into a station certificate. */
export type StationCertificateContent = ClientContent & {
  /** The station's serial number; becomes the CN (A00.FR.511). */
  readonly stationSerialNumber: string
}

/** What goes into a device's certificate. */
export type DeviceCertificateContent = ClientContent & {
  /** The name under which the device is known to this site; becomes the CN. */
  readonly clientId: string
}

/** Who it is for, and what it may be used for: the rights of a station or of a device. */
type Holder = {
  readonly commonName: string
  readonly extensions: (own: PublicKey, issuing: PublicKey) => Promise<Extension[]>
}

/** Joins certificates to the form of CertificateSigned: every block ends with one line break. */
function joinPem(...blocks: string[]): string {
  return blocks.map((block) => `${block.trim()}\n`).join('')
}

function subjectOfHolder({ commonName }: Holder, { organisation }: ClientContent): Name {
  if (!canBeCommonName(commonName)) throw new RangeError(`${JSON.stringify(commonName)} can not be a common name`)
  return subjectOf({ organisation, commonName })
}

async function template(holder: Holder, content: ClientContent, issuing: X509Certificate) {
  const publicKey = new PublicKey(Uint8Array.from(content.publicKey))
  const validity = stationValidity(content.now, issuing.notAfter.getTime(), content.validityMonths)
  if (validity.kind === 'issuer-expired') throw new RangeError('the issuing certificate has expired')
  return {
    serialNumber: content.certificateSerialNumber,
    subject: subjectOfHolder(holder, content),
    // The same bytes as in the issuer's own certificate: some stations compare names byte by byte.
    issuer: new Name(issuing.subjectName.toArrayBuffer()),
    notBefore: new Date(validity.notBefore),
    notAfter: new Date(validity.notAfter),
    publicKey,
    extensions: [
      ...(await holder.extensions(publicKey, issuing.publicKey)),
      ...(content.publishedAt === undefined ? [] : publishedAt(content.publishedAt)),
    ],
  }
}

async function issue(
  holder: Holder,
  options: ClientContent & { readonly issuing: KeyedCertificate },
): Promise<IssuedClientCertificate> {
  const issuing = new X509Certificate(options.issuing.certificatePem)
  const content = await template(holder, options, issuing)
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

/**
 * Signs a station certificate for the key of an approved request. The caller has examined the request; this function
 * takes nothing from it but the key. Throws RangeError when the serial number can't be a CN or the issuing certificate
 * has expired: checkCommonName and checkValidity block both before a person is offered to approve.
 *
 * The chain always fits into CertificateSigned (10 000 characters in every version): keys and names have limits, and
 * with the longest of them it has about half of that.
 */
export function issueStationCertificate(
  options: StationCertificateContent & { readonly issuing: KeyedCertificate },
): Promise<IssuedClientCertificate> {
  return issue({ commonName: options.stationSerialNumber, extensions: stationExtensions }, options)
}

/**
 * Signs a certificate with which a device proves itself by TLS. As with a station's, the caller has examined the request,
 * and nothing is taken from it but the key. Throws RangeError when the name can't be a CN or the issuing certificate has
 * expired.
 */
export function issueDeviceCertificate(
  options: DeviceCertificateContent & { readonly issuing: KeyedCertificate },
): Promise<IssuedClientCertificate> {
  return issue({ commonName: options.clientId, extensions: deviceExtensions }, options)
}
