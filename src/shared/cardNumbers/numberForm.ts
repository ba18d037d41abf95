import { z } from 'zod'
import { reverseBytes, UID_LENGTHS } from './uid'

/** How many bytes a form may keep of a UID. */
const KEPT_MIN = 3
const KEPT_MAX = 10
/** Widest number with zeros around it, in characters. */
const WIDTH_MAX = 24
/** Longest text that a reader types before or after a number. */
export const AROUND_MAX = 12

/**
 * How a charger or a reader writes the UID of a card. Applied in this order: bytes are kept, turned round, written, filled
 * up with zeros, and put between prefix and suffix.
 */
export const NumberForm = z.object({
  /** Null keeps all bytes; cards that have no more than `bytes` are whole too. */
  keep: z.object({ end: z.enum(['first', 'last']), bytes: z.number().int().min(KEPT_MIN).max(KEPT_MAX) }).nullable(),
  reversed: z.boolean(),
  /** `pair`: three bytes as `111,27706`, the first by itself. */
  notation: z.enum(['hex', 'decimal', 'pair']),
  /** `bytes`: two hex digits a byte. `none`: no zeros in front. `before`, `after`: zeros up to `width` characters. */
  zeros: z.enum(['bytes', 'none', 'before', 'after']),
  width: z.number().int().min(0).max(WIDTH_MAX),
  prefix: z.string().max(AROUND_MAX),
  suffix: z.string().max(AROUND_MAX),
})
export type NumberForm = z.infer<typeof NumberForm>

/** The form in which cards are stored: upper-case hex, byte 0 first, all of it. */
export const PLAIN: NumberForm = {
  keep: null,
  reversed: false,
  notation: 'hex',
  zeros: 'bytes',
  width: 0,
  prefix: '',
  suffix: '',
}

/** Whether a form says the same as PLAIN. */
export function isPlain(form: NumberForm): boolean {
  return form.keep === null && form.notation === 'hex' && form.zeros === 'bytes' && !form.reversed && !hasAround(form)
}

const hasAround = ({ prefix, suffix }: NumberForm) => prefix !== '' || suffix !== ''

/** Whether some bytes of this UID are not in the form, so that other cards are written alike. */
export function leavesOut(form: NumberForm, uid: string): boolean {
  return form.keep !== null && uid.length / 2 > form.keep.bytes
}

/** Writes a UID (hex, byte 0 first) in a form. Null when the form cannot write so few bytes. */
export function spell(uid: string, form: NumberForm): string | null {
  const number = spellKept(kept(uid, form), form)
  return number === null ? null : `${form.prefix}${number}${form.suffix}`
}

function kept(uid: string, { keep }: NumberForm): string {
  if (keep === null) return uid
  return keep.end === 'first' ? uid.slice(0, keep.bytes * 2) : uid.slice(-keep.bytes * 2)
}

function spellKept(bytes: string, form: NumberForm): string | null {
  const turned = form.reversed ? reverseBytes(bytes) : bytes
  switch (form.notation) {
    case 'pair':
      if (turned.length !== 6) return null
      return `${decimal(turned.slice(0, 2)).padStart(3, '0')},${decimal(turned.slice(2)).padStart(5, '0')}`
    case 'decimal':
      return form.zeros === 'before' ? decimal(turned).padStart(form.width, '0') : decimal(turned)
    case 'hex':
      switch (form.zeros) {
        case 'bytes':
          return turned
        case 'none':
          return withoutZeros(turned)
        case 'before':
          return turned.padStart(form.width, '0')
        case 'after':
          return turned.padEnd(form.width, '0')
      }
  }
}

/** An unsigned number of any size in decimal digits. */
export function decimal(hex: string): string {
  return BigInt(`0x${hex}`).toString()
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=.)/, '')
}

/**
 * The bytes that a text in this form may stand for (hex, byte 0 first): the whole UID, or what the form keeps of it. More
 * than one where zeros can't be told from missing bytes; empty when the text is not in this form.
 */
export function readNumber(text: string, form: NumberForm): string[] {
  const upper = text.trim().toUpperCase()
  const [prefix, suffix] = [form.prefix.toUpperCase(), form.suffix.toUpperCase()]
  if (upper.length <= prefix.length + suffix.length) return []
  if (!upper.startsWith(prefix) || !upper.endsWith(suffix)) return []
  const number = upper.slice(prefix.length, upper.length - suffix.length)
  const value = numberIn(number, form)
  if (value === null) return []
  const lengths = new Set<number>([...UID_LENGTHS, ...(form.keep ? [form.keep.bytes] : [])])
  const found: string[] = []
  for (const length of [...lengths].sort((a, b) => a - b)) {
    if (form.keep !== null && length > form.keep.bytes) continue
    for (const written of fits(number, value, length, form)) {
      const bytes = form.reversed ? reverseBytes(written) : written
      if (agrees(bytes, number, form) && !found.includes(bytes)) found.push(bytes)
    }
  }
  return found
}

/** The number that the digits stand for; null when they are not digits of this notation. */
function numberIn(number: string, { notation }: NumberForm): bigint | null {
  switch (notation) {
    case 'hex':
      return /^[0-9A-F]{1,24}$/.test(number) ? BigInt(`0x${number}`) : null
    case 'decimal':
      return /^\d{1,25}$/.test(number) ? BigInt(number) : null
    case 'pair': {
      const [, high, low] = /^(\d{1,3}),(\d{1,5})$/.exec(number) ?? []
      if (high === undefined || low === undefined || Number(high) > 0xff || Number(low) > 0xffff) return null
      return BigInt(Number(high) * 0x1_0000 + Number(low))
    }
  }
}

/** The bytes of one length that could be written so. */
function fits(number: string, value: bigint, length: number, form: NumberForm): string[] {
  const digits = length * 2
  if (form.notation === 'hex' && form.zeros === 'after') return number.length >= digits ? [number.slice(0, digits)] : []
  const written = value.toString(16).toUpperCase()
  return written.length <= digits ? [written.padStart(digits, '0')] : []
}

/** Whether these bytes are written so. Readers are not consistent about zeros before decimals, so those don't count. */
function agrees(bytes: string, number: string, form: NumberForm): boolean {
  const written = spellKept(bytes, form)
  if (written === null) return false
  if (form.notation === 'hex') return written === number
  return form.notation === 'pair' || withoutZeros(written) === withoutZeros(number)
}
