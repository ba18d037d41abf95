import { describe, expect, it } from 'vitest'
import { AT, CARD, ENDED, NOW, START_2X, START_16, say, type WordingRow } from '../../support/wording'

const WORDS: readonly WordingRow[] = [
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
]

describe('a command about sessions and reservations', () => {
  it.each(WORDS)('in %s: %s %j', (protocol, name, input, facts, said) => {
    expect(say(protocol, name, input, facts)).toEqual(said)
  })
})
