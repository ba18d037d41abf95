import { describe, expect, it } from 'vitest'
import { say, type WordingRow } from '../../support/wording'

const CONNECTORS = [
  { evseId: 1, connectorId: 1 },
  { evseId: 2, connectorId: 1 },
  { evseId: 2, connectorId: 2 },
]
const statusOf = (id: number, connectorId: number) => ({
  requestedMessage: 'StatusNotification',
  evse: { id, connectorId },
})

const WORDS: readonly WordingRow[] = [
  // Reset: 1.6 knows soft and hard, 2.x one EVSE too (B12).
  ['ocpp1.6', 'reset', { when: 'now' }, {}, ['Reset', { type: 'Hard' }]],
  ['ocpp1.6', 'reset', {}, {}, ['Reset', { type: 'Soft' }]],
  ['ocpp1.6', 'reset', { evseId: 1 }, {}, 'not-in-version'],
  ['ocpp2.0.1', 'reset', { when: 'now', evseId: 2 }, {}, ['Reset', { type: 'Immediate', evseId: 2 }]],
  ['ocpp2.1', 'reset', {}, {}, ['Reset', { type: 'OnIdle' }]],
  // Availability: 1.6 has connectors alone, 0 is the whole charge point.
  [
    'ocpp1.6',
    'set-availability',
    { available: false },
    {},
    ['ChangeAvailability', { connectorId: 0, type: 'Inoperative' }],
  ],
  [
    'ocpp2.0.1',
    'set-availability',
    { available: true },
    {},
    ['ChangeAvailability', { operationalStatus: 'Operative' }],
  ],
  [
    'ocpp2.1',
    'set-availability',
    { available: true, evseId: 1, connectorId: 2 },
    {},
    ['ChangeAvailability', { operationalStatus: 'Operative', evse: { id: 1, connectorId: 2 } }],
  ],
  // Triggers: each by the message of the version that can say it.
  [
    'ocpp1.6',
    'trigger',
    { message: 'meter-values', evseId: 1 },
    {},
    ['TriggerMessage', { requestedMessage: 'MeterValues', connectorId: 1 }],
  ],
  [
    'ocpp1.6',
    'trigger',
    { message: 'sign-certificate' },
    {},
    ['ExtendedTriggerMessage', { requestedMessage: 'SignChargePointCertificate' }],
  ],
  ['ocpp1.6', 'trigger', { message: 'session' }, {}, 'not-in-version'],
  [
    'ocpp2.0.1',
    'trigger',
    { message: 'status', evseId: 2 },
    {},
    ['TriggerMessage', { requestedMessage: 'StatusNotification', evse: { id: 2, connectorId: 1 } }],
  ],
  ['ocpp2.0.1', 'trigger', { message: 'sign-v2g20-certificate' }, {}, 'not-in-version'],
  // A status is asked for connector by connector (F06.FR.13): of all that are known, or of those of an EVSE.
  ['ocpp2.0.1', 'trigger', { message: 'status' }, {}, 'connector-wanted'],
  [
    'ocpp2.0.1',
    'trigger',
    { message: 'status' },
    { connectors: CONNECTORS },
    ['TriggerMessage', statusOf(1, 1), statusOf(2, 1), statusOf(2, 2)],
  ],
  [
    'ocpp2.1',
    'trigger',
    { message: 'status', evseId: 2 },
    { connectors: CONNECTORS },
    ['TriggerMessage', statusOf(2, 1), statusOf(2, 2)],
  ],
  [
    'ocpp2.1',
    'trigger',
    { message: 'status', evseId: 2, connectorId: 2 },
    { connectors: CONNECTORS },
    ['TriggerMessage', statusOf(2, 2)],
  ],
  ['ocpp1.6', 'trigger', { message: 'status' }, {}, ['TriggerMessage', { requestedMessage: 'StatusNotification' }]],
  // The connectors of 1.6 are EVSEs here: a second one of an EVSE is none of its, and its first is another.
  ['ocpp1.6', 'unlock', { evseId: 1, connectorId: 2 }, {}, 'not-in-version'],
  ['ocpp1.6', 'set-availability', { available: false, evseId: 1, connectorId: 2 }, {}, 'not-in-version'],
  ['ocpp1.6', 'trigger', { message: 'status', evseId: 1, connectorId: 2 }, {}, 'not-in-version'],
  ['ocpp1.6', 'trigger', { message: 'log-status', evseId: 1, connectorId: 2 }, {}, 'not-in-version'],
  [
    'ocpp2.1',
    'trigger',
    { message: 'sign-v2g20-certificate' },
    {},
    ['TriggerMessage', { requestedMessage: 'SignV2G20Certificate' }],
  ],
]

describe('a command about a station and its connectors', () => {
  it.each(WORDS)('in %s: %s %j', (protocol, name, input, facts, said) => {
    expect(say(protocol, name, input, facts)).toEqual(said)
  })
})
