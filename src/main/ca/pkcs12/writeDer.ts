/** The few kinds of DER values (X.690) that a PKCS#12 file is made of; each function gives the bytes of one. */
function value(tag: number, content: Uint8Array): Buffer {
  const { length } = content
  // X.690 §10.1: the shortest form.
  const octets = length < 0x80 ? 0 : Math.ceil(length.toString(16).length / 2)
  const head = Buffer.alloc(2 + octets)
  head[0] = tag
  head[1] = octets === 0 ? length : 0x80 | octets
  if (octets > 0) head.writeUIntBE(length, 2, octets)
  return Buffer.concat([head, content])
}

export const sequence = (...parts: readonly Uint8Array[]) => value(0x30, Buffer.concat(parts))
/** Of values in the order of their bytes (X.690 §11.6). */
export const setOf = (...parts: readonly Uint8Array[]) => value(0x31, Buffer.concat([...parts].sort(Buffer.compare)))
export const octetString = (content: Uint8Array) => value(0x04, content)
export const nothing = () => value(0x05, new Uint8Array())
/** UTF-16, big-endian. */
export const bmpString = (text: string) => value(0x1e, Buffer.from(text, 'utf16le').swap16())
/** Context-specific and constructed: EXPLICIT [0]. */
export const explicit0 = (content: Uint8Array) => value(0xa0, content)
/** Context-specific and primitive: IMPLICIT [0] OCTET STRING. */
export const implicit0 = (content: Uint8Array) => value(0x80, content)

/** A whole number from 0 to 2^47. */
export function integer(number: number): Buffer {
  const octets = Math.floor(number.toString(2).length / 8) + 1
  const content = Buffer.alloc(octets)
  content.writeUIntBE(number, 0, octets)
  return value(0x02, content)
}

/** An object identifier in dots. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const base128 = (arc: number): number[] => {
    const septets = [arc & 0x7f]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift((left & 0x7f) | 0x80)
    return septets
  }
  return value(0x06, Buffer.from([40 * first + second, ...rest].flatMap(base128)))
}
