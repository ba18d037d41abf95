import type { IdTokenType } from '../ocpp/idToken'

/** What a UID that a reader gave is good for. */
export type UidReading =
  | { readonly kind: 'number'; readonly token: string; readonly tokenType: IdTokenType }
  /** `random-uid`: changes with every tap. `cut-uid`: the reader left bytes out. `no-uid`: not the length of any UID. */
  | { readonly kind: 'refused'; readonly reason: 'random-uid' | 'cut-uid' | 'no-uid' }

/** Lengths of UIDs in bytes: ISO 14443 type A has 4, 7 or 10, ISO 15693 has 8. */
export const UID_LENGTHS = [4, 7, 8, 10] as const

/** First byte of a random UID of four bytes (ISO 14443-3, §6.5.4): a new one is made up for every tap. */
const RANDOM = '08'
/** Cascade tag (ISO 14443-3, §6.5.4): more of the UID follows, and the reader did not read it. */
const CASCADE_TAG = '88'
/** The first byte of every ISO 15693 UID (ISO 15693-3, §4.1), which some readers give last. */
const ISO15693 = 'E0'

/**
 * Reads a UID as a PC/SC reader gives it (hex) into the one form that cards are stored in: upper-case hex, byte 0 first.
 * Turned round is only what says itself which way it stands: an ISO 15693 UID begins with E0.
 */
export function readUid(hex: string): UidReading {
  const uid = hex.toUpperCase()
  const length = uid.length / 2
  if (!/^[0-9A-F]+$/.test(uid) || !UID_LENGTHS.some((known) => known === length) || /^0+$/.test(uid)) {
    return { kind: 'refused', reason: 'no-uid' }
  }
  if (length === 4 && uid.startsWith(RANDOM)) return { kind: 'refused', reason: 'random-uid' }
  if (length === 4 && uid.startsWith(CASCADE_TAG)) return { kind: 'refused', reason: 'cut-uid' }
  if (length !== 8) return { kind: 'number', token: uid, tokenType: 'ISO14443' }
  if (uid.startsWith(ISO15693)) return { kind: 'number', token: uid, tokenType: 'ISO15693' }
  if (uid.endsWith(ISO15693)) return { kind: 'number', token: reverseBytes(uid), tokenType: 'ISO15693' }
  return { kind: 'number', token: uid, tokenType: 'ISO14443' }
}

/** Whether a stored number has the form of a UID: hex of 4, 7, 8 or 10 bytes. */
export function isUid(token: string): boolean {
  return /^[0-9A-F]+$/.test(token) && UID_LENGTHS.some((length) => token.length === length * 2)
}

/** The same bytes in the opposite order; `hex` has two digits a byte. */
export function reverseBytes(hex: string): string {
  return (hex.match(/../g) ?? []).reverse().join('')
}
