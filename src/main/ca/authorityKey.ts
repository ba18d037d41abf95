/** The kind of key of every root and issuing CA. */
export const AUTHORITY_KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const
export const AUTHORITY_SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** A certificate with its private key. The key bytes are the caller's: seal them, then overwrite them. */
export type KeyedCertificate = {
  readonly certificatePem: string
  readonly privateKeyPkcs8: Uint8Array
  /** Under which it is published; see `publishedName`. That of the first issuing CA where it is left out. */
  readonly publishedName?: string
}
