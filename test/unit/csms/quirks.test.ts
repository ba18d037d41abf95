import { DEPARTURES_MAX, MENDS } from '@main/csms/quirks/mendPayload'
import { readPayload } from '@main/csms/quirks/reader'
import { respelt } from '@main/csms/quirks/respelt'
import { readTime } from '@main/csms/timestamp'
import { createV21, createV201 } from '@main/csms/v2x/adapter'
import { createV16 } from '@main/csms/v16/adapter'
import type { Quirk } from '@shared/ocpp/quirks'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const ADAPTERS = { '1.6': createV16(), '2.0.1': createV201(), '2.1': createV21() } as const
type Version = keyof typeof ADAPTERS

const RECEIVED = Date.UTC(2026, 0, 1, 12)
const read = (version: Version, action: string, payload: unknown, accepts = (_: Quirk) => true) =>
  readPayload({ adapter: ADAPTERS[version], action, direction: 'Request', payload, receivedAt: RECEIVED, accepts })

const STATUS16 = { connectorId: 1, errorCode: 'NoError', status: 'Available', timestamp: '2026-01-01T00:00:00Z' }
const STATUS201 = { timestamp: '2026-01-01T00:00:00Z', connectorStatus: 'Available', evseId: 1, connectorId: 1 }
const METER16 = (sampled: object[]) => ({
  connectorId: 1,
  meterValue: [{ timestamp: '2026-01-01T00:00:00Z', sampledValue: sampled }],
})
const START16 = { connectorId: 1, idTag: 'AA', meterStart: 100, timestamp: '2026-01-01T00:00:00Z' }
const STOP16 = { meterStop: 200, timestamp: '2026-01-01T00:00:00Z', transactionId: 5 }
const EVENT = {
  eventType: 'Updated',
  timestamp: '2026-01-01T00:00:00Z',
  triggerReason: 'MeterValuePeriodic',
  seqNo: 1,
  transactionInfo: { transactionId: 't' },
}
const BOOT16 = { chargePointVendor: 'v', chargePointModel: 'm' }
const BOOT201 = { reason: 'PowerUp', chargingStation: { model: 'm', vendorName: 'v' } }

const STREAM = (data: object[]) => ({ id: 1, pending: 0, data })

type Case = readonly [quirk: Quirk, Version, action: string, sent: object, understood: object, place: string]

