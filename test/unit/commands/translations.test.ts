import type { Answer, CommandFacts } from '@main/commands/dialect'
import { createAdapters } from '@main/csms/adapters'
import { createDialects } from '@main/csms/dialect'
import { COMMANDS, type StationCommand, type StationCommandName } from '@shared/commands'
import type { Protocol } from '@shared/ocpp/station'
import { describe, expect, it } from 'vitest'

const dialects = createDialects(createAdapters())
const NOW = Date.parse('2026-05-04T10:00:00Z')
const AT = '2026-05-04T10:00:00.000Z'
const CARD = { token: { value: '04A1B2C3', type: 'ISO14443' }, group: 'STAFF' } as const
const LISTED = { token: CARD.token, status: 'accepted', group: '', validUntil: null } as const
const FACTS: Omit<CommandFacts, 'protocol'> = {
  number: 42,
  now: NOW,
  card: null,
  cards: [],
  removedCards: [],
  session: null,
  url: '',
  takes: { variablesRead: null, variablesWritten: null, listEntries: null, monitorsCleared: null },
  firmware: null,
  connectors: [],
  replaces: null,
}

function say(protocol: Protocol, name: StationCommandName, input: object, facts: Partial<CommandFacts> = {}) {
  const command = { name, input: COMMANDS[name].input.parse(input) } as StationCommand
  const said = dialects[protocol].word(command, { ...FACTS, protocol, ...facts })
  if ('notPossible' in said) return said.notPossible
  // As it goes over the wire: what is undefined is left out.
  const payloads = JSON.parse(JSON.stringify(said.payloads)) as object[]
  for (const payload of payloads) expect(dialects[protocol].check(said.action, payload)).toEqual([])
  return [said.action, ...payloads]
}

type Row = readonly [
  protocol: Protocol,
  name: StationCommandName,
  input: object,
  facts: Partial<CommandFacts>,
  said: string | readonly [string, ...object[]],
]

const START_16 = { transactionId: '17', evseId: 2, running: true }
const CONNECTORS = [
  { evseId: 1, connectorId: 1 },
  { evseId: 2, connectorId: 1 },
  { evseId: 2, connectorId: 2 },
]
const statusOf = (id: number, connectorId: number) => ({
  requestedMessage: 'StatusNotification',
  evse: { id, connectorId },
})
const ENDED = { transactionId: 'tx-1', evseId: 2, running: false }
const START_2X = { transactionId: 'tx-1', evseId: 2, running: true }
const PROFILE = { scope: 'each-session', limit: 16.5, later: [{ afterSeconds: 60, limit: 10 }], phases: 3 }

