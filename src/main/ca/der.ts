import { AsnParser } from '@peculiar/asn1-schema'
import { type AsnType, BitString, Boolean as BooleanBlock, Constructed, fromBER, Integer, Sequence } from 'asn1js'

/**
 * What strangers send is read by asn1js, and fitted to the types of RFC 5280 and RFC 2986 by @peculiar/asn1-schema.
 * Both are made for BER and forgive much; what is here is the rest, to refuse everything but DER.
 */

/** The bytes are not the DER that was expected. Thrown inside this folder only; readers of outside text catch it. */
export class MalformedDer extends Error {
  override readonly name = 'MalformedDer'
}

/** One value of any kind, read or to be read. */
export type Block = AsnType

/** How deep values may be nested and how many there may be: a real request has about 10 and 100. */
export const MAX_DEPTH = 32
export const MAX_BLOCKS = 500

// Strings are bytes: unless told so, asn1js also tries to read what is inside of each, and nested ones cost time.
const LIMITS = { maxDepth: MAX_DEPTH, maxNodes: MAX_BLOCKS, parseEmbedded: false }

/** What the library throws has no type of its own, so all of it means the same here. */
function reading<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new MalformedDer('does not have the form that was expected', { cause })
  }
}

/** How many bytes the shortest length field takes (X.690 §10.1). */
const shortestLength = (length: number) => (length < 0x80 ? 1 : 1 + Math.ceil(length.toString(16).length / 2))

/** Headers as DER wants them all the way down, and no value that asn1js takes for one it is not. */
function isStrict(block: Block): boolean {
  const { idBlock, lenBlock } = block
  if (lenBlock.isIndefiniteForm || lenBlock.blockLength !== shortestLength(lenBlock.length)) return false
  // X.690 §8.9, §8.11, §10.2: SEQUENCE and SET are always made of parts, strings and numbers never.
  if (idBlock.isConstructed !== block instanceof Constructed) return false
  if (block instanceof Constructed) return block.valueBlock.value.every(isStrict)
  // X.690 §8.2.1, §8.3.1; asn1js takes no bytes for FALSE and 0.
  if (block instanceof BooleanBlock) return lenBlock.length === 1
  if (block instanceof Integer) return lenBlock.length > 0
  // Keys and signatures end on a byte. Of what is read here only KeyUsage does not, which has two at most.
  return !(block instanceof BitString) || block.valueBlock.unusedBits === 0 || lenBlock.length <= 3
}

/** The first value in `bytes`, of any kind; `length` is how many bytes it takes. Throws MalformedDer. */
export function readFirst(bytes: Uint8Array | ArrayBuffer): { block: Block; length: number } {
  return reading(() => {
    const { result, offset } = fromBER(bytes, LIMITS)
    // asn1js lets a value reach beyond the one that holds it, and tags and identifiers be padded. Written anew, none of
    // these comes out the same.
    if (offset < 0 || !isStrict(result) || !Buffer.from(result.toBER()).equals(bytesOf(result))) {
      throw new MalformedDer(result.error || 'is not DER')
    }
    return { block: result, length: offset }
  })
}

/** The one value that fills `bytes`. Throws MalformedDer. */
export function readDer(bytes: Uint8Array | ArrayBuffer): Block {
  const { block, length } = readFirst(bytes)
  if (length !== bytes.byteLength) throw new MalformedDer('holds more than one value')
  return block
}

/** The value as the library's type `target`, by its rules only. Throws MalformedDer. */
export function asType<T>(block: Block, target: new () => T): T {
  return reading(() => AsnParser.fromASN(block, target, { berOptions: LIMITS }))
}

/**
 * A SEQUENCE of at most `most` fields as the library's type `target`. The library takes any tag for SEQUENCE and passes
 * over fields behind the last one it knows, so each SEQUENCE is read by itself with this. Throws MalformedDer.
 */
export function readSequence<T>(block: Block | undefined, target: new () => T, most: number): T {
  if (!(block instanceof Sequence) || fieldsOf(block).length > most) {
    throw new MalformedDer('does not have the fields that belong there')
  }
  return asType(block, target)
}

/** The values inside of a SEQUENCE, SET or tag. Throws MalformedDer when it is none. */
export function fieldsOf(block: Block | undefined): Block[] {
  if (!(block instanceof Constructed)) throw new MalformedDer('has one value where several belong')
  return block.valueBlock.value
}

/** The bytes that the value was read from, header included. */
export function bytesOf(block: Block): Uint8Array {
  return block.valueBeforeDecodeView
}
