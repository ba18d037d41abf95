import type { OCPP20 } from 'typed-ocpp'
import { type Access, ORGANISATION, PASSWORD, type Variables, wholeNumber } from '../variables'

type Component = OCPP20.GetVariablesResponse['getVariableResult'][number]['component']
type Variable = OCPP20.GetVariablesResponse['getVariableResult'][number]['variable']
type GetData = OCPP20.GetVariablesRequest['getVariableData'][number]
type SetData = OCPP20.SetVariablesRequest['setVariableData'][number]

/** Component → variable (`name` or `name/instance`) → access. All it has, and all it does. */
const TABLE: Readonly<Record<string, Readonly<Record<string, Access>>>> = {
  SecurityCtrlr: {
    OrganizationName: ORGANISATION,
    BasicAuthPassword: PASSWORD,
    MaxCertificateChainSize: wholeNumber('maxChainSize', 0, true),
    CertSigningWaitMinimum: wholeNumber('certSigningWaitSeconds', 1),
    CertSigningRepeatTimes: wholeNumber('certSigningRepeats', 0),
  },
  OCPPCommCtrlr: {
    HeartbeatInterval: wholeNumber('heartbeatSeconds', 1),
    'MessageAttempts/TransactionEvent': wholeNumber('messageAttempts', 1),
    'MessageAttemptInterval/TransactionEvent': wholeNumber('messageAttemptSeconds', 0),
  },
  SampledDataCtrlr: { TxUpdatedInterval: wholeNumber('meterIntervalSeconds', 1) },
}

type Found = { readonly access: Access } | 'UnknownComponent' | 'UnknownVariable'

function find(component: Component, variable: Variable): Found {
  const variables = Object.entries(TABLE).find(([name]) => same(name, component.name))?.[1]
  if (!variables || component.evse || component.instance) return 'UnknownComponent'
  const wanted = variable.instance ? `${variable.name}/${variable.instance}` : variable.name
  const access = Object.entries(variables).find(([name]) => same(name, wanted))?.[1]
  return access ? { access } : 'UnknownVariable'
}

/** Reads one variable (B06). */
export function getVariable(
  variables: Variables,
  data: GetData,
): OCPP20.GetVariablesResponse['getVariableResult'][number] {
  const { attributeType, component, variable } = data
  const base = { component, variable, ...(attributeType ? { attributeType } : {}) }
  const found = find(component, variable)
  if (typeof found === 'string') return { ...base, attributeStatus: found }
  if (attributeType && attributeType !== 'Actual') return { ...base, attributeStatus: 'NotSupportedAttributeType' }
  // B06.FR.09: a write-only variable is refused.
  if (!found.access.read) return { ...base, attributeStatus: 'Rejected' }
  return { ...base, attributeStatus: 'Accepted', attributeValue: found.access.read(variables) }
}

/** Writes one variable (B05). */
export function setVariable(
  variables: Variables,
  data: SetData,
): OCPP20.SetVariablesResponse['setVariableResult'][number] {
  const { attributeType, component, variable } = data
  const base = { component, variable, ...(attributeType ? { attributeType } : {}) }
  const found = find(component, variable)
  if (typeof found === 'string') return { ...base, attributeStatus: found }
  if (attributeType && attributeType !== 'Actual') return { ...base, attributeStatus: 'NotSupportedAttributeType' }
  const written = !found.access.readOnly && found.access.write(variables, data.attributeValue)
  return { ...base, attributeStatus: written ? 'Accepted' : 'Rejected' }
}

/** Names of components and variables are case-insensitive (2.0.1 part 1 §4). */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