const WORDS: readonly Row[] = [
  // Reset: 1.6 knows soft and hard, 2.x one EVSE too (B12).
  ['ocpp1.6', 'reset', { when: 'now' }, {}, ['Reset', { type: 'Hard' }]],
  ['ocpp1.6', 'reset', {}, {}, ['Reset', { type: 'Soft' }]],
  ['ocpp1.6', 'reset', { evseId: 1 }, {}, 'not-in-version'],
  ['ocpp2.0.1', 'reset', { when: 'now', evseId: 2 }, {}, ['Reset', { type: 'Immediate', evseId: 2 }]],
  ['ocpp2.1', 'reset', {}, {}, ['Reset', { type: 'OnIdle' }]],
  // Sessions.
  [
    'ocpp1.6',
    'start-session',
    { evseId: 2, cardId: 1 },
    { card: CARD },
    ['RemoteStartTransaction', { idTag: '04A1B2C3', connectorId: 2 }],
  ],
  ['ocpp1.6', 'start-session', { evseId: 2 }, {}, 'not-in-version'],
  [
    'ocpp1.6',
    'start-session',
    { cardId: 1 },
    { card: { ...CARD, token: { value: 'A'.repeat(21), type: 'Central' } } },
    'too-long',
  ],
  [
    'ocpp2.0.1',
    'start-session',
    { evseId: 2, cardId: 1 },
    { card: CARD },
    [
      'RequestStartTransaction',
      {
        remoteStartId: 42,
        evseId: 2,
        idToken: { idToken: '04A1B2C3', type: 'ISO14443' },
        groupIdToken: { idToken: 'STAFF', type: 'Central' },
      },
    ],
  ],
  [
    'ocpp2.0.1',
    'start-session',
    {},
    {},
    ['RequestStartTransaction', { remoteStartId: 42, idToken: { idToken: '', type: 'NoAuthorization' } }],
  ],
  [
    'ocpp1.6',
    'stop-session',
    { sessionId: 1 },
    { session: START_16 },
    ['RemoteStopTransaction', { transactionId: 17 }],
  ],
  ['ocpp1.6', 'stop-session', { sessionId: 1 }, { session: START_2X }, 'unknown-session'],
  [
    'ocpp2.0.1',
    'stop-session',
    { sessionId: 1 },
    { session: START_2X },
    ['RequestStopTransaction', { transactionId: 'tx-1' }],
  ],
  ['ocpp1.6', 'unlock', { evseId: 2 }, {}, ['UnlockConnector', { connectorId: 2 }]],
  ['ocpp2.0.1', 'unlock', { evseId: 2 }, {}, ['UnlockConnector', { evseId: 2, connectorId: 1 }]],
  ['ocpp2.0.1', 'transaction-status', {}, {}, ['GetTransactionStatus', {}]],
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
  // A price and a limit of a session want it to run.
  ['ocpp2.0.1', 'show-cost', { sessionId: 1, totalCost: 3 }, { session: ENDED }, 'session-over'],
  ['ocpp1.6', 'show-cost', { sessionId: 1, totalCost: 3 }, { session: START_16 }, 'not-in-version'],
  ['ocpp2.0.1', 'limit-charging', { scope: 'session', sessionId: 1, limit: 6 }, { session: ENDED }, 'session-over'],
  [
    'ocpp1.6',
    'limit-charging',
    { scope: 'session', sessionId: 1, limit: 6 },
    { session: { ...ENDED, transactionId: '17' } },
    'session-over',
  ],
  [
    'ocpp2.1',
    'clear-monitors',
    { monitorIds: [1, 2, 3] },
    { takes: { variablesRead: null, variablesWritten: null, listEntries: null, monitorsCleared: 2 } },
    ['ClearVariableMonitoring', { id: [1, 2] }, { id: [3] }],
  ],
  // An EVSE alone is no criterion (K09.FR.03).
  [
    'ocpp2.0.1',
    'report-limits',
    { evseId: 2 },
    {},
    [
      'GetChargingProfiles',
      { requestId: 42, evseId: 2, chargingProfile: { chargingLimitSource: ['CSO', 'EMS', 'SO', 'Other'] } },
    ],
  ],
  [
    'ocpp2.1',
    'trigger',
    { message: 'sign-v2g20-certificate' },
    {},
    ['TriggerMessage', { requestedMessage: 'SignV2G20Certificate' }],
  ],
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
  // Limits: absolute, from now on; EVSE 0 is all of them.
  [
    'ocpp1.6',
    'limit-charging',
    PROFILE,
    {},
    [
      'SetChargingProfile',
      {
        connectorId: 0,
        csChargingProfiles: {
          chargingProfileId: 42,
          stackLevel: 0,
          chargingProfilePurpose: 'TxDefaultProfile',
          chargingProfileKind: 'Absolute',
          chargingSchedule: {
            startSchedule: AT,
            chargingRateUnit: 'A',
            chargingSchedulePeriod: [
              { startPeriod: 0, limit: 16.5, numberPhases: 3 },
              { startPeriod: 60, limit: 10, numberPhases: 3 },
            ],
          },
        },
      },
    ],
  ],
  [
    'ocpp2.0.1',
    'limit-charging',
    { scope: 'session', sessionId: 1, unit: 'W', limit: 3_700 },
    { session: START_2X },
    [
      'SetChargingProfile',
      {
        evseId: 2,
        chargingProfile: {
          id: 42,
          stackLevel: 0,
          chargingProfilePurpose: 'TxProfile',
          chargingProfileKind: 'Absolute',
          transactionId: 'tx-1',
          chargingSchedule: [
            {
              id: 42,
              startSchedule: AT,
              chargingRateUnit: 'W',
              chargingSchedulePeriod: [{ startPeriod: 0, limit: 3_700 }],
            },
          ],
        },
      },
    ],
  ],
  ['ocpp1.6', 'clear-limits', {}, {}, ['ClearChargingProfile', {}]],
  [
    'ocpp2.0.1',
    'clear-limits',
    {},
    {},
    [
      'ClearChargingProfile',
      { chargingProfileCriteria: { chargingProfilePurpose: 'ChargingStationMaxProfile' } },
      { chargingProfileCriteria: { chargingProfilePurpose: 'TxDefaultProfile' } },
      { chargingProfileCriteria: { chargingProfilePurpose: 'TxProfile' } },
    ],
  ],
  ['ocpp2.0.1', 'clear-limits', { profileId: 3, evseId: 1 }, {}, ['ClearChargingProfile', { chargingProfileId: 3 }]],
  [
    'ocpp1.6',
    'composite-schedule',
    { durationSeconds: 60 },
    {},
    ['GetCompositeSchedule', { connectorId: 0, duration: 60 }],
  ],
  // Reservations are numbered by the site.
  [
    'ocpp1.6',
    'reserve',
    { cardId: 1, until: NOW },
    { card: CARD },
    ['ReserveNow', { reservationId: 42, connectorId: 0, expiryDate: AT, idTag: '04A1B2C3', parentIdTag: 'STAFF' }],
  ],
  [
    'ocpp2.1',
    'reserve',
    { cardId: 1, evseId: 1, until: NOW },
    { card: { ...CARD, group: '' } },
    ['ReserveNow', { id: 42, expiryDateTime: AT, evseId: 1, idToken: { idToken: '04A1B2C3', type: 'ISO14443' } }],
  ],
  // Files: which message carries it is a matter of what is asked for.
  ['ocpp1.6', 'get-log', {}, { url: 'http://h/u' }, ['GetDiagnostics', { location: 'http://h/u' }]],
  [
    'ocpp1.6',
    'get-log',
    { log: 'security', from: NOW },
    { url: 'http://h/u' },
    ['GetLog', { logType: 'SecurityLog', requestId: 42, log: { remoteLocation: 'http://h/u', oldestTimestamp: AT } }],
  ],
  ['ocpp2.0.1', 'get-log', { log: 'data-collector' }, { url: 'http://h/u' }, 'not-in-version'],
  [
    'ocpp1.6',
    'update-firmware',
    { firmwareId: 1 },
    { url: 'http://h/d' },
    ['UpdateFirmware', { location: 'http://h/d', retrieveDate: AT }],
  ],
  ['ocpp1.6', 'update-firmware', { firmwareId: 1, installAt: NOW }, { url: 'http://h/d' }, 'not-in-version'],
  [
    'ocpp1.6',
    'update-firmware',
    { firmwareId: 1, installAt: NOW },
    { url: 'http://h/d', firmware: { signature: 'c2ln', signingCertificate: 'PEM' } },
    [
      'SignedUpdateFirmware',
      {
        requestId: 42,
        firmware: {
          location: 'http://h/d',
          retrieveDateTime: AT,
          installDateTime: AT,
          signature: 'c2ln',
          signingCertificate: 'PEM',
        },
      },
    ],
  ],
  [
    'ocpp2.0.1',
    'update-firmware',
    { url: 'http://h/other', retries: 2, retrySeconds: 30 },
    { url: 'http://h/other' },
    [
      'UpdateFirmware',
      { requestId: 42, retries: 2, retryInterval: 30, firmware: { location: 'http://h/other', retrieveDateTime: AT } },
    ],
  ],
  // Local list: a full list that is too long for one message goes on as changes, with growing versions (D01.FR.11).
  [
    'ocpp2.0.1',
    'send-local-list',
    { entriesPerMessage: 20 },
    { cards: Array.from({ length: 21 }, () => LISTED) },
    [
      'SendLocalList',
      expect.objectContaining({ versionNumber: 42_000, updateType: 'Full' }),
      {
        versionNumber: 42_001,
        updateType: 'Differential',
        localAuthorizationList: [
          { idToken: { idToken: '04A1B2C3', type: 'ISO14443' }, idTokenInfo: { status: 'Accepted' } },
        ],
      },
    ],
  ],
  [
    'ocpp2.0.1',
    'send-local-list',
    { cardIds: [] },
    {},
    ['SendLocalList', { versionNumber: 42_000, updateType: 'Full' }],
  ],
  [
    'ocpp1.6',
    'send-local-list',
    { update: 'changes' },
    {
      cards: [LISTED, { ...LISTED, token: { value: '04A1B2C3', type: 'ISO15693' }, status: 'blocked' }],
      removedCards: [{ ...LISTED, token: { value: 'GONE', type: 'Central' } }],
    },
    [
      'SendLocalList',
      {
        listVersion: 42_000,
        updateType: 'Differential',
        localAuthorizationList: [{ idTag: '04A1B2C3', idTagInfo: { status: 'Blocked' } }, { idTag: 'GONE' }],
      },
    ],
  ],
  [
    'ocpp2.0.1',
    'report-limits',
    {},
    {},
    ['GetChargingProfiles', { requestId: 42, chargingProfile: { chargingLimitSource: ['CSO', 'EMS', 'SO', 'Other'] } }],
  ],
  [
    'ocpp2.0.1',
    'show-message',
    { text: 'Closed on Sunday', priority: 'in-front', until: NOW },
    {},
    [
      'SetDisplayMessage',
      {
        message: {
          id: 42,
          priority: 'InFront',
          endDateTime: AT,
          message: { format: 'UTF8', content: 'Closed on Sunday' },
        },
      },
    ],
  ],
  [
    'ocpp2.0.1',
    'customer-information',
    { cardId: 1, clear: true },
    { card: CARD },
    [
      'CustomerInformation',
      { requestId: 42, report: true, clear: true, idToken: { idToken: '04A1B2C3', type: 'ISO14443' } },
    ],
  ],
]

