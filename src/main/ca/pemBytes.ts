/** The DER of the one block in a PEM text that is our own. */
export function pemBytes(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[A-Z ]+-----/g, ''), 'base64')
}
