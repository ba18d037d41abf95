/** Octets of a certificate's serial number: ≤ 20 by RFC 5280 §4.1.2.2, ≥ 64 random bits by the CA/B baseline. */
const SERIAL_NUMBER_OCTETS = 16

/** Fills a fresh array of `size` bytes from a cryptographic source; `crypto.randomBytes` fits. */
export type RandomBytes = (size: number) => Uint8Array

/**
 * A new serial number as 32 hex digits. Its first two bits are 01: positive, never zero, and of the same length
 * everywhere (no leading zero that one program prints and another drops); 126 bits stay random.
 */
export function newSerialNumber(randomBytes: RandomBytes): string {
  const [first = 0, ...rest] = randomBytes(SERIAL_NUMBER_OCTETS)
  return Buffer.from([(first & 0x3f) | 0x40, ...rest]).toString('hex')
}