describe('a command', () => {
  it.each(WORDS)('in %s: %s %j', (protocol, name, input, facts, said) => {
    expect(say(protocol, name, input, facts)).toEqual(said)
  })

  it('has no more parts than its station takes', () => {
    const takes = { variablesRead: 2, variablesWritten: 1, listEntries: 1, monitorsCleared: null }
    const variables = ['A', 'B', 'C'].map((variable) => ({ variable, value: '1' }))
    expect(say('ocpp1.6', 'read-variables', { variables }, { takes })).toEqual([
      'GetConfiguration',
      { key: ['A', 'B'] },
      { key: ['C'] },
    ])
    const named = variables.map((choice) => ({ ...choice, component: 'C' }))
    expect(say('ocpp2.0.1', 'read-variables', { variables: named }, { takes })).toHaveLength(1 + 2)
    expect(say('ocpp2.0.1', 'set-variables', { variables: named }, { takes })).toHaveLength(1 + 3)
    const cards = [LISTED, { ...LISTED, token: { value: 'B', type: 'Central' } } as const]
    expect(say('ocpp1.6', 'send-local-list', {}, { takes, cards })).toHaveLength(1 + 2)
    expect(say('ocpp2.1', 'send-local-list', {}, { takes, cards })).toHaveLength(1 + 2)
    const many = Array.from(
      { length: 1_001 },
      (_, index) => ({ ...LISTED, token: { value: `C${index}`, type: 'Central' } }) as const,
    )
    expect(say('ocpp2.0.1', 'send-local-list', {}, { takes, cards: many })).toBe('too-long')
    expect(say('ocpp1.6', 'send-local-list', {}, { takes, cards: many })).toBe('too-long')
  })

  it('of many variables takes several messages, and none of them too many', () => {
    const variables = Array.from({ length: 45 }, (_, index) => ({ component: 'C', variable: `V${index}` }))
    const said = say('ocpp2.0.1', 'read-variables', { variables }) as [string, ...{ getVariableData: object[] }[]]
    expect(said.slice(1).map((payload) => (payload as { getVariableData: object[] }).getVariableData.length)).toEqual([
      20, 20, 5,
    ])
  })
})

