import { type LearnedVariable, VARIABLE_DATA_TYPES } from '@shared/ocpp/variable'
import type { ComponentType, ReportDataType, VariableType } from 'typed-ocpp/dist/ocpp20/types.js'

/** The name of a variable of 2.x in the vocabulary of the domain, without its attribute. */
export function variableName(component: ComponentType, variable: VariableType) {
  return {
    component: component.name,
    componentInstance: component.instance ?? null,
    evseId: component.evse?.id ?? null,
    connectorId: component.evse?.connectorId ?? null,
    variable: variable.name,
    variableInstance: variable.instance ?? null,
  }
}

/** A value alone, as it was read or set: what else there is to a variable only reports tell. */
export function learnedValue(
  component: ComponentType,
  variable: VariableType,
  attribute: LearnedVariable['attribute'],
  value: string | null,
): LearnedVariable {
  const untold = { mutability: null, dataType: null, unit: null, min: null, max: null, values: null }
  return { ...variableName(component, variable), attribute, value, ...untold }
}

/** One entry of a report: a value for each of its attributes. What is left out has the default of the schema. */
export function learnedOf(data: ReportDataType): LearnedVariable[] {
  const { component, variable, variableAttribute, variableCharacteristics: traits } = data
  return variableAttribute.map((attribute) => ({
    ...variableName(component, variable),
    attribute: attribute.type ?? 'Actual',
    value: attribute.value ?? null,
    mutability: attribute.mutability ?? 'ReadWrite',
    dataType: VARIABLE_DATA_TYPES.find((type) => type === traits?.dataType) ?? null,
    unit: traits?.unit ?? null,
    min: traits?.minLimit ?? null,
    max: traits?.maxLimit ?? null,
    values: choices(traits?.valuesList),
  }))
}

/** A comma-separated list (2.0.1 VariableCharacteristicsType.valuesList). */
function choices(list: string | undefined): string[] | null {
  const found = (list ?? '')
    .split(',')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')
  return found.length === 0 ? null : found
}
