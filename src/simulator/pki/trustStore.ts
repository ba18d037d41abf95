import 'reflect-metadata'
import { createHash } from 'node:crypto'
import { BasicConstraintsExtension, X509Certificate } from '@peculiar/x509'

/** Hash algorithms of CertificateHashDataType. */
export type HashAlgorithm = 'SHA256' | 'SHA384' | 'SHA512'

export interface CertificateHash {
  readonly hashAlgorithm: HashAlgorithm
  readonly issuerNameHash: string
  readonly issuerKeyHash: string
  readonly serialNumber: string
}

interface Root {
  readonly use: string
  readonly pem: string
  readonly certificate: X509Certificate
  /** Itself; of one that another root signed, that one. */
  readonly issuer: X509Certificate
}

/** Root certificates it has room for (CertificateEntries). */
export const MAX_ROOTS = 10

/** The root certificates that it was delivered with, and those the server has installed (M03–M05). */
export class TrustStore {
  #roots: Root[]
  /** It was given roots for its server once: without one left it trusts no server, and not those of the system. */
  #isOwn: boolean

  /** What the newest root for its server took the place of: still good for connections (M05.FR.10). */
  #fallback: readonly string[] = []
  /** A new root for its server has to be signed by the one before, and takes its place (AdditionalRootCertificateCheck). */
  readonly additionalCheck: boolean

  /** @param initial what it trusts its server by from the beginning; null for what the system trusts */
  constructor(initial: readonly string[] | null = null, { additionalCheck = false } = {}) {
    this.#roots = (initial ?? []).map((pem) => {
      const certificate = new X509Certificate(pem)
      return { use: 'csms', pem, certificate, issuer: certificate }
    })
    this.#isOwn = initial !== null
    this.additionalCheck = additionalCheck
  }

  get size(): number {
    return this.#roots.length
  }

  /** PEM of the roots that it knows its server by; null when those of the system count. */
  get serverRoots(): readonly string[] | null {
    return this.#isOwn ? [...this.pems('csms'), ...this.#fallback] : null
  }

  /** PEM of the roots for one use. */
  pems(use: string): readonly string[] {
    return this.#roots.filter((root) => root.use === use).map(({ pem }) => pem)
  }

  /** Rejected: no CA, expired, not signed by itself, no certificate at all. Failed: no room. */
  async install(use: string, pem: string, now: Date): Promise<'Accepted' | 'Rejected' | 'Failed'> {
    let certificate: X509Certificate
    try {
      certificate = new X509Certificate(pem)
    } catch {
      return 'Rejected'
    }
    if (certificate.notAfter < now || !certificate.getExtension(BasicConstraintsExtension)?.ca) return 'Rejected'
    const before = this.#roots.filter((root) => root.use === 'csms')
    const isReplacing = this.additionalCheck && use === 'csms' && before.length > 0
    if (isReplacing) {
      const signer = await signerOf(certificate, before)
      if (!signer) return 'Rejected'
      this.#fallback = before.map((root) => root.pem)
      this.#roots = this.#roots.filter((root) => root.use !== 'csms')
      this.#roots.push({ use, pem, certificate, issuer: signer })
      return 'Accepted'
    }
    if (!(await certificate.isSelfSigned().catch(() => false))) return 'Rejected'
    if (this.#roots.some((root) => root.use === use && root.certificate.equal(certificate))) return 'Accepted'
    if (this.#roots.length >= MAX_ROOTS) return 'Failed'
    this.#roots.push({ use, pem, certificate, issuer: certificate })
    if (use === 'csms') this.#isOwn = true
    return 'Accepted'
  }

  /** The roots for these uses, null for all. */
  list(uses: readonly string[] | null): readonly { readonly use: string; readonly hash: CertificateHash }[] {
    return this.#roots
      .filter(({ use }) => uses === null || uses.includes(use))
      .map(({ use, certificate, issuer }) => ({ use, hash: hashOf(certificate, 'SHA256', issuer) }))
  }

  delete(wanted: CertificateHash): 'Accepted' | 'NotFound' {
    const before = this.#roots.length
    this.#roots = this.#roots.filter(
      ({ certificate, issuer }) => !isSame(hashOf(certificate, wanted.hashAlgorithm, issuer), wanted),
    )
    return this.#roots.length < before ? 'Accepted' : 'NotFound'
  }
}

/** The root that has signed a certificate; undefined when none of them has. */
async function signerOf(certificate: X509Certificate, roots: readonly Root[]): Promise<X509Certificate | undefined> {
  for (const { certificate: root } of roots) {
    const isIssuer = certificate.issuer === root.subject
    if (isIssuer && (await certificate.verify({ publicKey: root.publicKey, signatureOnly: true }))) return root
  }
  return undefined
}

/** True when the hash is that of this certificate, whose issuer is `issuer`. */
export function isHashOf(certificate: X509Certificate, issuer: X509Certificate, wanted: CertificateHash): boolean {
  return isSame(hashOf(certificate, wanted.hashAlgorithm, issuer), wanted)
}

/**
 * Hashes of the issuer's name (DER) and of its key without tag and length, and the serial number in hex without leading
 * zeros (2.0.1 part 2 §2.7 CertificateHashDataType). A root is its own issuer.
 */
export function hashOf(
  certificate: X509Certificate,
  hashAlgorithm: HashAlgorithm,
  issuer: X509Certificate = certificate,
): CertificateHash {
  const hash = (bytes: Uint8Array) => createHash(hashAlgorithm.toLowerCase()).update(bytes).digest('hex')
  return {
    hashAlgorithm,
    issuerNameHash: hash(new Uint8Array(certificate.issuerName.toArrayBuffer())),
    issuerKeyHash: hash(keyBits(issuer)),
    serialNumber: certificate.serialNumber.replace(/^0+(?=.)/, '').toLowerCase(),
  }
}

/** The bit string of the SubjectPublicKeyInfo: what follows its algorithm, without the count of unused bits. */
function keyBits(certificate: X509Certificate): Uint8Array {
  const der = new Uint8Array(certificate.publicKey.rawData)
  const outer = contentOf(der, 0)
  const algorithm = contentOf(der, outer.start)
  const bits = contentOf(der, algorithm.end)
  return der.subarray(bits.start + 1, bits.end)
}

function contentOf(der: Uint8Array, at: number): { readonly start: number; readonly end: number } {
  const first = der[at + 1] ?? 0
  if (first < 0x80) return { start: at + 2, end: at + 2 + first }
  const count = first & 0x7f
  const length = der.subarray(at + 2, at + 2 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  return { start: at + 2 + count, end: at + 2 + count + length }
}

function isSame(one: CertificateHash, other: CertificateHash): boolean {
  return (['issuerNameHash', 'issuerKeyHash', 'serialNumber'] as const).every(
    (key) => one[key].toLowerCase().replace(/^0+(?=.)/, '') === other[key].toLowerCase().replace(/^0+(?=.)/, ''),
  )
}
