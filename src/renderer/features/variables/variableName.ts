import type { StationVariable } from '@shared/contract/variables'

type Named = Pick<StationVariable, 'component' | 'componentInstance' | 'variable' | 'variableInstance'>

const withInstance = (name: string, instance: string | null) => (instance === null ? name : `${name} [${instance}]`)

/** The name as people write it: `SampledDataCtrlr.TxUpdatedInterval`, `Interval [A]`; a 1.6 key is its bare name. */
export function variableName({ component, componentInstance, variable, variableInstance }: Named): string {
  const name = withInstance(variable, variableInstance)
  return component === '' ? name : `${withInstance(component, componentInstance)}.${name}`
}
