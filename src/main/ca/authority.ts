import { AUTHORITY_KEY, AUTHORITY_SIGNATURE, type KeyedCertificate } from './authorityKey'
import type { RandomBytes } from './serialNumber'
import { newSerialNumber } from './serialNumber'
import { signingKeyOf } from './signingKey'
import { COMMON_NAME_MAX_LENGTH, subjectOf } from './subject'
import { ISSUING_VALIDITY_MONTHS, ROOT_VALIDITY_MONTHS, validityFrom } from './validity'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  type PublicKey,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from './x509'

export type Authority = { readonly root: KeyedCertificate; readonly issuing: KeyedCertificate }

export { AUTHORITY_KEY, AUTHORITY_SIGNATURE, type KeyedCertificate }

/** “<site> Root CA”, with the site's name cut where X.520 would not take it whole. */
function authorityName(siteName: string, role: string): string {
  const room = COMMON_NAME_MAX_LENGTH - role.length - 1
  const characters = [...siteName]
  const shown = characters.length <= room ? siteName : `${characters.slice(0, room - 1).join('')}…`
  return `${shown} ${role}`
}

interface Certified {
  readonly subject: { readonly name: Name; readonly publicKey: CryptoKey | PublicKey }
  readonly issuer: { readonly name: Name; readonly publicKey: CryptoKey | PublicKey; readonly signingKey: CryptoKey }
  readonly pathLength: number
  readonly serialNumber: string
  readonly validity: { readonly notBefore: number; readonly notAfter: number }
}

/** The certificate of a CA as PEM. It names the keys of both: roots of several generations have one name. */
async function certify({ subject, issuer, pathLength, serialNumber, validity }: Certified): Promise<string> {
  const certificate = await X509CertificateGenerator.create({
    serialNumber,
    subject: subject.name,
    issuer: issuer.name,
    notBefore: new Date(validity.notBefore),
    notAfter: new Date(validity.notAfter),
    publicKey: subject.publicKey,
    signingKey: issuer.signingKey,
    signingAlgorithm: AUTHORITY_SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(true, pathLength, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(subject.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return certificate.toString('pem')
}

const newKeys = () => crypto.subtle.generateKey(AUTHORITY_KEY, true, ['sign', 'verify'])

async function keyed(certificatePem: string, keys: CryptoKeyPair): Promise<KeyedCertificate> {
  return { certificatePem, privateKeyPkcs8: new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey)) }
}

/** What every new authority is made with; `now` in milliseconds. */
export interface AuthorityMaking {
  readonly now: number
  readonly randomBytes: RandomBytes
}

export interface AuthorityNames {
  /** At most 64 characters. */
  readonly organisation: string
  /** Any length. */
  readonly siteName: string
}

/** The name of the site's root, which all of its generations have: see docs/adr on roll-over. */
export function rootName({ organisation, siteName }: AuthorityNames): Name {
  return subjectOf({ organisation, commonName: authorityName(siteName, 'Root CA') })
}

/** The name in a certificate, in the very same bytes: some programs compare names byte by byte. */
function nameIn(certificate: X509Certificate): Name {
  return new Name(certificate.subjectName.toArrayBuffer())
}

/**
 * A root that chargers install: EC P-256, SHA-256, path length 1 (RFC 5280 §4.2.1.9). Given the root before, it gets that
 * one's name: what one of them signs for the other is then self-issued, and not counted in path lengths (§6.1.4 l).
 */
export async function createRoot(
  name: AuthorityNames | { readonly previousPem: string },
  { now, randomBytes }: AuthorityMaking,
): Promise<KeyedCertificate> {
  const keys = await newKeys()
  const party = {
    name: 'previousPem' in name ? nameIn(new X509Certificate(name.previousPem)) : rootName(name),
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
  }
  const serialNumber = newSerialNumber(randomBytes)
  const validity = validityFrom(now, ROOT_VALIDITY_MONTHS)
  return keyed(await certify({ subject: party, issuer: party, pathLength: 1, serialNumber, validity }), keys)
}

/**
 * An issuing CA under a root, that signs for stations (path length 0). It never outlives its root; from the second on its
 * name has its number, so that lists of revoked certificates are not mixed up.
 * @throws RangeError when the root has ended
 */
export async function createIssuing(
  root: KeyedCertificate,
  { organisation, siteName, generation }: AuthorityNames & { readonly generation: number },
  { now, randomBytes }: AuthorityMaking,
): Promise<KeyedCertificate> {
  const keys = await newKeys()
  const rootCertificate = new X509Certificate(root.certificatePem)
  const role = generation === 1 ? 'Issuing CA' : `Issuing CA ${generation}`
  const certificatePem = await certify({
    subject: {
      name: subjectOf({ organisation, commonName: authorityName(siteName, role) }),
      publicKey: keys.publicKey,
    },
    issuer: await signing(root, rootCertificate),
    pathLength: 0,
    serialNumber: newSerialNumber(randomBytes),
    validity: clamped(validityFrom(now, ISSUING_VALIDITY_MONTHS), now, [rootCertificate]),
  })
  return keyed(certificatePem, keys)
}

/**
 * The key of one root, certified by another, for whoever knows only that one (RFC 4210 §4.4). It is valid as long as
 * both are. @throws RangeError when one of them has ended
 */
export async function crossSign(
  subjectPem: string,
  issuer: KeyedCertificate,
  { now, randomBytes }: AuthorityMaking,
): Promise<string> {
  const subject = new X509Certificate(subjectPem)
  const issuerCertificate = new X509Certificate(issuer.certificatePem)
  return certify({
    subject: { name: nameIn(subject), publicKey: subject.publicKey },
    issuer: await signing(issuer, issuerCertificate),
    pathLength: 1,
    serialNumber: newSerialNumber(randomBytes),
    validity: clamped(validityFrom(now, ROOT_VALIDITY_MONTHS), now, [subject, issuerCertificate]),
  })
}

async function signing(issuer: KeyedCertificate, certificate: X509Certificate): Promise<Certified['issuer']> {
  return { name: nameIn(certificate), publicKey: certificate.publicKey, signingKey: await signingKeyOf(issuer) }
}

/** What outlives who stands above it would be refused from then on; better that it says so itself. */
function clamped(
  wanted: Certified['validity'],
  now: number,
  within: readonly X509Certificate[],
): Certified['validity'] {
  const notAfter = Math.min(wanted.notAfter, ...within.map((certificate) => certificate.notAfter.getTime()))
  if (notAfter <= now) throw new RangeError('the certificate above has ended')
  return { notBefore: wanted.notBefore, notAfter }
}

/** Makes the site's own first authority: a root, and an issuing CA under it. */
export async function createAuthority({
  now,
  randomBytes,
  ...names
}: AuthorityNames & AuthorityMaking): Promise<Authority> {
  const root = await createRoot(names, { now, randomBytes })
  return { root, issuing: await createIssuing(root, { ...names, generation: 1 }, { now, randomBytes }) }
}