const CASES: readonly Case[] = [
  ['extra-field', '1.6', 'StatusNotification', { ...STATUS16, x: { y: 1 } }, STATUS16, 'StatusNotification/x'],
  [
    'extra-field',
    '2.0.1',
    'TransactionEvent',
    { ...EVENT, transactionInfo: { transactionId: 't', x: 1 } },
    EVENT,
    'TransactionEvent/transactionInfo/x',
  ],
  // As the example of 2.1 part 4 §4.2.4 has it; a beginning that is named counts.
  [
    'stream-times',
    '2.1',
    'NotifyPeriodicEventStream',
    STREAM([
      { t: '2024-08-27T12:30:45Z', v: '2' },
      { t: '2024-08-27T14:30:40+02:00', v: '1' },
    ]),
    {
      ...STREAM([
        { t: 5, v: '2' },
        { t: 0, v: '1' },
      ]),
      basetime: '2024-08-27T12:30:40.000Z',
    },
    'NotifyPeriodicEventStream/data/t',
  ],
  [
    'stream-times',
    '2.1',
    'NotifyPeriodicEventStream',
    {
      ...STREAM([
        { t: '2024-08-27T12:30:40.5Z', v: '1' },
        { t: 3, v: '2' },
      ]),
      basetime: '2024-08-27T12:30:40Z',
    },
    {
      ...STREAM([
        { t: 0.5, v: '1' },
        { t: 3, v: '2' },
      ]),
      basetime: '2024-08-27T12:30:40.000Z',
    },
    'NotifyPeriodicEventStream/data/t',
  ],
  ['null-field', '1.6', 'StatusNotification', { ...STATUS16, info: null }, STATUS16, 'StatusNotification/info'],
  ['empty-list', '2.0.1', 'TransactionEvent', { ...EVENT, meterValue: [] }, EVENT, 'TransactionEvent/meterValue'],
  [
    'number-as-text',
    '1.6',
    'StartTransaction',
    { ...START16, meterStart: '100' },
    START16,
    'StartTransaction/meterStart',
  ],
  [
    'text-as-number',
    '1.6',
    'StartTransaction',
    { ...START16, idTag: 12345 },
    { ...START16, idTag: '12345' },
    'StartTransaction/idTag',
  ],
  [
    'text-as-number',
    '1.6',
    'MeterValues',
    METER16([{ value: 12.5 }]),
    METER16([{ value: '12.5' }]),
    'MeterValues/meterValue/sampledValue/value',
  ],
  [
    'truth-as-text',
    '2.0.1',
    'TransactionEvent',
    { ...EVENT, offline: 'true' },
    { ...EVENT, offline: true },
    'TransactionEvent/offline',
  ],
  ['fraction', '1.6', 'StopTransaction', { ...STOP16, meterStop: 199.6 }, STOP16, 'StopTransaction/meterStop'],
  [
    'letter-case',
    '1.6',
    'StatusNotification',
    { ...STATUS16, status: 'available' },
    STATUS16,
    'StatusNotification/status',
  ],
  [
    'letter-case',
    '1.6',
    'StatusNotification',
    { ...STATUS16, status: 'SUSPENDED_EV' },
    { ...STATUS16, status: 'SuspendedEV' },
    'StatusNotification/status',
  ],
  [
    'unknown-choice',
    '1.6',
    'StopTransaction',
    { ...STOP16, reason: 'UserGotBored' },
    { ...STOP16, reason: 'Other' },
    'StopTransaction/reason',
  ],
  [
    'unknown-reading',
    '1.6',
    'MeterValues',
    METER16([{ value: '1', measurand: 'Moon.Phase' }, { value: '2' }, { value: '3', unit: 'moons' }]),
    METER16([{ value: '2' }]),
    'MeterValues/meterValue/sampledValue/measurand',
  ],
  [
    'time-without-zone',
    '1.6',
    'StartTransaction',
    { ...START16, timestamp: '2026-01-01T00:00:00' },
    START16,
    'StartTransaction/timestamp',
  ],
  [
    'long-text',
    '1.6',
    'BootNotification',
    { ...BOOT16, chargePointModel: 'm'.repeat(30), chargePointSerialNumber: 's'.repeat(30) },
    { ...BOOT16, chargePointModel: 'm'.repeat(20) },
    'BootNotification/chargePointSerialNumber',
  ],
  [
    'missing-time',
    '2.0.1',
    'StatusNotification',
    { connectorStatus: 'Available', evseId: 1, connectorId: 1 },
    { ...STATUS201, timestamp: '2026-01-01T12:00:00.000Z' },
    'StatusNotification/timestamp',
  ],
  [
    'missing-field',
    '1.6',
    'StatusNotification',
    { ...STATUS16, errorCode: undefined },
    STATUS16,
    'StatusNotification/errorCode',
  ],
  [
    'missing-field',
    '2.0.1',
    'BootNotification',
    {},
    { reason: 'Unknown', chargingStation: { model: '', vendorName: '' } },
    'BootNotification/reason',
  ],
]

