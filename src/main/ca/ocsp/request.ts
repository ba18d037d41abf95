import { Extension } from '@peculiar/asn1-x509'
import { Constructed, Integer, ObjectIdentifier, OctetString } from 'asn1js'
import { type Block, fieldsOf, MalformedDer, readDer, readSequence } from '../der'

/** id-pkix-ocsp-nonce (RFC 9654 §2.1). */
export const NONCE = '1.3.6.1.5.5.7.48.1.2'

/** Longest nonce in bytes (RFC 9654 §2.1). */
export const NONCE_MAX_BYTES = 128

/** How much may be asked at once, by name. */
export interface OcspLimits {
  /** Longest request, in bytes. */
  readonly requestBytes: number
  /** Most certificates that a request asks for. */
  readonly certificates: number
  /** How long its sender may take to send it, in milliseconds. */
  readonly requestMs: number
}

export const OCSP_LIMITS: OcspLimits = { requestBytes: 4_096, certificates: 20, requestMs: 10_000 }

/** Which certificate somebody asks for: its issuer by hashes, and its serial number (RFC 6960 §4.1.1). */
export interface AskedCertificate {
  /** OID of the hash. */
  readonly hash: string
  /** Lower-case hex, as are the next two. */
  readonly issuerNameHash: string
  readonly issuerKeyHash: string
  /** Without zeros in front. */
  readonly serialNumber: string
  /** The CertID as it was asked, to be answered with. */
  readonly asked: Block
}

export interface OcspRequest {
  readonly certificates: readonly AskedCertificate[]
  /** The extension as it was asked, to be answered with. */
  readonly nonce: Block | null
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The content of a context tag `number`; undefined when it is another value. */
function tagged(block: Block | undefined, number: number): Block | undefined {
  if (!(block instanceof Constructed) || block.idBlock.tagClass !== 3 || block.idBlock.tagNumber !== number) return
  const [content, ...rest] = fieldsOf(block)
  if (rest.length > 0) throw new MalformedDer('has several values in one tag')
  return content
}

function octets(block: Block | undefined): string {
  if (!(block instanceof OctetString)) throw new MalformedDer('has no octets where some belong')
  return hexOf(block.valueBlock.valueHexView)
}

function readCertificate(block: Block): AskedCertificate {
  const [asked] = fieldsOf(block)
  const [algorithm, nameHash, keyHash, serial, ...rest] = fieldsOf(asked)
  const [hash] = fieldsOf(algorithm)
  if (!asked || !(hash instanceof ObjectIdentifier) || !(serial instanceof Integer) || rest.length > 0) {
    throw new MalformedDer('does not name a certificate')
  }
  return {
    hash: hash.getValue(),
    issuerNameHash: octets(nameHash),
    issuerKeyHash: octets(keyHash),
    serialNumber: hexOf(serial.valueBlock.valueHexView).replace(/^(00)+(?=.)/, ''),
    asked,
  }
}

function readNonce(extensions: Block | undefined): Block | null {
  if (!extensions) return null
  const found = fieldsOf(extensions).filter((each) => readSequence(each, Extension, 3).extnID === NONCE)
  const [nonce] = found
  if (!nonce) return null
  const { buffer } = readSequence(nonce, Extension, 3).extnValue
  const value = readDer(buffer)
  const length = value instanceof OctetString ? value.valueBlock.valueHexView.byteLength : 0
  if (found.length > 1 || length === 0 || length > NONCE_MAX_BYTES) throw new MalformedDer('has no usable nonce')
  return nonce
}

/**
 * Reads an OCSP request (RFC 6960 §4.1.1) from strangers' bytes; throws MalformedDer. Its signature, if it has one, is
 * not looked at: everybody may ask.
 */
export function readOcspRequest(
  bytes: Uint8Array,
  limits: Pick<OcspLimits, 'certificates'> = OCSP_LIMITS,
): OcspRequest {
  const [asked, signature, ...behind] = fieldsOf(readDer(bytes))
  if (behind.length > 0 || (signature && !tagged(signature, 0))) throw new MalformedDer('has more than a request')
  const fields = [...fieldsOf(asked)]
  if (tagged(fields[0], 0)) fields.shift()
  if (tagged(fields[0], 1)) fields.shift()
  const [list, extensions, ...rest] = fields
  const requests = fieldsOf(list)
  if (rest.length > 0 || requests.length === 0 || requests.length > limits.certificates) {
    throw new MalformedDer('asks for nothing, or for too much')
  }
  const inTag = extensions && tagged(extensions, 2)
  if (extensions && !inTag) throw new MalformedDer('has something that does not belong there')
  return { certificates: requests.map(readCertificate), nonce: readNonce(inTag) }
}
