import type { GetVariablesRequest, GetVariablesResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byParts, partOf } from '../../answers'
import { learnedValue } from '../learned'
import { haveComponents, inMessages, toComponent, toVariable } from '../wire'

/** Asks for the values of variables (B06). */
export default outbound<GetVariablesRequest, GetVariablesResponse>('GetVariables', {
  note: 'Asks for variables; they are entered into the table of the station.',
  answer: ({ getVariableResult }) => ({
    ...byParts(
      getVariableResult.map(({ attributeStatus, attributeStatusInfo, variable }) =>
        partOf(variable.name, attributeStatus, attributeStatusInfo),
      ),
    ),
    learned: getVariableResult
      .filter(({ attributeStatus }) => attributeStatus === 'Accepted')
      .map(({ component, variable, attributeType = 'Actual', attributeValue = null }) =>
        learnedValue(component, variable, attributeType, attributeValue),
      ),
  }),
  commands: {
    'read-variables': ({ variables }, { takes }) => {
      if (!haveComponents(variables)) return null
      return inMessages(variables, takes.variablesRead).map((part) => ({
        getVariableData: part.map((choice) => ({
          attributeType: choice.attribute,
          component: toComponent(choice),
          variable: toVariable(choice),
        })),
      }))
    },
  },
})
