import 'reflect-metadata'
import { BasicConstraintsExtension, X509Certificate } from '@peculiar/x509'

export interface ChainExpectation {
  /** SubjectPublicKeyInfo (DER, base64) of the keys a certificate has been asked for. */
  readonly spkis: ReadonlySet<string>
  readonly serialNumber: string
  readonly maxChainSize: number
  readonly now: Date
  /** The roots one of which the chain has to lead to, PEM; null: any. */
  readonly roots: readonly string[] | null
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
  let roots: X509Certificate[] | null
  try {
    certificates = (pem.match(BLOCK) ?? []).map((block) => new X509Certificate(block))
    roots = expected.roots?.map((each) => new X509Certificate(each)) ?? null
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
  if (issuers.length === 0 && roots === null) return refuse('the issuer is missing from the chain')
  return (await pathFault(leaf, issuers, roots)) ?? { ok: true, spki, certificates }
}

/** What is wrong with the chain, as it would be with the root that fits best; null when it leads to a root. */
async function pathFault(
  leaf: X509Certificate,
  issuers: readonly X509Certificate[],
  roots: readonly X509Certificate[] | null,
): Promise<ChainVerdict | null> {
  if (roots === null) return linkFault(leaf, issuers)
  let fault: ChainVerdict | null = refuse('it trusts no root')
  for (const root of [...roots].reverse()) {
    const withoutRoot = issuers.filter((issuer) => !issuer.equal(root))
    // What stands behind the certificate that the root has signed is the way to another root.
    for (let used = 0; used <= withoutRoot.length; used += 1) {
      fault = await linkFault(leaf, [...withoutRoot.slice(0, used), root])
      if (fault === null) return null
    }
  }
  return fault
}

async function linkFault(leaf: X509Certificate, path: readonly X509Certificate[]): Promise<ChainVerdict | null> {
  let child = leaf
  let between = 0
  for (const issuer of path) {
    if (child.issuer !== issuer.subject) return refuse('the certificates do not follow each other, leaf first')
    const constraints = issuer.getExtension(BasicConstraintsExtension)
    if (!constraints?.ca) return refuse('an issuer is no CA')
    // The number of CAs between this one and the leaf; those that sign for their own name do not count (§4.2.1.9).
    if (constraints.pathLength !== undefined && between > constraints.pathLength) return refuse('the path is too long')
    if (!(await child.verify({ publicKey: issuer.publicKey, signatureOnly: true }))) {
      return refuse('a signature does not verify')
    }
    if (issuer.subject !== issuer.issuer) between += 1
    child = issuer
  }
  return null
}

function refuse(why: string): ChainVerdict {
  return { ok: false, why }
}
