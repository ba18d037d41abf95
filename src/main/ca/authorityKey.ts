/** The kind of key of every root and issuing CA. */
export const AUTHORITY_KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const
export const AUTHORITY_SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const
