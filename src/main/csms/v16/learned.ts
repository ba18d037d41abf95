import { type LearnedVariable, type Mutability, ofWholeStation } from '@shared/ocpp/variable'

/** A configuration key in the vocabulary of the domain: a variable without a component. */
export function learnedKey(key: string, value: string | null, mutability: Mutability | null): LearnedVariable {
  return {
    ...ofWholeStation('', key),
    value,
    mutability,
    dataType: null,
    unit: null,
    min: null,
    max: null,
    values: null,
  }
}
