import type { GetConfigurationRequest, GetConfigurationResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byParts } from '../../answers'
import { inParts } from '../../parts'
import { learnedKey } from '../learned'

/** Asks for configuration keys, all of them when none is named (1.6 §5.8). */
export default outbound<GetConfigurationRequest, GetConfigurationResponse>('GetConfiguration', {
  note: 'Asks for configuration keys; they are entered into the table of the station.',
  answer({ configurationKey = [], unknownKey = [] }, { key }) {
    const known = configurationKey.map(() => ({ verdict: 'accepted' as const, reason: null }))
    const unknown = unknownKey.map((name) => ({ verdict: 'refused' as const, reason: name }))
    return {
      ...byParts([...known, ...unknown]),
      learned: configurationKey.map((entry) =>
        learnedKey(entry.key, entry.value ?? null, entry.readonly ? 'ReadOnly' : 'ReadWrite'),
      ),
      learnedAll: key === undefined || key.length === 0,
    }
  },
  commands: {
    'read-variables': ({ variables }, { takes }) => {
      if (variables.some(({ component, attribute }) => component !== '' || attribute !== 'Actual')) return null
      const keys = [...new Set(variables.map(({ variable }) => variable))]
      return inParts(keys, takes.variablesRead ?? keys.length).map((key) => ({ key }))
    },
    'report-variables': () => ({}),
  },
})
