import { isPrintable } from '../printable.ts'

/** Kinds that only 2.1 names: a payment terminal, and the vehicle itself by its controller or its number. */
export const TYPES_OF_21 = ['DirectPayment', 'EVCCID', 'VIN'] as const

/**
 * The kinds of identifier a driver can present (OCPP 2.0.1 IdTokenEnumType; 2.1 appendix IdTokenEnumStringType, where a
 * vendor may have more). OCPP 1.6 has no kinds: its idTag is matched by value alone.
 */
export const ID_TOKEN_TYPES = [
  'Central',
  'eMAID',
  'ISO14443',
  'ISO15693',
  'KeyCode',
  'Local',
  'MacAddress',
  'NoAuthorization',
  ...TYPES_OF_21,
] as const

export type IdTokenType = (typeof ID_TOKEN_TYPES)[number]

/** Longest value of OCPP 2.0.1's identifierString; 1.6's idTag holds 20 (CiString20Type). */
export const ID_TOKEN_MAX_LENGTH = 36

/** An identifier as a station presented it. `type` is null when the protocol has none (OCPP 1.6). */
export interface IdToken {
  readonly value: string
  readonly type: IdTokenType | null
}

/** Characters of OCPP 2.0.1's identifierString (part 2, §2.1.3), in their one spelling: what this server may send. */
export const IDENTIFIER_CHARACTERS = /^[A-Z0-9*\-_=:+|@.]*$/

/**
 * The one spelling under which an identifier is stored and compared: ASCII letters in upper case, outer spaces dropped.
 * Identifiers are case-insensitive in every version (1.6 §7.28, 2.0.1 C01.FR.25), and ASCII by specification. Letters
 * beyond ASCII, which some 1.6 chargers send, stay as they are: upper case makes two of one (ß, SS) and one of two
 * (ſ and s). Never lengthens, shortens, pads or reverses.
 */
export function canonicalToken(value: string): string {
  const trimmed = value.trim()
  // Nearly all come in capital letters, and a search is a third of a replacement that replaces nothing.
  return /[a-z]/.test(trimmed) ? trimmed.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : trimmed
}

/** Length of an identifier in characters, as OCPP's schemas count (Unicode code points). */
export function tokenLength(value: string): number {
  return [...value].length
}

/**
 * True when a card with this canonical number can be enrolled: 1 to 36 characters that can be seen. That is wider than
 * identifierString, because an idTag of 1.6 may hold any character; a card with a hidden character can only be put
 * aside, because nobody can tell its number from that of another.
 */
export function isEnrollable(token: string): boolean {
  return token !== '' && tokenLength(token) <= ID_TOKEN_MAX_LENGTH && isPrintable(token)
}
