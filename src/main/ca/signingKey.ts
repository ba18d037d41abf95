import { AUTHORITY_KEY, type KeyedCertificate } from './authorityKey'

/** The private key of an authority, for signing only; the copy of its bytes is overwritten. */
export async function signingKeyOf({ privateKeyPkcs8 }: KeyedCertificate): Promise<CryptoKey> {
  const copy = Uint8Array.from(privateKeyPkcs8)
  try {
    return await crypto.subtle.importKey('pkcs8', copy, AUTHORITY_KEY, false, ['sign'])
  } finally {
    copy.fill(0)
  }
}
