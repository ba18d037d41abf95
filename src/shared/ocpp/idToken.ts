/**
 * The kinds of identifier a driver can present (OCPP 2.0.1 IdTokenEnumType). OCPP 1.6 has no kinds: its idTag is
 * matched by value alone.
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
] as const

export type IdTokenType = (typeof ID_TOKEN_TYPES)[number]

/** Longest value of OCPP 2.0.1's identifierString; 1.6's idTag holds 20 (CiString20Type). */
export const ID_TOKEN_MAX_LENGTH = 36

/** An identifier as a station presented it. `type` is null when the protocol has none (OCPP 1.6). */
export interface IdToken {
  readonly value: string
  readonly type: IdTokenType | null
}

/**
 * The one spelling under which an identifier is stored and compared: upper case, outer spaces dropped.
 * Identifiers are case-insensitive in every version (1.6 §3.5, 2.0.1 C01.FR.25). Never shortens, pads or reverses.
 */
export function canonicalToken(value: string): string {
  return value.trim().toUpperCase()
}
