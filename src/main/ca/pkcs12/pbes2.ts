import { createCipheriv, createDecipheriv, pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { Integer, ObjectIdentifier, OctetString } from 'asn1js'
import { type Block, bytesOf, fieldsOf, MalformedDer, readDer } from '../der'
import { integer, nothing, octetString, oid, sequence } from './writeDer'

const derive = promisify(pbkdf2)

const OID = {
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacWithSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
} as const

const SALT_OCTETS = 16
const KEY_OCTETS = 32
const IV_OCTETS = 16

/** Most hashes that somebody's file may ask for: more would keep this computer busy for seconds. */
const MOST_ITERATIONS = 2_000_000

/** Encrypts with a key from a passphrase (PBES2, RFC 8018: PBKDF2 with SHA-256, AES-256). `algorithm` is its DER. */
export async function encrypt(
  plain: Uint8Array,
  passphrase: string,
  iterations: number,
): Promise<{ readonly algorithm: Buffer; readonly bytes: Buffer }> {
  const salt = randomBytes(SALT_OCTETS)
  const iv = randomBytes(IV_OCTETS)
  const key = await derive(passphrase, salt, iterations, KEY_OCTETS, 'sha256')
  try {
    const cipher = createCipheriv('aes-256-cbc', key, iv)
    const bytes = Buffer.concat([cipher.update(plain), cipher.final()])
    const derivation = sequence(
      octetString(salt),
      integer(iterations),
      integer(KEY_OCTETS),
      sequence(oid(OID.hmacWithSha256), nothing()),
    )
    const algorithm = sequence(
      oid(OID.pbes2),
      sequence(sequence(oid(OID.pbkdf2), derivation), sequence(oid(OID.aes256Cbc), octetString(iv))),
    )
    return { algorithm, bytes }
  } finally {
    key.fill(0)
  }
}

/** A private key (PKCS#8) as EncryptedPrivateKeyInfo (RFC 5958 §3), which every other tool reads. */
export async function encryptPrivateKey(pkcs8: Uint8Array, passphrase: string, iterations: number): Promise<Buffer> {
  const { algorithm, bytes } = await encrypt(pkcs8, passphrase.normalize('NFC'), iterations)
  return sequence(algorithm, octetString(bytes))
}

export type DecryptedKey =
  /** The bytes are the caller's: to be overwritten after use. */
  | { readonly kind: 'key'; readonly pkcs8: Uint8Array }
  | { readonly kind: 'wrong-passphrase' }
  /** It is none, or encrypted in another way than `encryptPrivateKey` does it. */
  | { readonly kind: 'unreadable' }

/** Opens what `encryptPrivateKey` made. */
export async function decryptPrivateKey(der: Uint8Array, passphrase: string): Promise<DecryptedKey> {
  const sealed = readSealed(der)
  if (!sealed) return { kind: 'unreadable' }
  const key = await derive(passphrase.normalize('NFC'), sealed.salt, sealed.iterations, KEY_OCTETS, 'sha256')
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, sealed.iv)
    const pkcs8 = new Uint8Array(Buffer.concat([decipher.update(sealed.bytes), decipher.final()]))
    try {
      // One wrong passphrase of 256 leaves an end that looks right; what stands before it does not.
      readDer(pkcs8)
    } catch {
      pkcs8.fill(0)
      return { kind: 'wrong-passphrase' }
    }
    return { kind: 'key', pkcs8 }
  } catch {
    return { kind: 'wrong-passphrase' }
  } finally {
    key.fill(0)
  }
}

interface Sealed {
  readonly salt: Uint8Array
  readonly iterations: number
  readonly iv: Uint8Array
  readonly bytes: Uint8Array
}

function readSealed(der: Uint8Array): Sealed | null {
  try {
    const [algorithm, bytes] = fieldsOf(readDer(der))
    const [derivation, cipher] = fieldsOf(parametersOf(algorithm, OID.pbes2))
    const [salt, iterations, ...rest] = fieldsOf(parametersOf(derivation, OID.pbkdf2))
    const [hash] = rest.slice(-1)
    parametersOf(hash, OID.hmacWithSha256)
    if (!(iterations instanceof Integer)) return null
    const count = iterations.valueBlock.valueDec
    const iv = octetsOf(parametersOf(cipher, OID.aes256Cbc))
    if (count < 1 || count > MOST_ITERATIONS || iv.length !== IV_OCTETS) return null
    return { salt: octetsOf(salt), iterations: count, iv, bytes: octetsOf(bytes) }
  } catch (error) {
    if (error instanceof MalformedDer) return null
    throw error
  }
}

function parametersOf(block: Block | undefined, algorithm: string): Block | undefined {
  const [id, parameters] = fieldsOf(block)
  if (!(id instanceof ObjectIdentifier) || id.valueBlock.toString() !== algorithm) {
    throw new MalformedDer('is encrypted in another way')
  }
  return parameters
}

function octetsOf(block: Block | undefined): Uint8Array {
  if (!(block instanceof OctetString)) throw new MalformedDer('has no bytes where they belong')
  // A copy without its header.
  const whole = bytesOf(block)
  return Uint8Array.from(whole.subarray(whole.length - block.valueBlock.valueHexView.length))
}
