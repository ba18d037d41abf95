import { createHash, createPrivateKey } from 'node:crypto'
import { AUTHORITY_KEY, AUTHORITY_SIGNATURE, type KeyedCertificate } from '../authority'
import { newSerialNumber, type RandomBytes } from '../serialNumber'
import { signingKeyOf } from '../signingKey'
import { subjectOf } from '../subject'
import { BACKDATE_MS } from '../validity'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '../x509'
import { publicKeyBits } from './issuerHashes'
import type { OcspSigner } from './response'

/** id-kp-OCSPSigning (RFC 6960 §4.2.2.2). */
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
/** id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1): nobody shall ask a responder about itself. */
const NO_CHECK = '1.3.6.1.5.5.7.48.1.5'
const NULL = Uint8Array.of(5, 0)

/** How long a responder's certificate lasts, in milliseconds: nobody checks it, so it is to end soon by itself. */
export const RESPONDER_VALIDITY_MS = 14 * 24 * 3_600_000

/**
 * Makes a responder that the issuing CA has charged with answering for it. Its key is a new one that only lives in
 * memory, so that the authority's own is not taken out for every question.
 */
export async function newResponder(options: {
  readonly issuing: KeyedCertificate
  readonly organisation: string
  readonly now: number
  readonly randomBytes: RandomBytes
}): Promise<OcspSigner> {
  const issuing = new X509Certificate(options.issuing.certificatePem)
  const keys = await crypto.subtle.generateKey(AUTHORITY_KEY, true, ['sign', 'verify'])
  const now = options.now - (options.now % 1000)
  const notAfter = Math.min(now + RESPONDER_VALIDITY_MS, issuing.notAfter.getTime())
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerialNumber(options.randomBytes),
    subject: subjectOf({ organisation: options.organisation, commonName: 'OCSP responder' }),
    issuer: new Name(issuing.subjectName.toArrayBuffer()),
    notBefore: new Date(now - BACKDATE_MS),
    notAfter: new Date(notAfter),
    publicKey: keys.publicKey,
    signingKey: await signingKeyOf(options.issuing),
    signingAlgorithm: AUTHORITY_SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([OCSP_SIGNING]),
      new Extension(NO_CHECK, false, NULL),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuing.publicKey),
    ],
  })
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  try {
    return {
      key: createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
      certificate: new Uint8Array(certificate.rawData),
      keyHash: createHash('sha1').update(publicKeyBits(certificate)).digest(),
    }
  } finally {
    key.fill(0)
  }
}