describe('a departure that harms nobody', () => {
  test.each(CASES)(
    '%s on %s in %s is understood, and told with its place',
    (quirk, version, action, sent, understood, place) => {
      const payload = JSON.parse(JSON.stringify(sent)) as object
      const before = JSON.stringify(payload)
      const found = read(version, action, payload)
      expect(found).toMatchObject({ kind: 'valid', payload: understood })
      expect(found.kind === 'valid' && found.tolerated).toContainEqual({ quirk, place })
      // What came is kept as it came.
      expect(JSON.stringify(payload)).toBe(before)
    },
  )

  test.each(CASES)('%s on %s in %s is refused where it is not accepted', (quirk, version, action, sent) => {
    const payload = JSON.parse(JSON.stringify(sent)) as object
    expect(read(version, action, payload, (other) => other !== quirk).kind).toBe('not-valid')
    expect(read(version, action, payload, () => false).kind).toBe('not-valid')
  })

  test('Celcius is understood as each version spells it', () => {
    const reading = (unit: string) => ({
      evseId: 1,
      meterValue: [{ timestamp: '2026-01-01T00:00:00Z', sampledValue: [{ value: 1, measurand: 'x', unit }] }],
    })
    // 2.x has free units; the schemas of 1.6 know both spellings, so only another case is left to understand.
    expect(read('1.6', 'MeterValues', METER16([{ value: '1', unit: 'Celcius' }]))).toMatchObject({ tolerated: [] })
    expect(read('1.6', 'MeterValues', METER16([{ value: '1', unit: 'Celsius' }]))).toMatchObject({ tolerated: [] })
    expect(read('1.6', 'MeterValues', METER16([{ value: '1', unit: 'celcius' }]))).toMatchObject({
      payload: METER16([{ value: '1', unit: 'Celcius' }]),
      tolerated: [{ quirk: 'celcius', place: 'MeterValues/meterValue/sampledValue/unit' }],
    })
    expect(reading('x')).toBeDefined()
  })

  test('every mend has a case here', () => {
    const tested = new Set<Quirk>([...CASES.map(([quirk]) => quirk), 'celcius', 'many-decimals'])
    expect(MENDS.map(({ quirk }) => quirk).filter((quirk) => !tested.has(quirk))).toEqual([])
  })

  test('several in one message are all understood', () => {
    const sent = {
      ...STOP16,
      transactionId: '5',
      meterStop: 200.4,
      timestamp: '2026-01-01 00:00:00',
      reason: 'evdisconnected',
      x: 1,
      transactionData: Array.from({ length: 500 }, () => ({
        timestamp: '2026-01-01T00:00:00',
        sampledValue: [
          { value: 5, unit: 'Moons' },
          { value: 6, y: null },
        ],
      })),
    }
    const found = read('1.6', 'StopTransaction', sent)
    expect(found).toMatchObject({
      kind: 'valid',
      payload: { ...STOP16, meterStop: 200, reason: 'EVDisconnected' },
    })
    expect(found.kind === 'valid' && (found.payload as { transactionData: object[] }).transactionData).toEqual(
      Array.from({ length: 500 }, () => ({ timestamp: '2026-01-01T00:00:00Z', sampledValue: [{ value: '6' }] })),
    )
  })
})

describe('what is not mended', () => {
  test.each([
    ['1.6', 'StartTransaction', { ...START16, idTag: 'A'.repeat(21) }, 'a card number is never cut'],
    ['1.6', 'StartTransaction', { ...START16, idTag: null }, 'a card number is never made up'],
    ['1.6', 'StartTransaction', { ...START16, meterStart: 'much' }, 'a register is never guessed'],
    ['1.6', 'StopTransaction', { ...STOP16, transactionId: undefined }, 'a transaction is never guessed'],
    ['2.0.1', 'TransactionEvent', { ...EVENT, seqNo: undefined }, 'a place is never guessed'],
    ['1.6', 'StatusNotification', { ...STATUS16, status: 'Dancing' }, 'a state is never guessed'],
    ['2.0.1', 'Authorize', { idToken: { idToken: 'AA', type: 'Tattoo' } }, 'a kind of card is never guessed'],
    ['1.6', 'StartTransaction', { ...START16, timestamp: 'yesterday' }, 'a time is never guessed'],
  ] as readonly (readonly [Version, string, object, string])[])('%s %s %o: %s', (version, action, payload) => {
    expect(read(version, action, JSON.parse(JSON.stringify(payload))).kind).toBe('not-valid')
  })

  test('is told by what is left, not by what was put up with', () => {
    expect(read('1.6', 'StatusNotification', { ...STATUS16, x: 1, status: 'Dancing' })).toMatchObject({
      violation: { description: expect.stringContaining('status') },
    })
  })
})

test('what is valid stays the very same object, and nothing is told of it', () => {
  const found = read('2.0.1', 'BootNotification', BOOT201)
  expect(found.kind === 'valid' && found.payload).toBe(BOOT201)
  expect(found).toMatchObject({ tolerated: [] })
})

