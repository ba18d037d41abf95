import { isIP } from 'node:net'
import { AUTHORITY_SIGNATURE, type KeyedCertificate } from '../authority'
import { leafExtensions } from '../leafExtensions'
import { LEAF_PROFILES } from '../leafProfiles'
import { signingKeyOf } from '../signingKey'
import { subjectOf } from '../subject'
import { BACKDATE_MS } from '../validity'
import {
  type Extension,
  Name,
  type PublicKey,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '../x509'
import { commonNameOf, type ServerNames } from './serverNames'

/**
 * The keys a TLS server of OCPP needs: suites with ECDSA and with RSA keys are both mandatory for it (A00.FR.318), and
 * 1.6 stations take RSA keys of at most 2048 bits (OCPP-J 1.6 §6.2.1).
 */
export const SERVER_KEY_TYPES = ['ec', 'rsa'] as const
export type ServerKeyType = (typeof SERVER_KEY_TYPES)[number]

const ALGORITHM = {
  ec: { name: 'ECDSA', namedCurve: 'P-256' },
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
} as const

/** A new key of the type, extractable: the TLS server takes it as PEM. */
export function newServerKey(type: ServerKeyType): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM[type], true, ['sign', 'verify'])
}

/** What goes into a server certificate. Times in milliseconds. */
export interface ServerCertificateContent {
  readonly names: ServerNames
  /** Becomes the O (A00.FR.509). */
  readonly organisation: string
  readonly type: ServerKeyType
  readonly publicKey: CryptoKey
  /** Of newSerialNumber. */
  readonly serialNumber: string
  readonly now: number
  /** How long it lives from now on; it never outlives its issuer. */
  readonly validMs: number
}

async function extensionsOf({ type, names }: ServerCertificateContent, own: CryptoKey, issuing: PublicKey) {
  const extensions: Extension[] = [
    ...(await leafExtensions(LEAF_PROFILES['tls-server'], { publicKey: own, isRsa: type === 'rsa' }, issuing)),
    new SubjectAlternativeNameExtension([
      ...names.dns.map((value) => ({ type: 'dns' as const, value })),
      ...names.addresses.filter((value) => isIP(value) !== 0).map((value) => ({ type: 'ip' as const, value })),
    ]),
  ]
  return extensions
}

/**
 * Signs a certificate for this site's TLS server. Gives the chain as PEM, leaf first, then the issuing CA, and its end.
 * Throws RangeError when the issuing certificate has expired.
 */
export async function issueServerCertificate(
  content: ServerCertificateContent,
  issuing: KeyedCertificate,
): Promise<{ readonly chainPem: string; readonly notAfter: number }> {
  const issuer = new X509Certificate(issuing.certificatePem)
  if (issuer.notAfter.getTime() <= content.now) throw new RangeError('the issuing certificate has expired')
  const wholeSeconds = content.now - (content.now % 1000)
  const notAfter = Math.min(wholeSeconds + content.validMs, issuer.notAfter.getTime())
  const leaf = await X509CertificateGenerator.create({
    serialNumber: content.serialNumber,
    subject: subjectOf({ organisation: content.organisation, commonName: commonNameOf(content.names) }),
    issuer: new Name(issuer.subjectName.toArrayBuffer()),
    notBefore: new Date(wholeSeconds - BACKDATE_MS),
    notAfter: new Date(notAfter),
    publicKey: content.publicKey,
    signingKey: await signingKeyOf(issuing),
    signingAlgorithm: AUTHORITY_SIGNATURE,
    extensions: await extensionsOf(content, content.publicKey, issuer.publicKey),
  })
  return { chainPem: `${leaf.toString('pem').trim()}\n${issuing.certificatePem.trim()}\n`, notAfter }
}
