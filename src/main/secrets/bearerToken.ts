import { digestOf, freshSecret, sameDigest } from './secret'

/** For whom a token is: devices that enrol, or scripts. It stands before the token, so that a person sees what it is. */
export type TokenKind = 'device' | 'api'

const PREFIX: Readonly<Record<TokenKind, string>> = { device: 'chd', api: 'cha' }

/** A token as it was shown: which one it claims to be, and its secret. */
export interface ReadToken {
  readonly id: number
  readonly secret: string
}

/** The text of a token, shown once. */
export function tokenText(kind: TokenKind, id: number, secret: string): string {
  return `${PREFIX[kind]}_${id}_${secret}`
}

/** A secret for a new token: 256 random bits. */
export function newTokenSecret(): string {
  return freshSecret()
}

/** Longest header that is read, in characters. */
const HEADER_MAX = 300

/** The token of an `Authorization: Bearer` header (RFC 6750 §2.1); null when there is none of this kind in it. */
export function readBearer(kind: TokenKind, header: string | undefined): ReadToken | null {
  if (header === undefined || header.length > HEADER_MAX) return null
  const [, prefix, id, secret] = /^Bearer +([a-z]{3})_(\d{1,12})_([A-Za-z0-9_-]{43}) *$/i.exec(header) ?? []
  if (prefix !== PREFIX[kind] || secret === undefined) return null
  return { id: Number(id), secret }
}

/** Compared with when there is no token of that number: a wrong number takes as long as a wrong secret. */
const NOBODY = digestOf(freshSecret())

/** Whether a shown token is the one whose digest is kept, in a time that tells nothing about how near it came. */
export function isToken(shown: ReadToken, digest: Uint8Array | undefined): boolean {
  const same = sameDigest(digestOf(shown.secret), digest ?? NOBODY)
  return same && digest !== undefined
}