type AnswerRow = readonly [protocol: Protocol, action: string, answer: object, read: Partial<Answer>, request?: object]
const INFO = { reasonCode: 'InUse', additionalInfo: 'a session runs' }

const ANSWERS: readonly AnswerRow[] = [
  ['ocpp1.6', 'Reset', { status: 'Accepted' }, { verdict: 'accepted', status: 'Accepted', reason: null }],
  ['ocpp1.6', 'Reset', { status: 'Rejected' }, { verdict: 'refused' }],
  ['ocpp2.0.1', 'Reset', { status: 'Scheduled' }, { verdict: 'scheduled' }],
  [
    'ocpp2.0.1',
    'Reset',
    { status: 'Rejected', statusInfo: INFO },
    { verdict: 'refused', reason: 'InUse: a session runs' },
  ],
  ['ocpp1.6', 'UnlockConnector', { status: 'Unlocked' }, { verdict: 'accepted' }],
  ['ocpp1.6', 'UnlockConnector', { status: 'NotSupported' }, { verdict: 'unsupported' }],
  ['ocpp2.0.1', 'UnlockConnector', { status: 'OngoingAuthorizedTransaction' }, { verdict: 'refused' }],
  ['ocpp1.6', 'TriggerMessage', { status: 'NotImplemented' }, { verdict: 'unsupported' }],
  ['ocpp1.6', 'ChangeConfiguration', { status: 'RebootRequired' }, { verdict: 'scheduled' }, { key: 'A', value: '1' }],
  ['ocpp1.6', 'UpdateFirmware', {}, { verdict: 'accepted' }],
  ['ocpp1.6', 'GetDiagnostics', {}, { verdict: 'refused' }],
  ['ocpp1.6', 'GetDiagnostics', { fileName: 'log.zip' }, { verdict: 'accepted', reason: 'log.zip' }],
  ['ocpp1.6', 'GetLocalListVersion', { listVersion: -1 }, { verdict: 'unsupported', status: '-1' }],
  ['ocpp2.0.1', 'GetLocalListVersion', { versionNumber: 7 }, { verdict: 'accepted', status: '7' }],
  ['ocpp2.0.1', 'SendLocalList', { status: 'VersionMismatch' }, { verdict: 'refused', endsRest: true }],
  ['ocpp2.0.1', 'GetLog', { status: 'AcceptedCanceled' }, { verdict: 'accepted' }],
  ['ocpp2.0.1', 'GetReport', { status: 'EmptyResultSet' }, { verdict: 'accepted', over: true }],
  ['ocpp2.0.1', 'GetChargingProfiles', { status: 'NoProfiles' }, { verdict: 'accepted', over: true }],
  ['ocpp2.0.1', 'ClearChargingProfile', { status: 'Unknown' }, { verdict: 'accepted' }],
  ['ocpp2.0.1', 'DataTransfer', { status: 'UnknownVendorId' }, { verdict: 'unsupported' }],
  [
    'ocpp2.1',
    'ClearTariffs',
    { clearTariffsResult: [{ status: 'Accepted' }, { status: 'NoTariff', tariffId: 'T' }] },
    { verdict: 'partly', status: '1/2', reason: 'T: NoTariff' },
  ],
  [
    'ocpp2.0.1',
    'SetVariableMonitoring',
    {
      setMonitoringResult: [
        { status: 'Duplicate', type: 'Delta', severity: 1, component: { name: 'C' }, variable: { name: 'V' } },
      ],
    },
    { verdict: 'refused', status: '0/1', reason: 'V: Duplicate' },
  ],
]

