import type { StationVariable } from '@shared/contract/variables'
import type { VariableDataType } from '@shared/ocpp/variable'
import { type KnownVariableKey, knownVariable } from './knownVariables'

/** What a value can be, from what the station said and, where it said nothing (1.6), from what is known of the name. */
export interface ValueRules {
  readonly type: VariableDataType | null
  readonly unit: string | null
  readonly min: number | null
  readonly max: number | null
  readonly values: readonly string[] | null
  /** The sentence that explains it: `variables:known.<key>`. */
  readonly known: KnownVariableKey | null
}

export function valueRules(variable: StationVariable): ValueRules {
  const known = knownVariable(variable.component, variable.variable)
  const { min, max, values } = variable
  return {
    type: variable.dataType ?? known?.type ?? null,
    unit: variable.unit ?? known?.unit ?? null,
    min,
    max,
    values,
    known: known?.key ?? null,
  }
}

/** What is wrong with a value before it is sent; the sentence is `variables:problem.<key>`. */
export type ValueProblem =
  | { readonly key: 'notWhole' | 'notANumber' | 'empty' | 'notATime' }
  | { readonly key: 'tooSmall'; readonly min: number }
  | { readonly key: 'tooLarge' | 'tooLong'; readonly max: number }
  | { readonly key: 'notOne' | 'notAll'; readonly values: string }

/** Longest value a station can be given (2.x SetVariableData.attributeValue). */
const VALUE_MAX_LENGTH = 2_500

/** Checks a value as far as the station has said what it takes; null when there is nothing to say against it. */
export function checkValue(text: string, rules: ValueRules): ValueProblem | null {
  const { type, min, max, values } = rules
  switch (type) {
    case 'integer':
    case 'decimal': {
      if (text.trim() === '') return { key: 'empty' }
      const value = Number(text)
      if (!Number.isFinite(value)) return { key: 'notANumber' }
      if (type === 'integer' && !/^-?\d+$/.test(text.trim())) return { key: 'notWhole' }
      if (min !== null && value < min) return { key: 'tooSmall', min }
      if (max !== null && value > max) return { key: 'tooLarge', max }
      return null
    }
    case 'boolean':
      return text === '' ? { key: 'empty' } : null
    case 'dateTime':
      return /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)) ? null : { key: 'notATime' }
    case 'OptionList':
      return values === null || values.includes(text) ? null : { key: 'notOne', values: values.join(', ') }
    case 'SequenceList':
    case 'MemberList': {
      const strange = values === null ? [] : partsOf(text).filter((part) => !values.includes(part))
      return strange.length === 0 ? tooLong(text, max) : { key: 'notAll', values: strange.join(', ') }
    }
    case 'string':
    case null:
      return tooLong(text, max)
  }
}

/** For texts a station's limit is one of their length (2.0.1 VariableCharacteristicsType.maxLimit). */
function tooLong(text: string, limit: number | null): ValueProblem | null {
  const max = Math.min(limit ?? VALUE_MAX_LENGTH, VALUE_MAX_LENGTH)
  return [...text].length > max ? { key: 'tooLong', max } : null
}

/** The members of a list, as it is written: separated by commas. */
export function partsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Two spellings of the same truth value mean the same. */
export function sameValue(one: string, other: string, type: VariableDataType | null): boolean {
  return type === 'boolean' ? one.toLowerCase() === other.toLowerCase() : one === other
}
