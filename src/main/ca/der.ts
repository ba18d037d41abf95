/**
 * A reader of DER, for what strangers send. Certificate requests are read with this and not with a general ASN.1
 * library, because those accept BER, bytes behind the end and lazily parsed parts that throw later.
 */

/** The bytes are not the DER that was expected. Thrown inside this folder only; readers of outside text catch it. */
export class MalformedDer extends Error {
  override readonly name = 'MalformedDer'
}

/** One tag-length-value; `value` and `raw` are views into the bytes it was read from. */
export type DerElement = { readonly tag: number; readonly value: Uint8Array; readonly raw: Uint8Array }

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const

/** The context-specific, constructed tag `[number]`. */
export function contextTag(number: number): number {
  return 0xa0 | number
}

/** Reads the element that starts at `offset`; throws MalformedDer for anything but one-byte tags and shortest lengths. */
function readElement(bytes: Uint8Array, offset: number): DerElement {
  const tag = bytes[offset]
  const first = bytes[offset + 1]
  if (tag === undefined || first === undefined) throw new MalformedDer('ends inside a header')
  if ((tag & 0x1f) === 0x1f) throw new MalformedDer('has a tag of several bytes')
  let length = first
  let start = offset + 2
  if (first >= 0x80) {
    const size = first & 0x7f
    // Size 0 would be BER's indefinite length; three bytes are more than any request or certificate here needs.
    if (size === 0 || size > 3) throw new MalformedDer('has a length that DER does not allow here')
    length = 0
    for (let i = 0; i < size; i += 1) length = length * 256 + (bytes[start + i] ?? 0)
    start += size
    if (length < 0x80 || length < 256 ** (size - 1)) throw new MalformedDer('has a length that is not the shortest')
  }
  if (start + length > bytes.length) throw new MalformedDer('is cut off')
  return { tag, value: bytes.subarray(start, start + length), raw: bytes.subarray(offset, start + length) }
}

/** How many bytes the first element takes; a caller compares it with what it was given, to find bytes behind the end. */
export function firstElementLength(bytes: Uint8Array): number {
  return readElement(bytes, 0).raw.length
}

/** The elements that fill `bytes` completely. */
export function readAll(bytes: Uint8Array): DerElement[] {
  const elements: DerElement[] = []
  for (let offset = 0; offset < bytes.length; ) {
    const element = readElement(bytes, offset)
    elements.push(element)
    offset += element.raw.length
  }
  return elements
}

/** The one element that fills `bytes` completely, which has to carry `tag`. */
export function readOne(bytes: Uint8Array, tag: number): DerElement {
  const [element, ...rest] = readAll(bytes)
  if (rest.length > 0) throw new MalformedDer('holds more than one value')
  return expect(element, tag)
}

/** The element itself when it is there and carries `tag`. */
export function expect(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw new MalformedDer(`has no value with tag ${tag.toString(16)} where one belongs`)
  return element
}

/** The children of a SEQUENCE, SET or other constructed element with `tag`. */
export function children(element: DerElement | undefined, tag: number = TAG.sequence): DerElement[] {
  return readAll(expect(element, tag).value)
}

/** An OBJECT IDENTIFIER in dotted form. */
export function readOid(element: DerElement | undefined): string {
  const { value } = expect(element, TAG.oid)
  const arcs: bigint[] = []
  let arc = 0n
  let inside = false
  for (const byte of value) {
    if (!inside && byte === 0x80) throw new MalformedDer('has an identifier with padding')
    arc = (arc << 7n) | BigInt(byte & 0x7f)
    inside = byte >= 0x80
    if (inside) continue
    arcs.push(arc)
    arc = 0n
  }
  const [head, ...tail] = arcs
  if (head === undefined || inside) throw new MalformedDer('has an incomplete identifier')
  // X.690 §8.19.4: the first two arcs share one number.
  const top = head < 80n ? head / 40n : 2n
  return [top, head - top * 40n, ...tail].join('.')
}

/** An INTEGER that must not be negative. */
export function readUnsigned(element: DerElement | undefined): bigint {
  const { value } = expect(element, TAG.integer)
  const first = value[0]
  if (first === undefined || first >= 0x80) throw new MalformedDer('has a number that is empty or negative')
  return BigInt(`0x${Buffer.from(value).toString('hex')}`)
}

/** The bytes of a BIT STRING without unused bits, as keys and signatures are. */
export function readBitString(element: DerElement | undefined): Uint8Array {
  const { value } = expect(element, TAG.bitString)
  if (value[0] !== 0) throw new MalformedDer('has a bit string that does not end on a byte')
  return value.subarray(1)
}
