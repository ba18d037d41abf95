import { dateTimeFormat } from '@renderer/i18n/format/intl'

/** What is typed: a day, a day with its time, or a time of day. */
export type MomentKind = 'date' | 'date-time' | 'time'

const SHAPES: Readonly<Record<MomentKind, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/,
  time: /^\d{2}:\d{2}$/,
}

/** Whether a value is one as the fields of HTML have it. */
export const isMoment = (value: string, kind: MomentKind): boolean => SHAPES[kind].test(value)

const two = (part: number | string) => String(part).padStart(2, '0')

/** The time of day at the end of a text, with or without seconds; “2:05 pm” and “오후 2:05” as well as “14:05”. */
const CLOCK = /(오전|오후|上午|下午)?\s*(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,3})?))?\s*(am|pm)?$/i
const AFTERNOON = new Set(['오후', '下午', 'pm'])
const MORNING = new Set(['오전', '上午', 'am'])

/**
 * A moment as people of a language write it. @param value `2026-01-31`, `2026-01-31T14:05` or `14:05`, as the fields of
 * HTML have them; anything else is given back as it is
 */
export function writeMoment(value: string, locale: string): string {
  const [, day, clock = ''] = /^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2}(?::[\d.]+)?)?$/.exec(value) ?? []
  if (day === undefined) return value
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return value
  const written = dateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
  return `${written} ${clock}`.trim()
}

/**
 * What a typed text means, as the fields of HTML have it; '' for an empty text, null for one that means nothing. A day is
 * understood as the language writes it, in numbers or with the month's name, and as 2026-01-31 in every language.
 */
export function readMoment(text: string, kind: MomentKind, locale: string): string | null {
  const typed = text.trim().replaceAll('\u202f', ' ')
  if (typed === '') return ''
  if (kind === 'date') return readDay(typed, locale)
  const found = CLOCK.exec(typed.replace(/(\d)T(\d)/, '$1 $2'))
  if (!found) return null
  const clock = readClock(found)
  const before = typed.slice(0, found.index).replace(/[,T\s]+$/, '')
  if (kind === 'time') return before === '' && clock !== null && isMoment(clock, kind) ? clock : null
  const day = readDay(before, locale)
  return day === null || clock === null ? null : `${day}T${clock}`
}

function readClock([, before, hours, minutes, seconds, after]: RegExpExecArray): string | null {
  const half = (before ?? after ?? '').toLowerCase()
  const said = Number(hours)
  const isHalved = AFTERNOON.has(half) || MORNING.has(half)
  if (isHalved && (said < 1 || said > 12)) return null
  const hour = isHalved ? (said % 12) + (AFTERNOON.has(half) ? 12 : 0) : said
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) >= 60) return null
  return `${two(hour)}:${minutes}${seconds === undefined ? '' : `:${seconds}`}`
}

function readDay(text: string, locale: string): string | null {
  const named = monthIn(text, locale)
  const numbers = (named?.rest ?? text).match(/\d+/g) ?? []
  const rest = (named?.rest ?? text).replace(/\d+/g, '')
  // Beside the numbers only what dates are written with.
  if (/[^\s.,/\-年月日년월일]/.test(rest)) return null
  if (named) {
    const [first, second] = numbers
    if (numbers.length !== 2 || first === undefined || second === undefined) return null
    return first.length === 4 ? dayOf(first, named.month, second) : dayOf(second, named.month, first)
  }
  const [first, second, third] = numbers
  if (numbers.length !== 3 || first === undefined || second === undefined || third === undefined) return null
  if (first.length === 4) return dayOf(first, Number(second), third)
  const order = dateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type] : []))
  const part = (type: 'year' | 'month' | 'day') => numbers[order.indexOf(type)] ?? ''
  return dayOf(part('year'), Number(part('month')), part('day'))
}

/** The month whose name is in a text, and the text without it. */
function monthIn(text: string, locale: string): { readonly month: number; readonly rest: string } | null {
  for (const length of ['long', 'short'] as const) {
    const name = dateTimeFormat(locale, { month: length, timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1) {
      const said = name.format(Date.UTC(2000, month - 1, 1)).replace(/\.$/, '')
      const at = text.toLowerCase().indexOf(said.toLowerCase())
      // “1월” and “1月” are numbers with a word, not names.
      if (at >= 0 && !/\d/.test(said)) return { month, rest: text.slice(0, at) + text.slice(at + said.length) }
    }
  }
  return null
}

function dayOf(year: string, month: number, day: string): string | null {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  if ((year.length !== 2 && year.length !== 4) || full < 1900 || day.length > 2) return null
  const at = new Date(Date.UTC(full, month - 1, Number(day)))
  // A day that the month does not have would be one of the next.
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== Number(day)) return null
  return `${full}-${two(month)}-${two(day)}`
}
