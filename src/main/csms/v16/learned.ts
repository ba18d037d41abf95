import type { LearnedVariable, Mutability } from '@shared/ocpp/variable'

/** A configuration key in the vocabulary of the domain: a variable without a component. */
export function learnedKey(key: string, value: string | null, mutability: Mutability | null): LearnedVariable {
  return {
    component: '',
    componentInstance: null,
    evseId: null,
    connectorId: null,
    variable: key,
    variableInstance: null,
    attribute: 'Actual',
    value,
    mutability,
    dataType: null,
    unit: null,
    min: null,
    max: null,
    values: null,
  }
}
