import type { RandomBytes } from './serialNumber'
import { newSerialNumber } from './serialNumber'
import { COMMON_NAME_MAX_LENGTH, subjectOf } from './subject'
import { ISSUING_VALIDITY_MONTHS, ROOT_VALIDITY_MONTHS, validityFrom } from './validity'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type Name,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from './x509'

/** A certificate with its private key. The key bytes are the caller's: seal them, then overwrite them. */
export type KeyedCertificate = {
  readonly certificatePem: string
  readonly privateKeyPkcs8: Uint8Array
  /** Under which it is published; see `publishedName`. That of the first issuing CA where it is left out. */
  readonly publishedName?: string
}

export type Authority = { readonly root: KeyedCertificate; readonly issuing: KeyedCertificate }

export const AUTHORITY_KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const
export const AUTHORITY_SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** “<site> Root CA”, with the site's name cut where X.520 would not take it whole. */
function authorityName(siteName: string, role: 'Root CA' | 'Issuing CA'): string {
  const room = COMMON_NAME_MAX_LENGTH - role.length - 1
  const characters = [...siteName]
  const shown = characters.length <= room ? siteName : `${characters.slice(0, room - 1).join('')}…`
  return `${shown} ${role}`
}

type Party = { readonly name: Name; readonly keys: CryptoKeyPair }

async function certify(options: {
  readonly subject: Party
  readonly issuer: Party
  readonly pathLength: number
  readonly serialNumber: string
  readonly validity: { notBefore: number; notAfter: number }
}): Promise<KeyedCertificate> {
  const { subject, issuer, pathLength, serialNumber, validity } = options
  const certificate = await X509CertificateGenerator.create({
    serialNumber,
    subject: subject.name,
    issuer: issuer.name,
    notBefore: new Date(validity.notBefore),
    notAfter: new Date(validity.notAfter),
    publicKey: subject.keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: AUTHORITY_SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(true, pathLength, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(subject.keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey),
    ],
  })
  return {
    certificatePem: certificate.toString('pem'),
    privateKeyPkcs8: new Uint8Array(await crypto.subtle.exportKey('pkcs8', subject.keys.privateKey)),
  }
}

/**
 * Makes the site's own authority: a root that chargers install, and an issuing CA under it that signs for stations
 * (RFC 5280 §4.2.1.9: path length 1 and 0). EC P-256, SHA-256. `now` in milliseconds; `organisation` at most 64
 * characters, `siteName` any length.
 */
export async function createAuthority(options: {
  readonly organisation: string
  readonly siteName: string
  readonly now: number
  readonly randomBytes: RandomBytes
}): Promise<Authority> {
  const { organisation, siteName, now, randomBytes } = options
  const party = async (role: 'Root CA' | 'Issuing CA'): Promise<Party> => ({
    name: subjectOf({ organisation, commonName: authorityName(siteName, role) }),
    keys: await crypto.subtle.generateKey(AUTHORITY_KEY, true, ['sign', 'verify']),
  })
  const root = await party('Root CA')
  const issuing = await party('Issuing CA')
  return {
    root: await certify({
      subject: root,
      issuer: root,
      pathLength: 1,
      serialNumber: newSerialNumber(randomBytes),
      validity: validityFrom(now, ROOT_VALIDITY_MONTHS),
    }),
    issuing: await certify({
      subject: issuing,
      issuer: root,
      pathLength: 0,
      serialNumber: newSerialNumber(randomBytes),
      validity: validityFrom(now, ISSUING_VALIDITY_MONTHS),
    }),
  }
}
