import { createValidators, type SchemaSet } from '@main/csms/rpc/validate'
import { createV21, createV201 } from '@main/csms/v2x/adapter'
import { createV16 } from '@main/csms/v16/adapter'
import { PROTOCOLS } from '@shared/ocpp/station'
import * as schemas16 from 'typed-ocpp/dist/ocpp16/schemas.js'
import * as schemas201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import * as schemas21 from 'typed-ocpp/dist/ocpp21/schemas.js'
import { describe, expect, test } from 'vitest'

const SETS = {
  'ocpp1.6': schemas16 as unknown as SchemaSet,
  'ocpp2.0.1': schemas201 as unknown as SchemaSet,
  'ocpp2.1': schemas21 as unknown as SchemaSet,
} as const
const ADAPTERS = { 'ocpp1.6': createV16(), 'ocpp2.0.1': createV201(), 'ocpp2.1': createV21() } as const
/** How many actions each version has, with an answer. */
const COUNT = { 'ocpp1.6': 39, 'ocpp2.0.1': 64, 'ocpp2.1': 90 } as const

describe.each(PROTOCOLS)('%s', (protocol) => {
  const actions = Object.keys(SETS[protocol])
    .filter((name) => name.endsWith('Request'))
    .map((name) => name.slice(0, -'Request'.length))
  const validators = createValidators(protocol, SETS[protocol])

  test('has all its actions, and the schemas of both directions compile', () => {
    expect(actions.length).toBe(COUNT[protocol])
    for (const action of actions) {
      expect(validators.knows(action)).toBe(true)
      for (const direction of ['Request', 'Response'] as const) {
        // Text is valid for no message: an answer shows that the validator is there and works.
        expect(validators.check(action, direction, 'text')).toMatchObject({ kind: 'type' })
      }
    }
  })

  test('every action file names an action that the version has', () => {
    const { incoming, outgoing } = ADAPTERS[protocol]
    const served = [...incoming.keys(), ...[...outgoing.values()].map((entry) => entry.action)]
    expect(served.filter((action) => !validators.knows(action))).toEqual([])
    expect(served.length).toBeGreaterThan(8)
  })

  test.each(['AuthorizeRequest', 'AuthorizeResponse'])(
    'does not take the name of a schema for an action: %s',
    (name) => {
      expect(validators.knows(name)).toBe(false)
    },
  )

  test.each(['Nonsense', 'constructor', '__proto__', 'toString', ''])('does not know %s', (action) => {
    expect(validators.knows(action)).toBe(false)
    expect(validators.check(action, 'Request', {})).toMatchObject({ kind: 'not-implemented' })
  })
})

test('NotifyPeriodicEventStream has no answer, and its schema is found by its bare name', () => {
  const { knows, check } = ADAPTERS['ocpp2.1'].validators
  expect(knows('NotifyPeriodicEventStream')).toBe(true)
  expect(check('NotifyPeriodicEventStream', 'Request', {})).toMatchObject({ kind: 'occurrence' })
  expect(check('NotifyPeriodicEventStream', 'Response', {})).toMatchObject({ kind: 'not-implemented' })
  expect(ADAPTERS['ocpp2.0.1'].validators.knows('NotifyPeriodicEventStream')).toBe(false)
})

const EVENT = {
  eventType: 'Started',
  timestamp: '2026-01-01T00:00:00Z',
  triggerReason: 'Authorized',
  seqNo: 0,
  transactionInfo: { transactionId: 't' },
}
const METER = { timestamp: '2026-01-01T00:00:00Z', sampledValue: [{ value: 1 }] }

describe('what is wrong, by the keyword that says so', () => {
  const { check } = ADAPTERS['ocpp2.0.1'].validators
  test.each([
    ['nothing', {}, null],
    ['a wrong type', { seqNo: '0' }, 'type'],
    ['a missing property', { triggerReason: undefined }, 'occurrence'],
    ['an empty list', { meterValue: [] }, 'occurrence'],
    ['a value that is not in the list', { eventType: 'Begun' }, 'property'],
    ['a text that is too long', { transactionInfo: { transactionId: 't'.repeat(37) } }, 'property'],
    ['a timestamp that is none', { timestamp: 'yesterday' }, 'property'],
    ['a number that no computer counts to', { seqNo: 1e30 }, 'property'],
    ['a missing property further down', { meterValue: [{ timestamp: METER.timestamp }] }, 'occurrence'],
  ])('%s', (_, change, kind) => {
    const violation = check('TransactionEvent', 'Request', JSON.parse(JSON.stringify({ ...EVENT, ...change })))
    expect(violation?.kind ?? null).toBe(kind)
  })

  test('is said with its place', () => {
    expect(check('TransactionEvent', 'Request', { ...EVENT, seqNo: '0' })?.description).toBe('seqNo must be integer')
    const nested = { ...EVENT, meterValue: [METER, { ...METER, sampledValue: [{ value: 'x' }] }] }
    expect(check('TransactionEvent', 'Request', nested)?.description).toBe(
      'meterValue/1/sampledValue/0/value must be number',
    )
  })

  test('everything that is wrong is told when it is asked for, unknown properties too', () => {
    const { faults } = ADAPTERS['ocpp2.0.1'].validators
    const wrong = { ...EVENT, vendor: 1, seqNo: '0', meterValue: [{ ...METER, vendor: 1 }] }
    expect(
      faults('TransactionEvent', 'Request', wrong).map(({ keyword, instancePath }) => [keyword, instancePath]),
    ).toEqual(
      expect.arrayContaining([
        ['additionalProperties', ''],
        ['type', '/seqNo'],
        ['additionalProperties', '/meterValue/0'],
      ]),
    )
    expect(faults('TransactionEvent', 'Request', EVENT)).toEqual([])
    expect(check('TransactionEvent', 'Request', { ...EVENT, vendor: 1 })?.kind).toBe('property')
  })

  test('decimals are multiples of 0.1 as people count, not as binary fractions do', () => {
    const answer = (limit: number) => ({
      status: 'Accepted',
      chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit }] },
    })
    const read = (limit: number) =>
      ADAPTERS['ocpp1.6'].validators.check('GetCompositeSchedule', 'Response', answer(limit))
    for (const limit of [0.3, 10.7, 32]) expect(read(limit)).toBeNull()
    expect(read(10.75)).toMatchObject({ kind: 'property' })
  })
})
