import { type Draft, entriesOf, isGroup, leftOut, textsOf } from './draft'
import type { FormField, FormSpec } from './formSpec'

/** What is wrong with a field; the sentence is `forms:problem.<key>`. */
export type Problem =
  | {
      readonly key:
        | 'required'
        | 'notANumber'
        | 'notWhole'
        | 'notATime'
        | 'notJson'
        | 'notAnObject'
        | 'notAllowed'
        | 'conflict'
    }
  | { readonly key: 'tooSmall'; readonly min: number }
  | { readonly key: 'tooLarge'; readonly max: number }
  | { readonly key: 'tooFine'; readonly step: number }
  | { readonly key: 'tooLong'; readonly max: number; readonly length: number }
  | { readonly key: 'tooShort' | 'tooFew'; readonly min: number }
  | { readonly key: 'tooMany'; readonly max: number }
  /** Said by somebody else (the server's own check), in a sentence. */
  | { readonly key: 'said'; readonly sentence: string }

/** By JSON pointer to the field; '' for the form as a whole. */
export type Problems = ReadonlyMap<string, Problem>

export type Reading =
  | { readonly kind: 'good'; readonly value: unknown }
  | { readonly kind: 'bad'; readonly problems: Problems }

/** The value that a form says, checked against its schema; parts that were left out are not in it. */
export function readDraft(spec: FormSpec, draft: Draft): Reading {
  const problems = new Map<string, Problem>()
  const value = read(spec, draft, '', problems)
  return problems.size === 0 ? { kind: 'good', value } : { kind: 'bad', problems }
}

/** JSON pointer of a field inside of `path` (RFC 6901). */
export function below(path: string, name: string | number): string {
  return `${path}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

type Found = Map<string, Problem>

function read(spec: FormSpec, draft: Draft, path: string, found: Found): unknown {
  switch (spec.kind) {
    case 'constant':
      return spec.value
    case 'boolean':
      return draft === true
    case 'group':
      return readGroup(spec.fields, draft, path, found)
    case 'list': {
      const entries = entriesOf(draft)
      checkCount(entries.length, spec, path, found)
      return entries.map((entry, index) => read(spec.item, entry.draft, below(path, index), found))
    }
    case 'choices': {
      const chosen = textsOf(draft)
      checkCount(chosen.length, spec, path, found)
      return spec.options.filter((option) => chosen.includes(option))
    }
    case 'picked': {
      const picked = textsOf(draft)
      checkCount(picked.length, { min: 0, max: spec.max }, path, found)
      return picked.map(Number)
    }
    default:
      return readText(spec, typeof draft === 'string' ? draft : '', path, found)
  }
}

function readGroup(fields: readonly FormField[], draft: Draft, path: string, found: Found): Record<string, unknown> {
  const drafts = isGroup(draft) ? draft : {}
  const value: Record<string, unknown> = {}
  for (const { name, required, spec } of fields) {
    const part = drafts[name]
    if (!required && isLeftOut(spec, part)) continue
    value[name] = read(spec, part, below(path, name), found)
  }
  return value
}

function isLeftOut(spec: FormSpec, draft: Draft): boolean {
  if (draft === undefined) return true
  const none = leftOut(spec)
  if (Array.isArray(none)) return textsOf(draft).length === 0
  return typeof none === 'string' && typeof draft === 'string' && draft.trim() === ''
}

function checkCount(count: number, { min, max }: { min: number; max: number | null }, path: string, found: Found) {
  if (count < min) found.set(path, { key: 'tooFew', min })
  if (max !== null && count > max) found.set(path, { key: 'tooMany', max })
}

/** Decimals of what is a multiple of a step: without the dust of binary fractions. */
const DECIMALS = 9

type TextSpec = Extract<FormSpec, { kind: 'text' | 'number' | 'choice' | 'moment' | 'json' }>

function readText(spec: TextSpec, text: string, path: string, found: Found): unknown {
  const bad = (problem: Problem) => {
    found.set(path, problem)
    return undefined
  }
  switch (spec.kind) {
    case 'text': {
      const said = text.trim()
      const length = [...said].length
      // A text that may be empty may be so because the field is left empty.
      if (length === 0 && spec.minLength > 0) return bad({ key: 'required' })
      if (length < spec.minLength) return bad({ key: 'tooShort', min: spec.minLength })
      if (spec.maxLength !== null && length > spec.maxLength) {
        return bad({ key: 'tooLong', max: spec.maxLength, length })
      }
      if (spec.pattern !== null && !new RegExp(spec.pattern, 'u').test(said)) {
        return bad({ key: length === 0 ? 'required' : 'notAllowed' })
      }
      return said
    }
    case 'number': {
      if (text.trim() === '') return bad({ key: 'required' })
      const value = Number(text.trim().replace(',', '.'))
      if (!Number.isFinite(value)) return bad({ key: 'notANumber' })
      if (spec.whole && !Number.isInteger(value)) return bad({ key: 'notWhole' })
      if (spec.min !== null && value < spec.min) return bad({ key: 'tooSmall', min: spec.min })
      if (spec.max !== null && value > spec.max) return bad({ key: 'tooLarge', max: spec.max })
      if (spec.step !== null && !isMultiple(value, spec.step)) return bad({ key: 'tooFine', step: spec.step })
      return spec.step === null ? value : Number((Math.round(value / spec.step) * spec.step).toFixed(DECIMALS))
    }
    case 'choice':
      return spec.options.includes(text) ? text : bad({ key: 'required' })
    case 'moment': {
      if (text === '') return bad({ key: 'required' })
      const time = new Date(text).getTime()
      if (Number.isNaN(time)) return bad({ key: 'notATime' })
      return spec.as === 'number' ? time : new Date(time).toISOString()
    }
    case 'json':
      return readJson(text, spec.objectOnly, bad)
  }
}

function readJson(text: string, objectOnly: boolean, bad: (problem: Problem) => undefined): unknown {
  if (text.trim() === '') return bad({ key: 'required' })
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return objectOnly && !isObject ? bad({ key: 'notAnObject' }) : value
  } catch {
    return bad({ key: 'notJson' })
  }
}

/** True within the inexactness of decimal fractions: 0.3 is a multiple of 0.1. */
function isMultiple(value: number, step: number): boolean {
  const times = value / step
  return Math.abs(times - Math.round(times)) < 1e-6
}
