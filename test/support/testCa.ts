import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { privateKeyPem, requestKey } from '@simulator/pki/keys'

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

interface Issuer {
  readonly certificate: X509Certificate
  readonly keys: CryptoKeyPair
}

export interface SignOptions {
  readonly subject?: string
  /** IP address in the subject's alternative name. */
  readonly address?: string
  readonly notBefore?: Date
  readonly notAfter?: Date
  /** Which certificates the chain holds, in which order. Default leaf and issuing. */
  readonly chain?: readonly ('leaf' | 'issuing' | 'root')[]
}

/** A root and an issuing CA for tests of a charger; the product's own CA is deliberately not used here. */
export class TestCa {
  readonly root: Issuer
  readonly issuing: Issuer

  constructor(root: Issuer, issuing: Issuer) {
    this.root = root
    this.issuing = issuing
  }

  static async create(): Promise<TestCa> {
    const root = await authority('CN=Test root', 1, null)
    return new TestCa(root, await authority('CN=Test issuing', 0, root))
  }

  /** A TLS server's key and chain for 127.0.0.1, both PEM. */
  async serverCredentials(): Promise<{ readonly key: string; readonly cert: string }> {
    const { csrPem, keys } = await requestKey('EC', '127.0.0.1', 'Test server')
    const cert = await this.sign(csrPem, { address: '127.0.0.1' })
    return { cert, key: await privateKeyPem(keys) }
  }

  /** Signs what the CSR asks for; every part can be bent. */
  async sign(csrPem: string, options: SignOptions = {}): Promise<string> {
    const csr = new Pkcs10CertificateRequest(csrPem)
    const leaf = await X509CertificateGenerator.create({
      subject: options.subject ?? csr.subject,
      issuer: this.issuing.certificate.subject,
      notBefore: options.notBefore ?? hoursFromNow(-1),
      notAfter: options.notAfter ?? hoursFromNow(24),
      publicKey: csr.publicKey,
      signingKey: this.issuing.keys.privateKey,
      signingAlgorithm: EC,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        ...(options.address ? [new SubjectAlternativeNameExtension([{ type: 'ip', value: options.address }])] : []),
      ],
    })
    const parts = { leaf, issuing: this.issuing.certificate, root: this.root.certificate }
    return (options.chain ?? ['leaf', 'issuing']).map((part) => `${parts[part].toString('pem')}\n`).join('')
  }
}

export function hoursFromNow(hours: number): Date {
  return new Date(Date.now() + hours * 3_600_000)
}

async function authority(name: string, pathLength: number, parent: Issuer | null): Promise<Issuer> {
  const keys = await crypto.subtle.generateKey(EC, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.create({
    subject: name,
    issuer: parent?.certificate.subject ?? name,
    notBefore: hoursFromNow(-2),
    notAfter: hoursFromNow(48),
    publicKey: keys.publicKey,
    signingKey: (parent?.keys ?? keys).privateKey,
    signingAlgorithm: EC,
    extensions: [new BasicConstraintsExtension(true, pathLength, true)],
  })
  return { certificate, keys }
}
