import type { Answer } from '@main/commands/dialect'
import { createAdapters } from '@main/csms/adapters'
import type { Protocol } from '@shared/ocpp/station'
import { describe, expect, it } from 'vitest'
import { dialects } from '../../support/wording'

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
  // What is not there needs not be taken away.
  ['ocpp1.6', 'ClearChargingProfile', { status: 'Unknown' }, { verdict: 'accepted' }],
  ['ocpp2.0.1', 'ClearChargingProfile', { status: 'Unknown' }, { verdict: 'accepted' }],
  ['ocpp2.0.1', 'ClearDisplayMessage', { status: 'Unknown' }, { verdict: 'accepted' }],
  ['ocpp2.1', 'ClearDisplayMessage', { status: 'Rejected' }, { verdict: 'refused' }],
  ['ocpp1.6', 'DeleteCertificate', { status: 'NotFound' }, { verdict: 'accepted' }],
  ['ocpp2.0.1', 'DeleteCertificate', { status: 'NotFound' }, { verdict: 'accepted' }],
  ['ocpp2.0.1', 'DeleteCertificate', { status: 'Failed' }, { verdict: 'refused' }],
  ['ocpp2.0.1', 'UnpublishFirmware', { status: 'NoFirmware' }, { verdict: 'accepted' }],
  ['ocpp2.0.1', 'UnpublishFirmware', { status: 'DownloadOngoing' }, { verdict: 'refused' }],
  ['ocpp2.0.1', 'GetDisplayMessages', { status: 'Unknown' }, { verdict: 'accepted', over: true }],
  ['ocpp2.1', 'GetTariffs', { status: 'NoTariff' }, { verdict: 'accepted' }],
  ['ocpp2.1', 'GetDERControl', { status: 'NotFound' }, { verdict: 'accepted', over: true }],
  ['ocpp2.1', 'ClearDERControl', { status: 'NotFound' }, { verdict: 'accepted' }],
  ['ocpp2.1', 'SetDERControl', { status: 'NotFound' }, { verdict: 'refused' }],
  // It may have been used, or run out: that is more than that it is not there.
  ['ocpp2.0.1', 'CancelReservation', { status: 'Rejected' }, { verdict: 'refused' }],
  ['ocpp2.0.1', 'DataTransfer', { status: 'UnknownVendorId' }, { verdict: 'unsupported' }],
  [
    'ocpp2.1',
    'ClearTariffs',
    { clearTariffsResult: [{ status: 'Accepted' }, { status: 'NoTariff', tariffId: 'T' }] },
    { verdict: 'accepted', status: '2/2', reason: 'T: NoTariff' },
  ],
  [
    'ocpp2.1',
    'ClearTariffs',
    { clearTariffsResult: [{ status: 'NoTariff' }, { status: 'Rejected', tariffId: 'T' }] },
    { verdict: 'partly', status: '1/2' },
  ],
  [
    'ocpp2.0.1',
    'ClearVariableMonitoring',
    { clearMonitoringResult: [{ status: 'NotFound', id: 3 }] },
    { verdict: 'accepted', status: '1/1', reason: '3: NotFound' },
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
