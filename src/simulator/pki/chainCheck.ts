import 'reflect-metadata'
import { BasicConstraintsExtension, X509Certificate } from '@peculiar/x509'

export interface ChainExpectation {
  /** SubjectPublicKeyInfo (DER, base64) of the keys a certificate has been asked for. */
  readonly spkis: ReadonlySet<string>
  readonly serialNumber: string
  readonly maxChainSize: number
  readonly now: Date
  /** The root the chain has to lead to, PEM; null: any. */
  readonly root: string | null
}

export type ChainVerdict =
  | { readonly ok: true; readonly spki: string; readonly certificates: readonly X509Certificate[] }
  /** `why` is a sentence without names or keys; it fits techInfo (255 characters). */
  | { readonly ok: false; readonly why: string }

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/**
 * Checks a chain the way A02.FR.06 asks a charger to: size, order (leaf first, then its issuers), own key, own serial
 * number, validity, signatures, CA rights. Does its own linking: X509ChainBuilder is no path validator.
 */
export async function checkChain(pem: string, expected: ChainExpectation): Promise<ChainVerdict> {
  if (pem.length > expected.maxChainSize) return refuse('the chain is longer than MaxCertificateChainSize')
  let certificates: X509Certificate[]
  let root: X509Certificate | null
  try {
    certificates = (pem.match(BLOCK) ?? []).map((block) => new X509Certificate(block))
    root = expected.root === null ? null : new X509Certificate(expected.root)
  } catch {
    return refuse('the chain holds something that is no certificate')
  }
  const [leaf, ...issuers] = certificates
  if (!leaf) return refuse('the chain holds no certificate')
  const spki = Buffer.from(leaf.publicKey.rawData).toString('base64')
  if (!expected.spkis.has(spki)) return refuse('the first certificate is not for a key of this charger')
  if (!leaf.subjectName.getField('CN').includes(expected.serialNumber)) {
    return refuse('the common name is not the serial number')
  }
  if (leaf.getExtension(BasicConstraintsExtension)?.ca) return refuse('the first certificate is a CA')
  for (const certificate of certificates) {
    if (certificate.notBefore > expected.now) return refuse('a certificate is not valid yet')
    if (certificate.notAfter < expected.now) return refuse('a certificate has expired')
  }
  if (issuers.length === 0 && root === null) return refuse('the issuer is missing from the chain')
  return (await linkFault(leaf, issuers, root)) ?? { ok: true, spki, certificates }
}

async function linkFault(
  leaf: X509Certificate,
  issuers: readonly X509Certificate[],
  root: X509Certificate | null,
): Promise<ChainVerdict | null> {
  let child = leaf
  const path = root && !issuers.at(-1)?.equal(root) ? [...issuers, root] : issuers
  for (const [depth, issuer] of path.entries()) {
    if (child.issuer !== issuer.subject) return refuse('the certificates do not follow each other, leaf first')
    const constraints = issuer.getExtension(BasicConstraintsExtension)
    if (!constraints?.ca) return refuse('an issuer is no CA')
    // The number of CAs between this one and the leaf (RFC 5280 §4.2.1.9).
    if (constraints.pathLength !== undefined && depth > constraints.pathLength) return refuse('the path is too long')
    if (!(await child.verify({ publicKey: issuer.publicKey, signatureOnly: true }))) {
      return refuse('a signature does not verify')
    }
    child = issuer
  }
  return null
}

function refuse(why: string): ChainVerdict {
  return { ok: false, why }
}