test('choices are understood with their words apart or together, and not letter by letter', () => {
  const type = (text: string) => read('2.0.1', 'Authorize', { idToken: { idToken: 'AA', type: text } }).kind
  expect(['keycode', 'KEY_CODE', 'Key code', 'key-code', 'emaid', 'iso14443', 'ISO-14443'].map(type)).toEqual([
    'valid',
    'valid',
    'valid',
    'valid',
    'valid',
    'valid',
    'not-valid',
  ])
  // Whatever is taken for a key code is found by who hides them.
  expect(['k_e_y_code', 'key__code', 'keyycode'].map(type)).toEqual(['not-valid', 'not-valid', 'not-valid'])
})

test('what is no text is no choice', () => {
  const payload = { ...STOP16, meterStop: { toString: 0 }, reason: { toString: 0 } }
  expect(read('1.6', 'StopTransaction', payload).kind).toBe('not-valid')
})

test('random changes to a message never make the reader throw, and what it gives is valid', () => {
  const anything = fc.jsonValue()
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(STOP16), 'reason', 'x', '__proto__'), anything),
      (change) => {
        const payload = JSON.parse(JSON.stringify({ ...STOP16, ...change })) as object
        const found = read('1.6', 'StopTransaction', payload)
        if (found.kind === 'valid') {
          expect(ADAPTERS['1.6'].validators.check('StopTransaction', 'Request', found.payload)).toBeNull()
        }
      },
    ),
    { numRuns: 2_000 },
  )
})

test('a time without its zone is UTC, with and without seconds and fractions', () => {
  for (const text of ['2026-01-01T10:00:00', '2026-01-01 10:00:00', '2026-01-01T10:00', '2026-01-01T10:00:00.5']) {
    const found = read('1.6', 'StartTransaction', { ...START16, timestamp: text })
    const timestamp = found.kind === 'valid' ? (found.payload as { timestamp: string }).timestamp : ''
    expect(Math.floor(readTime(timestamp) / 1_000)).toBe(Date.UTC(2026, 0, 1, 10) / 1_000)
  }
})

test.each([
  ['heartbeat', 'Heartbeat'],
  ['HeartbeatRequest', 'Heartbeat'],
  ['Heartbeat.req', 'Heartbeat'],
  ['BOOTNOTIFICATION', 'BootNotification'],
  ['Heart', undefined],
  ['Reset', undefined],
])('the action %s is taken for %s', (name, action) => {
  expect(respelt(ADAPTERS['2.0.1'], name)?.action).toBe(action)
})

test('a number that names something is not rounded, and none becomes a text that it may not stand for', () => {
  const kinds = [
    read('1.6', 'StopTransaction', { ...STOP16, transactionId: 5.4 }),
    read('1.6', 'StopTransaction', { ...STOP16, transactionId: '5.4' }),
    read('1.6', 'StartTransaction', { ...START16, connectorId: 1.2 }),
    read('2.0.1', 'TransactionEvent', { ...EVENT, seqNo: 1.5 }),
    read('2.0.1', 'TransactionEvent', { ...EVENT, evse: { id: 1.5 } }),
    read('1.6', 'StartTransaction', { ...START16, idTag: 2 ** 53 }),
    read('2.0.1', 'TransactionEvent', { ...EVENT, transactionInfo: { transactionId: 1e21 } }),
  ].map(({ kind }) => kind)
  expect(new Set(kinds)).toEqual(new Set(['not-valid']))
  expect(read('1.6', 'StartTransaction', { ...START16, idTag: 2 ** 53 - 1 }).kind).toBe('valid')
})

test('a message of nothing but departures is refused as it is', () => {
  const sampledValue = Array.from({ length: DEPARTURES_MAX + 1 }, () => ({ value: 1 }))
  expect(read('1.6', 'MeterValues', METER16(sampledValue)).kind).toBe('not-valid')
  expect(read('1.6', 'MeterValues', METER16(sampledValue.slice(1))).kind).toBe('valid')
})

test('a list that may not be empty is refused as the empty list it is, not as one that is missing', () => {
  const refused = read('2.0.1', 'MeterValues', { evseId: 1, meterValue: [] })
  expect(refused).toEqual({
    kind: 'not-valid',
    violation: { kind: 'occurrence', description: expect.stringMatching(/^meterValue must NOT have fewer than 1/) },
  })
})
