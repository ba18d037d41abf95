import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../../commandPort'
import { ITEMS_PER_MESSAGE } from '../controllers'
import { deviceModel, findVariable } from '../deviceModel'
import type { DeviceVariable } from '../deviceVariable'
import { tellInParts } from '../parts'
import type { Handlers2x } from './commands'

/** Variables one by one (B05, B06) and in reports (B07, B08). */
export function variableCommands(
  port: CommandPort,
): Handlers2x<'GetVariables' | 'SetVariables' | 'GetBaseReport' | 'GetReport'> {
  const report = (requestId: number, found: readonly DeviceVariable[]) => () =>
    void tellInParts(found, ITEMS_PER_MESSAGE, (part, seqNo, tbc) => {
      const [first, ...rest] = part.map((one) => reportData(one, port))
      const payload: OCPP21.NotifyReportRequest = {
        requestId,
        generatedAt: port.now().toISOString(),
        seqNo,
        tbc,
        ...(first ? { reportData: [first, ...rest] } : {}),
      }
      return port.tell('NotifyReport', payload)
    })
  return {
    GetVariables: ({ getVariableData }) => {
      const model = deviceModel(port)
      return { payload: { getVariableResult: getVariableData.map((data) => getVariable(model, port, data)) } }
    },

    SetVariables: ({ setVariableData }) => {
      const model = deviceModel(port)
      return {
        payload: { setVariableResult: setVariableData.map((data) => setVariable(model, port, data)) },
        afterwards: port.variablesChanged,
      }
    },

    GetBaseReport: ({ requestId, reportBase }) => {
      const all = deviceModel(port)
      const chosen = {
        ConfigurationInventory: all.filter(({ access }) => !access.readOnly),
        FullInventory: all,
        SummaryInventory: all.filter(({ variable }) => SUMMARY.has(variable.name)),
      }[reportBase]
      return { payload: { status: 'Accepted' }, afterwards: report(requestId, chosen) }
    },

    GetReport: ({ requestId, componentVariable, componentCriteria }) => {
      const all = deviceModel(port)
      const found = all.filter((one) => isAsked(one, componentVariable) && meets(all, one, componentCriteria, port))
      // B08: nothing to report.
      if (found.length === 0) return { payload: { status: 'EmptyResultSet' } }
      return { payload: { status: 'Accepted' }, afterwards: report(requestId, found) }
    },
  }
}

/** B07: availability and problems. */
const SUMMARY = new Set(['AvailabilityState', 'Available', 'Problem', 'Enabled'])

function isAsked(one: DeviceVariable, asked: OCPP21.GetReportRequest['componentVariable']): boolean {
  if (!asked) return true
  const same = (mine: string | undefined, theirs: string | undefined) =>
    theirs === undefined || mine?.toLowerCase() === theirs.toLowerCase()
  // B08: what is left out in the question matches everything.
  return asked.some(
    ({ component, variable }) =>
      same(one.component.name, component.name) &&
      same(one.component.instance, component.instance) &&
      (component.evse === undefined || component.evse.id === one.component.evse?.id) &&
      (component.evse?.connectorId === undefined || component.evse.connectorId === one.component.evse?.connectorId) &&
      same(one.variable.name, variable?.name) &&
      same(one.variable.instance, variable?.instance),
  )
}

/** A component meets a criterion when its variable of that name says so, or when it has none (B08). */
function meets(
  all: readonly DeviceVariable[],
  { component }: DeviceVariable,
  criteria: OCPP21.GetReportRequest['componentCriteria'],
  port: CommandPort,
): boolean {
  if (!criteria) return true
  return criteria.some((name) => {
    const found = findVariable(all, component, { name })
    if (typeof found === 'string') return name !== 'Problem'
    return found.access.read?.(port.variables) === 'true'
  })
}

function getVariable(
  model: readonly DeviceVariable[],
  port: CommandPort,
  { attributeType, component, variable }: OCPP21.GetVariableDataType,
): OCPP21.GetVariableResultType {
  const base = { component, variable, ...(attributeType ? { attributeType } : {}) }
  const found = findVariable(model, component, variable)
  if (typeof found === 'string') return { ...base, attributeStatus: found }
  if (attributeType && attributeType !== 'Actual') return { ...base, attributeStatus: 'NotSupportedAttributeType' }
  // B06.FR.09: a write-only variable is refused.
  if (!found.access.read) return { ...base, attributeStatus: 'Rejected' }
  return { ...base, attributeStatus: 'Accepted', attributeValue: found.access.read(port.variables) }
}

function setVariable(
  model: readonly DeviceVariable[],
  port: CommandPort,
  { attributeType, attributeValue, component, variable }: OCPP21.SetVariableDataType,
): OCPP21.SetVariableResultType {
  const base = { component, variable, ...(attributeType ? { attributeType } : {}) }
  const found = findVariable(model, component, variable)
  if (typeof found === 'string') return { ...base, attributeStatus: found }
  if (attributeType && attributeType !== 'Actual') return { ...base, attributeStatus: 'NotSupportedAttributeType' }
  const written = !found.access.readOnly && found.access.write(port.variables, attributeValue)
  return { ...base, attributeStatus: written ? 'Accepted' : 'Rejected' }
}

function reportData(
  { access, component, unit, values, variable }: DeviceVariable,
  port: CommandPort,
): OCPP21.ReportDataType {
  const { kind, least, most, read, readOnly } = access
  const value = read?.(port.variables)
  return {
    component,
    variable,
    variableAttribute: [
      {
        type: 'Actual',
        ...(value === undefined ? {} : { value }),
        mutability: read === null ? 'WriteOnly' : readOnly ? 'ReadOnly' : 'ReadWrite',
        persistent: !readOnly,
        constant: false,
      },
    ],
    variableCharacteristics: {
      dataType: values ? 'OptionList' : kind,
      ...(unit ? { unit } : {}),
      ...(least === undefined ? {} : { minLimit: least }),
      ...(most === undefined ? {} : { maxLimit: most }),
      ...(values ? { valuesList: values } : {}),
      supportsMonitoring: kind === 'integer',
    },
  }
}
