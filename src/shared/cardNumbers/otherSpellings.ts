import { decimal } from './numberForm'
import { isUid, reverseBytes, UID_LENGTHS } from './uid'

/** In what a number differs from another one of what may be the same card. */
export type SpellingDifference = 'reversed' | 'shortened' | 'longer' | 'decimal'

/** Under which other numbers the card of a number may be enrolled already. For a warning only: nothing is decided by it. */
export interface OtherSpellings {
  readonly exact: ReadonlyMap<string, SpellingDifference>
  /** Longer UIDs of which this number may be the beginning. */
  readonly begins: readonly string[]
  /** Longer UIDs of which this number may be the end. */
  readonly ends: readonly string[]
}

const SHORT_BYTES = 4

/** Lists the spellings of a number (stored form) that chargers and readers are known to use. */
export function otherSpellings(token: string): OtherSpellings {
  const exact = new Map<string, SpellingDifference>()
  const add = (spelling: string, difference: SpellingDifference) => {
    if (spelling !== token && !exact.has(spelling)) exact.set(spelling, difference)
  }
  if (/^\d{8,20}$/.test(token)) for (const uid of uidsOfDecimal(token)) add(uid, 'decimal')
  if (!isUid(token)) return { exact, begins: [], ends: [] }
  const turned = reverseBytes(token)
  add(turned, 'reversed')
  for (const uid of [token, turned]) addDecimals(uid, add)
  const isShort = token.length === SHORT_BYTES * 2
  if (isShort) return { exact, begins: [token, turned], ends: [token, turned] }
  for (const part of [token.slice(0, SHORT_BYTES * 2), token.slice(-SHORT_BYTES * 2)]) {
    for (const short of [part, reverseBytes(part)]) {
      add(short, 'shortened')
      addDecimals(short, add)
    }
  }
  return { exact, begins: [], ends: [] }
}

function addDecimals(uid: string, add: (spelling: string, difference: SpellingDifference) => void): void {
  const digits = decimal(uid)
  add(digits, 'decimal')
  if (uid.length === SHORT_BYTES * 2) add(digits.padStart(10, '0'), 'decimal')
}

/** UIDs in both orders whose decimal digits these are. */
function uidsOfDecimal(digits: string): string[] {
  const written = BigInt(digits).toString(16).toUpperCase()
  return UID_LENGTHS.filter((length) => written.length <= length * 2 && written.length > length * 2 - 4).flatMap(
    (length) => {
      const uid = written.padStart(length * 2, '0')
      return [uid, reverseBytes(uid)]
    },
  )
}
