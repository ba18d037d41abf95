import type { ChangeConfigurationRequest, ChangeConfigurationResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { learnedKey } from '../learned'

/** Longest value (1.6 CiString500Type). */
const VALUE_MAX_LENGTH = 500

const read = byStatus({ RebootRequired: 'scheduled' })

/** Changes one configuration key (1.6 §5.3); a command of several keys takes as many messages. */
export default outbound<ChangeConfigurationRequest, ChangeConfigurationResponse>('ChangeConfiguration', {
  note: 'Changes a configuration key; passwords are hidden in what is kept.',
  disruptive: true,
  answer: (response, { key, value }) => ({
    ...read(response),
    ...(response.status === 'Accepted' ? { learned: [learnedKey(key, value, null)] } : {}),
  }),
  commands: {
    'set-variables': ({ variables }) => {
      if (variables.some(({ component, attribute }) => component !== '' || attribute !== 'Actual')) return null
      if (variables.some(({ value }) => value.length > VALUE_MAX_LENGTH)) return 'too-long'
      return variables.map(({ variable, value }) => ({ key: variable, value }))
    },
  },
})
