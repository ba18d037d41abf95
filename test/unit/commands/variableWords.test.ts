import { describe, expect, it } from 'vitest'
import { say, type WordingRow } from '../../support/wording'

const WORDS: readonly WordingRow[] = [
  // Configuration.
  ['ocpp1.6', 'report-variables', {}, {}, ['GetConfiguration', {}]],
  [
    'ocpp2.0.1',
    'report-variables',
    { report: 'summary' },
    {},
    ['GetBaseReport', { requestId: 42, reportBase: 'SummaryInventory' }],
  ],
  [
    'ocpp1.6',
    'read-variables',
    { variables: [{ variable: 'HeartbeatInterval' }] },
    {},
    ['GetConfiguration', { key: ['HeartbeatInterval'] }],
  ],
  ['ocpp1.6', 'read-variables', { variables: [{ component: 'EVSE', variable: 'Power' }] }, {}, 'not-in-version'],
  [
    'ocpp1.6',
    'set-variables',
    {
      variables: [
        { variable: 'A', value: '1' },
        { variable: 'B', value: '2' },
      ],
    },
    {},
    ['ChangeConfiguration', { key: 'A', value: '1' }, { key: 'B', value: '2' }],
  ],
  ['ocpp1.6', 'set-variables', { variables: [{ variable: 'A', value: 'x'.repeat(501) }] }, {}, 'too-long'],
  [
    'ocpp2.0.1',
    'set-variables',
    { variables: [{ component: 'EVSE', evseId: 1, variable: 'Power', attribute: 'MaxSet', value: '11' }] },
    {},
    [
      'SetVariables',
      {
        setVariableData: [
          {
            attributeType: 'MaxSet',
            attributeValue: '11',
            component: { name: 'EVSE', evse: { id: 1 } },
            variable: { name: 'Power' },
          },
        ],
      },
    ],
  ],
  [
    'ocpp2.0.1',
    'set-variables',
    { variables: [{ component: 'A', variable: 'B', value: 'x'.repeat(1_001) }] },
    {},
    'too-long',
  ],
  [
    'ocpp2.1',
    'clear-monitors',
    { monitorIds: [1, 2, 3] },
    { takes: { variablesRead: null, variablesWritten: null, listEntries: null, monitorsCleared: 2 } },
    ['ClearVariableMonitoring', { id: [1, 2] }, { id: [3] }],
  ],
]

describe('a command about variables and monitors', () => {
  it.each(WORDS)('in %s: %s %j', (protocol, name, input, facts, said) => {
    expect(say(protocol, name, input, facts)).toEqual(said)
  })
})
