import type { ImportField, ImportMapping, ImportProblem, ImportProblemKind } from '@shared/contract/cardImport'
import { EnrolRequest } from '@shared/contract/cards'
import {
  canonicalToken,
  ID_TOKEN_MAX_LENGTH,
  ID_TOKEN_TYPES,
  type IdTokenType,
  tokenLength,
} from '@shared/ocpp/idToken'
import type { Enrolment } from '../enrolment'
import type { TableRow } from './readTable'

export type RowRead =
  | { readonly kind: 'good'; readonly enrolment: Enrolment }
  /** `number`: null where that is what is wrong, too. */
  | { readonly kind: 'bad'; readonly problems: readonly ImportProblem[]; readonly number: RowNumber | null }

/** A number and its type: no two cards have the same. */
export type RowNumber = Pick<Enrolment, 'token' | 'tokenType'>

/** Longest value that is repeated with its problem, in characters. */
const VALUE_SHOWN = 60

const YES = new Set(['yes', 'true', '1', 'x', 'ja', 'wahr', 'y', 'j'])
const NO = new Set(['', 'no', 'false', '0', 'nein', 'falsch', 'n'])

/** Excel shows a long number so, and saves what it shows: its digits are lost. */
const OF_SPREADSHEET = /^\d+(?:[.,]\d+)?E\+\d+$/i

/** Pairs of hexadecimal digits with a sign between, as cards have them in print. */
const PAIRS = /^(?:[0-9a-f]{2}[ :-])+[0-9a-f]{2}$/i

/** Reads a row as a card by the contract's own schema, or says what of it is wrong. */
export function readRow({ cells, line }: TableRow, mapping: ImportMapping): RowRead {
  const problems: ImportProblem[] = []
  const cell = (field: ImportField): string => {
    const column = mapping[field]
    return column === undefined ? '' : (cells[column] ?? '').trim()
  }
  const wrong = (field: ImportField, problem: ImportProblemKind) => {
    if (problems.some((known) => known.field === field)) return
    // A key code is a secret, also a wrong one.
    const value = field === 'number' && isKeyCode(cell('type')) ? '' : cell(field).slice(0, VALUE_SHOWN)
    problems.push({ line, field, problem, value })
  }
  const number = cell('number')
  const numberProblem = problemOfNumber(number)
  if (numberProblem) wrong('number', numberProblem)
  const tokenType = readType(cell('type'))
  if (tokenType === undefined) wrong('type', 'type-unknown')
  const [validFrom, validUntil] = (['validFrom', 'validUntil'] as const).map((field) => {
    const time = readTime(cell(field))
    if (time === undefined) wrong(field, 'not-a-date')
    return time ?? null
  })
  const blocked = readYesNo(cell('blocked'))
  if (blocked === undefined) wrong('blocked', 'not-yes-or-no')
  const written = PAIRS.test(number) ? number.replace(/[ :-]/g, '') : number
  const parsed = EnrolRequest.safeParse({
    token: written,
    tokenType,
    holder: cell('holder'),
    label: cell('label'),
    tags: cell('tags')
      .split(/[,;|]/)
      .filter((tag) => tag.trim() !== ''),
    group: cell('group'),
    validFrom,
    validUntil,
    blocked: blocked ?? false,
    language: cell('language'),
    message: cell('message'),
  })
  for (const { path, code } of parsed.error?.issues ?? []) {
    if (path[0] === 'token') wrong('number', 'number-hidden')
    else if (path[0] === 'group') wrong('group', code === 'too_big' ? 'too-long' : 'group-characters')
    else if (path[0] === 'language') wrong('language', 'not-a-language')
    else if (path[0] === 'tags') wrong('tags', path.length > 1 ? 'too-long' : 'too-many-tags')
    else if (path[0] === 'holder' || path[0] === 'label' || path[0] === 'message') wrong(path[0], 'too-long')
  }
  if (validFrom != null && validUntil != null && validUntil <= validFrom) wrong('validUntil', 'ends-before-it-begins')
  if (problems.length > 0 || !parsed.success) {
    const isKnown = !problems.some(({ field }) => field === 'number' || field === 'type')
    const token = EnrolRequest.shape.token.safeParse(written).data
    return { kind: 'bad', problems, number: isKnown && token && tokenType ? { token, tokenType } : null }
  }
  return { kind: 'good', enrolment: parsed.data }
}

function problemOfNumber(number: string): ImportProblemKind | null {
  if (number === '') return 'number-missing'
  if (OF_SPREADSHEET.test(number)) return 'number-of-spreadsheet'
  return tokenLength(canonicalToken(number)) > ID_TOKEN_MAX_LENGTH && !PAIRS.test(number) ? 'number-too-long' : null
}

function readType(text: string): IdTokenType | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return text === '' ? 'ISO14443' : ID_TOKEN_TYPES.find((type) => plain(type) === plain(text))
}

function isKeyCode(type: string): boolean {
  return readType(type) === 'KeyCode'
}

function readYesNo(text: string): boolean | undefined {
  const plain = text.toLowerCase()
  if (YES.has(plain)) return true
  return NO.has(plain) ? false : undefined
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/**
 * A day or a moment in the time zone of this computer: `2026-01-31`, `31.01.2026`, both also with `18:00`. Slashes mean
 * another day on each side of the ocean, so they are not read. Null when empty, undefined when it is none of these.
 */
function readTime(text: string): number | null | undefined {
  if (text === '') return null
  const iso = ISO.exec(text)
  const dotted = DOTTED.exec(text)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dotted ? [dotted[3], dotted[2], dotted[1]] : []
  const [, , , , hour = '0', minute = '0', second = '0'] = iso ?? dotted ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const isThatDay = date.getMonth() === Number(month) - 1 && date.getDate() === Number(day)
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  return isThatDay && isTime ? date.getTime() : undefined
}
