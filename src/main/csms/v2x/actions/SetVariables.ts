import type { SetVariablesRequest, SetVariablesResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byParts, partOf } from '../../answers'
import { learnedValue } from '../learned'
import { haveComponents, inMessages, toComponent, toVariable } from '../wire'

/** Longest value of 2.0.1 (SetVariableDataType.attributeValue); 2.1 has room for more. */
const VALUE_MAX_LENGTH = 1_000

/** Changes variables (B05). What takes effect after a restart only (RebootRequired) counts as scheduled. */
export default outbound<SetVariablesRequest, SetVariablesResponse>('SetVariables', {
  note: 'Changes variables; passwords are hidden in what is kept.',
  disruptive: true,
  answer: ({ setVariableResult }, { setVariableData }) => ({
    ...byParts(
      setVariableResult.map(({ attributeStatus, attributeStatusInfo, variable }) =>
        partOf(variable.name, attributeStatus, attributeStatusInfo),
      ),
    ),
    // The answers hold no values; those of the request are theirs when they stand in its order.
    learned: setVariableResult.flatMap(({ attributeStatus, component, variable, attributeType = 'Actual' }, place) =>
      attributeStatus === 'Accepted' && setVariableData[place]?.variable.name === variable.name
        ? [learnedValue(component, variable, attributeType, setVariableData[place].attributeValue)]
        : [],
    ),
  }),
  commands: {
    'set-variables': ({ variables }, { protocol, takes }) => {
      if (!haveComponents(variables)) return null
      const max = protocol === 'ocpp2.0.1' ? VALUE_MAX_LENGTH : Number.POSITIVE_INFINITY
      if (variables.some(({ value }) => value.length > max)) return 'too-long'
      return inMessages(variables, takes.variablesWritten).map((part) => ({
        setVariableData: part.map((choice) => ({
          attributeType: choice.attribute,
          attributeValue: choice.value,
          component: toComponent(choice),
          variable: toVariable(choice),
        })),
      }))
    },
  },
})
