const EMPTY = 0x10
const PRESENT = 0x20
const EXCLUSIVE = 0x80
const MUTE = 0x200
const UNAVAILABLE = 0x08
const UNKNOWN = 0x04

/** What lies on a reader, as its state word tells. */
export type OnReader = 'nothing' | 'card' | 'mute' | 'in-use' | 'unavailable'

/** Reads the lower half of a state word (SCARD_STATE_*). */
export function onReader(state: number): OnReader {
  if ((state & (UNKNOWN | UNAVAILABLE)) !== 0) return 'unavailable'
  if ((state & PRESENT) === 0 || (state & EMPTY) !== 0) return 'nothing'
  if ((state & EXCLUSIVE) !== 0) return 'in-use'
  return (state & MUTE) !== 0 ? 'mute' : 'card'
}

/**
 * Whether a card that is to be read lies on the reader now and did not before: also one that does not answer yet, which
 * is tried. The upper half of the state word counts cards that came and went: it tells a card that was swapped between
 * two looks.
 */
export function isNewCard(before: number, now: number): boolean {
  return isThere(now) && (!isThere(before) || before >>> 16 !== now >>> 16)
}

function isThere(state: number): boolean {
  const lies = onReader(state)
  return lies === 'card' || lies === 'mute'
}
