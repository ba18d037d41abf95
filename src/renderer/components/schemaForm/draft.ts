import type { FormField, FormSpec } from './formSpec'

/** One entry of a list, under a number of its own that stays when others go. */
export interface DraftEntry {
  readonly id: number
  readonly draft: Draft
}

/**
 * What stands in a form while it is filled in: text as it was typed, lists, and groups by their fields' names.
 * Undefined for a part that was not added.
 */
export type Draft = string | boolean | undefined | readonly string[] | readonly DraftEntry[] | DraftGroup
export interface DraftGroup {
  readonly [name: string]: Draft
}

export const isGroup = (draft: Draft): draft is DraftGroup => typeof draft === 'object' && !Array.isArray(draft)
export const entriesOf = (draft: Draft): readonly DraftEntry[] =>
  Array.isArray(draft) ? (draft as readonly (string | DraftEntry)[]).filter((entry) => typeof entry !== 'string') : []
export const textsOf = (draft: Draft): readonly string[] =>
  Array.isArray(draft) ? (draft as readonly (string | DraftEntry)[]).filter((entry) => typeof entry === 'string') : []

/** Gives the entries of lists their numbers; each form has one of its own. */
export type NextId = () => number

/** Counts from 1. */
export function countIds(): NextId {
  let last = 0
  return () => {
    last += 1
    return last
  }
}

/** The draft of a form that nobody has touched, from the values it begins with (defaults, or what is to be changed). */
export function newDraft(spec: FormSpec, initial: unknown, nextId: NextId): Draft {
  switch (spec.kind) {
    case 'group': {
      const given = isRecord(initial) ? initial : {}
      return Object.fromEntries(spec.fields.map((field) => [field.name, fieldDraft(field, given[field.name], nextId)]))
    }
    case 'list': {
      const given = Array.isArray(initial) ? initial : []
      const length = Math.max(given.length, spec.min)
      return Array.from({ length }, (_, index) => ({ id: nextId(), draft: newDraft(spec.item, given[index], nextId) }))
    }
    case 'choices':
    case 'picked':
      return Array.isArray(initial) ? initial.map(String) : []
    case 'boolean':
      return initial === true
    case 'moment':
      if (typeof initial === 'number') return localText(initial)
      return typeof initial === 'string' ? localText(Date.parse(initial)) : ''
    case 'json':
      return initial === undefined ? '' : JSON.stringify(initial, null, 2)
    case 'choice':
      // A single choice is none.
      return initial === undefined || initial === null ? onlyOf(spec.options) : String(initial)
    case 'constant':
      return undefined
    case 'text':
    case 'number':
      return initial === undefined || initial === null ? '' : String(initial)
  }
}

/** The draft of one field: parts that can be left out begin left out. */
function fieldDraft({ required, initial, spec }: FormField, given: unknown, nextId: NextId): Draft {
  const value = given ?? initial
  if (!required && (value === undefined || value === null)) return leftOut(spec)
  return newDraft(spec, value, nextId)
}

/** What stands for “not said” in each kind of field. */
export function leftOut(spec: FormSpec): Draft {
  switch (spec.kind) {
    case 'text':
    case 'number':
    case 'choice':
    case 'moment':
      return ''
    case 'choices':
    case 'picked':
      return []
    case 'group':
    case 'list':
    case 'json':
    case 'boolean':
    case 'constant':
      return undefined
  }
}

const onlyOf = (options: readonly string[]) => (options.length === 1 ? (options[0] ?? '') : '')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const two = (part: number) => String(part).padStart(2, '0')

/** A moment as a `datetime-local` field wants it, in this computer's time zone, to the second. */
export function localText(time: number): string {
  if (Number.isNaN(time)) return ''
  const at = new Date(time)
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const seconds = at.getSeconds() === 0 ? '' : `:${two(at.getSeconds())}`
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}${seconds}`
}
