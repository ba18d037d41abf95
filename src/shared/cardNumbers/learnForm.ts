import { AROUND_MAX, isPlain, leavesOut, type NumberForm, PLAIN, spell } from './numberForm'
import { isUid, reverseBytes } from './uid'

/** What one card, known at one place and seen at another, tells of how the other place writes numbers. */
export type Learnt =
  /** Just as cards are stored: there is nothing to remember. */
  | { readonly kind: 'plain' }
  /** `leavesOut`: this card is not written whole, so that others may be written alike. */
  | { readonly kind: 'form'; readonly form: NumberForm; readonly leavesOut: boolean }
  /** The card reads the same both ways: another one has to be taken. */
  | { readonly kind: 'ambiguous' }
  /** It is no spelling of this card that is known: most likely it was another card. */
  | { readonly kind: 'no-spelling' }

/** Fewest bytes that hex or decimal must have in common; three only in the two forms that are made of three. */
const COMMON_BYTES_MIN = 4

/**
 * Works out in which form the card `uid` (hex, byte 0 first) is written as `text`. Of several forms the one that leaves
 * least out counts.
 */
export function learnForm(uid: string, text: string): Learnt {
  const seen = text.trim().toUpperCase()
  if (!isUid(uid)) return { kind: 'no-spelling' }
  if (seen === uid) return { kind: reverseBytes(uid) === uid ? 'ambiguous' : 'plain' }
  const found = candidates(uid, seen).filter((form) => spell(uid, form)?.toUpperCase() === seen)
  const kept = (form: NumberForm) => form.keep?.bytes ?? uid.length / 2
  const most = Math.max(...found.map(kept))
  const best = found.filter((form) => kept(form) === most)
  const [form] = best
  if (form === undefined) return { kind: 'no-spelling' }
  if (best.some((other) => differsInOrder(form, other))) return { kind: 'ambiguous' }
  if (isPlain(form)) return { kind: 'plain' }
  return { kind: 'form', form, leavesOut: leavesOut(form, uid) }
}

function differsInOrder(one: NumberForm, other: NumberForm): boolean {
  return one.reversed !== other.reversed || one.keep?.end !== other.keep?.end || one.notation !== other.notation
}

/** Every form that might explain the text, the usual ones first. */
function candidates(uid: string, seen: string): NumberForm[] {
  const length = uid.length / 2
  const keeps: NumberForm['keep'][] = [null]
  for (let bytes = length - 1; bytes >= 3; bytes--) keeps.push({ end: 'first', bytes }, { end: 'last', bytes })
  return keeps.flatMap((keep) =>
    [false, true].flatMap((reversed) => shapes(keep, keep?.bytes ?? length, uid, seen, reversed)),
  )
}

function shapes(keep: NumberForm['keep'], bytes: number, uid: string, seen: string, reversed: boolean): NumberForm[] {
  const form = { ...PLAIN, keep, reversed }
  const found: NumberForm[] = []
  if (bytes === 3) {
    found.push({ ...form, notation: 'pair', zeros: 'none' })
    found.push({ ...form, notation: 'decimal', zeros: 'before', width: 8 })
  }
  if (bytes < COMMON_BYTES_MIN) return found
  const plain: NumberForm[] = [
    form,
    { ...form, zeros: 'none' },
    // Ten digits are what four bytes are written in, also when the first of them is no zero.
    ...(bytes === 4 ? [{ ...form, notation: 'decimal', zeros: 'before', width: 10 } as const] : []),
    { ...form, notation: 'decimal', zeros: 'none' },
    { ...form, notation: 'decimal', zeros: 'before', width: seen.length },
  ]
  found.push(...plain.filter(({ width }) => width <= 24))
  // Zeros around a whole number only: beside a part of one they might be bytes of another card.
  if (keep === null && seen.length <= 24) {
    found.push({ ...form, zeros: 'before', width: seen.length }, { ...form, zeros: 'after', width: seen.length })
  }
  return [...found, ...plain.flatMap((one) => between(uid, seen, one))]
}

/**
 * The form with what stands before and after the number, where that can be told from it: next to the number stands no
 * digit, or the number would be the part of a longer one.
 */
function between(uid: string, seen: string, form: NumberForm): NumberForm[] {
  const number = spell(uid, form)
  const at = number === null ? -1 : seen.indexOf(number)
  if (number === null || at < 0 || seen === number) return []
  const prefix = seen.slice(0, at)
  const suffix = seen.slice(at + number.length)
  if (prefix.length > AROUND_MAX || suffix.length > AROUND_MAX) return []
  const isDigit = (character: string | undefined) => character !== undefined && /[0-9A-F]/.test(character)
  return isDigit(prefix.at(-1)) || isDigit(suffix[0]) ? [] : [{ ...form, prefix, suffix }]
}
