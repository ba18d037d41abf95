import 'reflect-metadata'
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509'

/** P-256 or RSA 2048: what A00.FR.502/503 allow and chargers really have. */
export type KeyType = 'EC' | 'RSA'

const ALGORITHMS = {
  EC: { name: 'ECDSA', namedCurve: 'P-256' },
  RSA: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  },
} as const

const SIGNING = {
  EC: { name: 'ECDSA', hash: 'SHA-256' },
  RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const

/** A key pair whose certificate has been asked for. */
export interface RequestedKey {
  readonly keys: CryptoKeyPair
  /** DER of the SubjectPublicKeyInfo, base64: how the certificate is matched to it. */
  readonly spki: string
  readonly csrPem: string
}

/** A fresh key pair and its PKCS#10 request: CN = serial number (A00.FR.511), O = organisation (A00.FR.509). */
export async function requestKey(type: KeyType, serialNumber: string, organisation: string): Promise<RequestedKey> {
  const keys = await crypto.subtle.generateKey(ALGORITHMS[type], true, ['sign', 'verify'])
  const request = await Pkcs10CertificateRequestGenerator.create({
    // Given as parts, not as text: a comma in the organisation's name is then only a comma.
    name: [{ CN: [serialNumber] }, { O: [organisation] }],
    keys,
    signingAlgorithm: SIGNING[type],
  })
  const spki = Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey)).toString('base64')
  return { keys, spki, csrPem: request.toString('pem') }
}

/** The private key as PEM (PKCS#8), for the TLS client. */
export async function privateKeyPem(keys: CryptoKeyPair): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${der.replace(/(.{64})/g, '$1\n').trimEnd()}\n-----END PRIVATE KEY-----\n`
}
