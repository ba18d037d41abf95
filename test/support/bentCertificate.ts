import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { privateKeyPem } from '@simulator/pki/keys'

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const HOUR = 3_600_000

/** A certificate with its private key, ready to sign another one or to be shown. */
export interface Signed {
  readonly certificate: X509Certificate
  readonly keys: CryptoKeyPair
}

/** What is unlike the certificate of a station, which is good as it stands. */
export interface Bend {
  readonly commonName?: string
  readonly organisation?: string
  /** Hours from now; default an hour ago to a day from now. */
  readonly from?: number
  readonly to?: number
  /** With basicConstraints CA:TRUE and the right to sign certificates. */
  readonly ca?: boolean
  /** 1.3.6.1.5.5.7.3.1 is a server's, …3.2 a client's; default none. */
  readonly extendedKeyUsage?: string
  /** Signed with its own key. */
  readonly selfSigned?: boolean
}

/** Makes what a station's certificate is, but for the bend. The product's own code for certificates has no part in it. */
export async function bentCertificate(
  issuer: Signed,
  names: { readonly commonName: string; readonly organisation: string },
  bend: Bend = {},
): Promise<Signed> {
  const keys = await crypto.subtle.generateKey(EC, true, ['sign', 'verify'])
  const { commonName, organisation } = { ...names, ...bend }
  const subject = new Name([{ O: [{ utf8String: organisation }] }, { CN: [{ utf8String: commonName }] }])
  const usage = bend.ca ? KeyUsageFlags.keyCertSign | KeyUsageFlags.digitalSignature : KeyUsageFlags.digitalSignature
  const certificate = await X509CertificateGenerator.create({
    serialNumber: `0f${randomBytes(15).toString('hex')}`,
    subject,
    issuer: bend.selfSigned ? subject : issuer.certificate.subjectName,
    notBefore: new Date(Date.now() + (bend.from ?? -1) * HOUR),
    notAfter: new Date(Date.now() + (bend.to ?? 24) * HOUR),
    publicKey: keys.publicKey,
    signingKey: bend.selfSigned ? keys.privateKey : issuer.keys.privateKey,
    signingAlgorithm: EC,
    extensions: [
      new BasicConstraintsExtension(bend.ca ?? false, undefined, true),
      new KeyUsagesExtension(usage, true),
      ...(bend.extendedKeyUsage ? [new ExtendedKeyUsageExtension([bend.extendedKeyUsage])] : []),
    ],
  })
  return { certificate, keys }
}

/** An authority out of a certificate and its key as they are kept. */
export async function signedOf(certificatePem: string, privateKeyPkcs8: Uint8Array): Promise<Signed> {
  const certificate = new X509Certificate(certificatePem)
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('pkcs8', Uint8Array.from(privateKeyPkcs8), EC, true, ['sign']),
    certificate.publicKey.export(EC, ['verify']),
  ])
  return { certificate, keys: { privateKey, publicKey } }
}

/** Key and chain as a TLS client takes them: its own certificate first. */
export async function asClient(own: Signed, ...above: readonly Signed[]): Promise<{ key: string; cert: string }> {
  const chain = [own, ...above].map(({ certificate }) => `${certificate.toString('pem')}\n`)
  return { key: await privateKeyPem(own.keys), cert: chain.join('') }
}
