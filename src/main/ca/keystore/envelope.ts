import type { KeyStoreKind } from './keyStore'

/**
 * The format of a sealed key: `CHKE`, version, kind, length of the salt, salt, body. Everything before the body is the
 * header; stores that encrypt by themselves authenticate it together with the body, so that a changed kind or salt is
 * noticed. What the body is, is the business of the kind.
 */
export type Envelope = {
  readonly kind: KeyStoreKind
  /** For the key derivation of `passphrase`; empty for the others. */
  readonly salt: Uint8Array
  readonly header: Uint8Array
  readonly body: Uint8Array
}

const MAGIC = 'CHKE'
const VERSION = 1
const FIXED = MAGIC.length + 3
const KIND_BYTES: Readonly<Record<KeyStoreKind, number>> = { system: 1, 'key-file': 2, passphrase: 3 }
const KINDS = Object.keys(KIND_BYTES) as KeyStoreKind[]

/** The header for a new envelope; `salt` at most 255 bytes. */
export function envelopeHeader(kind: KeyStoreKind, salt: Uint8Array = new Uint8Array()): Uint8Array {
  return Buffer.concat([Buffer.from(MAGIC, 'ascii'), Buffer.from([VERSION, KIND_BYTES[kind], salt.length]), salt])
}

/** Takes an envelope apart; null when it is none, is cut off, or is of a later version. */
export function readEnvelope(sealed: Uint8Array): Envelope | null {
  const bytes = Buffer.from(sealed)
  if (bytes.length < FIXED || bytes.toString('ascii', 0, MAGIC.length) !== MAGIC) return null
  const [version, kindByte, saltLength = 0] = bytes.subarray(MAGIC.length)
  const kind = KINDS.find((candidate) => KIND_BYTES[candidate] === kindByte)
  const bodyAt = FIXED + saltLength
  if (version !== VERSION || kind === undefined || bytes.length <= bodyAt) return null
  return { kind, salt: bytes.subarray(FIXED, bodyAt), header: bytes.subarray(0, bodyAt), body: bytes.subarray(bodyAt) }
}
