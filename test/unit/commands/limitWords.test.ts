import { describe, expect, it } from 'vitest'
import { AT, START_2X, say, type WordingRow } from '../../support/wording'

const PROFILE = { scope: 'each-session', limit: 16.5, later: [{ afterSeconds: 60, limit: 10 }], phases: 3 }

const WORDS: readonly WordingRow[] = [
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
    'ocpp2.0.1',
    'report-limits',
    {},
    {},
    ['GetChargingProfiles', { requestId: 42, chargingProfile: { chargingLimitSource: ['CSO', 'EMS', 'SO', 'Other'] } }],
  ],
]

describe('a command about limits', () => {
  it.each(WORDS)('in %s: %s %j', (protocol, name, input, facts, said) => {
    expect(say(protocol, name, input, facts)).toEqual(said)
  })
})