describe('an answer', () => {
  for (const [protocol, action, answer, read, request = {}] of ANSWERS) {
    it(`of ${protocol} ${action} ${JSON.stringify(answer)} is read`, () => {
      expect(createAdapters()[protocol].validators.check(action, 'Response', answer)).toBeNull()
      expect(dialects[protocol].read(action, answer, request)).toMatchObject(read)
    })
  }

  it('teaches the values of variables, and 1.6 keys', () => {
    const component = { name: 'OCPPCommCtrlr' }
    const variable = { name: 'HeartbeatInterval' }
    const result = { attributeStatus: 'Accepted', attributeValue: '300', component, variable }
    const unknown = { attributeStatus: 'UnknownVariable', component, variable: { name: 'X' } }
    expect(dialects['ocpp2.0.1'].read('GetVariables', { getVariableResult: [result, unknown] }, {})).toMatchObject({
      verdict: 'partly',
      status: '1/2',
      reason: 'X: UnknownVariable',
      learned: [{ component: 'OCPPCommCtrlr', variable: 'HeartbeatInterval', attribute: 'Actual', value: '300' }],
    })
    const configurationKey = [{ key: 'HeartbeatInterval', readonly: false, value: '300' }]
    expect(
      dialects['ocpp1.6'].read('GetConfiguration', { configurationKey, unknownKey: ['X'] }, { key: ['X'] }),
    ).toMatchObject({
      verdict: 'partly',
      learnedAll: false,
      learned: [{ component: '', variable: 'HeartbeatInterval', value: '300', mutability: 'ReadWrite' }],
    })
    expect(dialects['ocpp1.6'].read('GetConfiguration', { configurationKey }, {})).toMatchObject({ learnedAll: true })
    expect(
      dialects['ocpp2.0.1'].read(
        'SetVariables',
        { setVariableResult: [{ attributeStatus: 'Accepted', component, variable }] },
        { setVariableData: [{ attributeValue: '60', component, variable }] },
      ),
    ).toMatchObject({ verdict: 'accepted', learned: [{ variable: 'HeartbeatInterval', value: '60' }] })
  })
})

describe.each(['update-firmware', 'publish-firmware'] as const)('the firmware of %s', (name) => {
  const checksum = '0'.repeat(32)
  it.each([
    ['this site', { firmwareId: 1 }, true],
    ['elsewhere', { url: 'https://example.org/f' }, true],
    ['nowhere', {}, false],
    ['both', { firmwareId: 1, url: 'https://example.org/f' }, false],
  ])('from %s', (_, from, isGood) => {
    expect(COMMANDS[name].input.safeParse({ checksum, ...from }).success).toBe(isGood)
  })
})
