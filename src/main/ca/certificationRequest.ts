import { CertificationRequest, CertificationRequestInfo } from '@peculiar/asn1-csr'
import { type Block, bytesOf, fieldsOf, MalformedDer, readFirst, readSequence } from './der'
import { type DistinguishedName, formatName, readName, valuesOf } from './distinguishedName'
import { sha256Hex } from './fingerprint'
import { type KeyDescription, readPublicKey } from './publicKey'
import { type RequestedExtensions, readRequestedExtensions } from './requestedExtensions'
import { readSignatureAlgorithm, type SignatureAlgorithm } from './signatureAlgorithm'

/** Longest `csr` field, in characters (SignCertificateRequest of 1.6 security, 2.0.1 and 2.1). */
export const MAX_REQUEST_LENGTH = 5500

/** Why a text is not a certificate request; the sentence is `findings['unreadable-<reason>']` of the words. */
export const UNREADABLE_REASONS = [
  'empty',
  'too-long',
  'private-key',
  'other-content',
  'several-blocks',
  'no-block',
  'bad-base64',
  'trailing-bytes',
  'malformed',
] as const
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number]

/** A request that could be read. Reading says nothing about whether it may be signed: see examine and provesPossession. */
export type ReadableRequest = {
  readonly kind: 'readable'
  /** The name it asks for as text, “” when it asks for none. */
  readonly subject: string
  readonly name: DistinguishedName
  readonly commonNames: readonly string[]
  readonly organisations: readonly string[]
  /** The public key as SubjectPublicKeyInfo in its canonical form. */
  readonly spki: Uint8Array
  /** SHA-256 over `spki`, lower-case hex: the identity of the key. */
  readonly spkiSha256: string
  readonly key: KeyDescription
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly extensions: RequestedExtensions
  /** What is signed, and the signature over it: the input of provesPossession. */
  readonly signed: { readonly bytes: Uint8Array; readonly signature: Uint8Array }
}

export type UnreadableRequest = { readonly kind: 'unreadable'; readonly reason: UnreadableReason }

const BEGIN = /-----BEGIN ([A-Z0-9 ]+)-----/g
// Both headers of RFC 7468 §7; line breaks of any kind, or none at all, as small chargers write them.
const ONE_REQUEST = /^-----BEGIN ((?:NEW )?CERTIFICATE REQUEST)-----([^-]*)-----END \1-----$/
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

function readPem(text: string): Uint8Array | UnreadableReason {
  // Before anything walks over it: the length is what a stranger chooses.
  if (text.length > MAX_REQUEST_LENGTH) return 'too-long'
  const trimmed = text.trim()
  if (trimmed === '') return 'empty'
  const labels = [...trimmed.matchAll(BEGIN)].map(([, label = '']) => label)
  if (labels.some((label) => label.endsWith('PRIVATE KEY'))) return 'private-key'
  if (labels.length > 1) return 'several-blocks'
  const block = ONE_REQUEST.exec(trimmed)
  if (block === null) {
    const [label] = labels
    return label !== undefined && !label.endsWith('CERTIFICATE REQUEST') ? 'other-content' : 'no-block'
  }
  const body = (block[2] ?? '').replace(/[ \t\r\n]+/g, '')
  if (body === '' || !BASE64.test(body)) return 'bad-base64'
  return new Uint8Array(Buffer.from(body, 'base64'))
}

function readRequest(block: Block): ReadableRequest {
  const { signature } = readSequence(block, CertificationRequest, 3)
  const [info, algorithm] = fieldsOf(block)
  const { version } = readSequence(info, CertificationRequestInfo, 4)
  const [, subject, publicKeyInfo, attributes] = fieldsOf(info)
  if (info === undefined || publicKeyInfo === undefined || version < 0) throw new MalformedDer('is no request')
  const name = readName(subject)
  const publicKey = readPublicKey(publicKeyInfo)
  return {
    kind: 'readable',
    subject: formatName(name),
    name,
    commonNames: valuesOf(name, 'CN'),
    organisations: valuesOf(name, 'O'),
    spki: publicKey.spki,
    spkiSha256: sha256Hex(publicKey.spki),
    key: publicKey.key,
    signatureAlgorithm: readSignatureAlgorithm(algorithm),
    extensions: readRequestedExtensions(attributes),
    signed: { bytes: bytesOf(info), signature: new Uint8Array(signature) },
  }
}

/**
 * Reads the text of a SignCertificate request: exactly one PEM block with one PKCS#10 (RFC 2986) and white space around
 * it, at most MAX_REQUEST_LENGTH characters. Synchronous and cheap enough to run before the station is answered; never
 * throws, whatever the text is.
 */
export function readCertificationRequest(text: string): ReadableRequest | UnreadableRequest {
  const der = readPem(text)
  if (typeof der === 'string') return { kind: 'unreadable', reason: der }
  try {
    const { block, length } = readFirst(der)
    return length < der.length ? { kind: 'unreadable', reason: 'trailing-bytes' } : readRequest(block)
  } catch (error) {
    if (error instanceof MalformedDer) return { kind: 'unreadable', reason: 'malformed' }
    throw error
  }
}
