import { describe, expect, it } from 'vitest'
import { AT, CARD, NOW, say, type WordingRow } from '../../support/wording'

const LISTED = {
  token: CARD.token,
  status: 'accepted',
  group: '',
  cacheUntil: null,
  evseIds: null,
  language: '',
  message: '',
} as const

const WORDS: readonly WordingRow[] = [
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

describe('a command about files, lists and texts', () => {
  it.each(WORDS)('in %s: %s %j', (protocol, name, input, facts, said) => {
    expect(say(protocol, name, input, facts)).toEqual(said)
  })
})
