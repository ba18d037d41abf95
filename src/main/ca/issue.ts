import { AUTHORITY_SIGNATURE, type KeyedCertificate } from './authority'
import { asFingerprint, sha256Hex } from './fingerprint'
import { leafExtensions } from './leafExtensions'
import { type ClientProfile, LEAF_PROFILES, monthsOf } from './leafProfiles'
import { publishedAt } from './publishedAt'
import { signingKeyOf } from './signingKey'
import { canBeCommonName, leafName, leafSubject } from './subject'
import { clientValidity } from './validity'
import { Name, PublicKey, X509Certificate, X509CertificateGenerator } from './x509'

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

/** What goes into a client certificate. All of it is the server's own knowledge, except the key. */
export type ClientContent = {
  readonly profile: ClientProfile
  /** A station's serial number (A00.FR.511), or the name under which this site knows a device. */
  readonly commonName: string
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

/** Who signs: the issuing CA, ready to sign many certificates one after the other. */
export interface Issuer {
  readonly certificatePem: string
  readonly certificate: X509Certificate
  readonly signingKey: CryptoKey
  /** See `publishedName`. */
  readonly publishedName?: string
}

/** Makes the issuing CA ready. Its private key is in `signingKey` then, which can't be read out, and nowhere else. */
export async function issuerOf(issuing: KeyedCertificate): Promise<Issuer> {
  return {
    certificatePem: issuing.certificatePem,
    certificate: new X509Certificate(issuing.certificatePem),
    signingKey: await signingKeyOf(issuing),
    publishedName: issuing.publishedName,
  }
}

/** Joins certificates to the form of CertificateSigned: every block ends with one line break. */
export function joinPem(...blocks: readonly string[]): string {
  return blocks.map((block) => `${block.trim()}\n`).join('')
}

async function template(content: ClientContent, issuing: X509Certificate, issuerName?: string) {
  const { profile, commonName, organisation } = content
  if (!canBeCommonName(commonName)) throw new RangeError(`${JSON.stringify(commonName)} can not be a common name`)
  const publicKey = new PublicKey(Uint8Array.from(content.publicKey))
  const months = content.validityMonths ?? monthsOf(profile)
  const validity = clientValidity(content.now, issuing.notAfter.getTime(), months)
  if (validity.kind === 'issuer-expired') throw new RangeError('the issuing certificate has expired')
  const isRsa = publicKey.algorithm.name.startsWith('RSA')
  return {
    serialNumber: content.certificateSerialNumber,
    subject: leafName(profile, { organisation, commonName }),
    // The same bytes as in the issuer's own certificate: some stations compare names byte by byte.
    issuer: new Name(issuing.subjectName.toArrayBuffer()),
    notBefore: new Date(validity.notBefore),
    notAfter: new Date(validity.notAfter),
    publicKey,
    extensions: [
      ...(await leafExtensions(LEAF_PROFILES[profile], { publicKey, isRsa }, issuing.publicKey)),
      ...(content.publishedAt === undefined ? [] : publishedAt(content.publishedAt, issuerName)),
    ],
  }
}

/**
 * Signs a certificate for the key of an approved request. The caller has examined the request; this function takes
 * nothing from it but the key. Throws RangeError when the name can't be a CN or the issuing certificate has expired:
 * checkCommonName and checkValidity block both before a person is offered to approve.
 *
 * The chain always fits into CertificateSigned (10 000 characters in every version): keys and names have limits, and
 * with the longest of them it has about half of that. What one station has room for is for the caller to look at.
 */
export async function issueCertificate(content: ClientContent, issuer: Issuer): Promise<IssuedClientCertificate> {
  const { signingKey, certificate, certificatePem } = issuer
  const leaf = await X509CertificateGenerator.create({
    ...(await template(content, certificate, issuer.publishedName)),
    signingKey,
    signingAlgorithm: AUTHORITY_SIGNATURE,
  })
  const pem = joinPem(leaf.toString('pem'))
  return {
    pem,
    chainPem: joinPem(pem, certificatePem),
    serialNumberHex: leaf.serialNumber,
    notBefore: leaf.notBefore.getTime(),
    notAfter: leaf.notAfter.getTime(),
    sha256: asFingerprint(sha256Hex(new Uint8Array(leaf.rawData))),
    subject: leafSubject(content.profile, content),
  }
}
