import { toSamples as toSamples201 } from '@main/csms/v2x/samples'
import { toSamples as toSamples16 } from '@main/csms/v16/samples'
import { type Sample, toReadings } from '@main/sessions/sample'
import { describe, expect, test } from 'vitest'

const AT = Date.UTC(2026, 0, 1)
const TIMESTAMP = new Date(AT).toISOString()
const ENERGY = 'Energy.Active.Import.Register'
const POWER = 'Power.Active.Import'

const sample = (change: Partial<Sample>): Sample => ({
  at: AT,
  value: 1,
  measurand: ENERGY,
  phase: null,
  unit: null,
  multiplier: 0,
  location: null,
  ...change,
})
const energyOf = (...changes: Partial<Sample>[]) => toReadings(changes.map(sample))[0]?.energyWh ?? null

describe('energy', () => {
  test.each([
    ['plain Wh', [{ value: 1234 }], 1234],
    ['Wh by name', [{ value: 1234, unit: 'Wh' }], 1234],
    ['kWh', [{ value: 1.5, unit: 'kWh' }], 1500],
    ['a power of ten', [{ value: 12, unit: 'Wh', multiplier: 2 }], 1200],
    ['a negative power of ten', [{ value: 1234, unit: 'kWh', multiplier: -3 }], 1234],
    ['an unknown unit', [{ value: 1, unit: 'varh' }], null],
    ['no number', [{ value: Number.NaN }], null],
    ['more than a number holds', [{ value: 1, multiplier: 400 }], null],
    ['the car', [{ value: 1, location: 'EV' }], null],
    ['the plug', [{ value: 7, location: 'Outlet' }], 7],
    ['another quantity', [{ value: 1, measurand: 'SoC', unit: 'Percent' }], null],
    [
      'three phases',
      [
        { value: 1, phase: 'L1' },
        { value: 2, phase: 'L2' },
        { value: 3, phase: 'L3' },
      ],
      6,
    ],
    [
      'three phases to neutral',
      [
        { value: 1, phase: 'L1-N' },
        { value: 2, phase: 'L2-N' },
        { value: 3, phase: 'L3-N' },
      ],
      6,
    ],
    ['between phases', [{ value: 1, phase: 'L1-L2' }], null],
    [
      'phases of kWh',
      [
        { value: 1, phase: 'L1', unit: 'kWh' },
        { value: 500, phase: 'L2', unit: 'Wh' },
      ],
      1500,
    ],
    ['a total beside its phases', [{ value: 1, phase: 'L1' }, { value: 10 }, { value: 2, phase: 'L2' }], 10],
  ])('%s', (_, changes, wh) => {
    expect(energyOf(...changes)).toBe(wh)
  })
})

test('power is told apart from energy, one reading a moment in time order', () => {
  expect(
    toReadings([
      sample({ at: AT + 60_000, value: 200 }),
      sample({ value: 11, unit: 'kW', measurand: POWER }),
      sample({ value: 100 }),
      sample({ at: AT + 30_000, measurand: 'SoC' }),
    ]),
  ).toEqual([
    { at: AT, energyWh: 100, powerW: 11_000 },
    { at: AT + 60_000, energyWh: 200, powerW: null },
  ])
})

describe('samples of 1.6', () => {
  const energyOf16 = (...sampledValue: Parameters<typeof toSamples16>[0][number]['sampledValue']) =>
    toReadings(toSamples16([{ timestamp: TIMESTAMP, sampledValue }]))[0]?.energyWh ?? null

  test.each([
    ['a number in a text', { value: '1234.5' }, 1234.5],
    ['kWh', { value: '1.5', unit: 'kWh' }, 1500],
    ['an empty text', { value: '' }, null],
    ['spaces', { value: '  ' }, null],
    ['words', { value: 'n/a' }, null],
    ['signed data', { value: '1234', format: 'SignedData' }, null],
  ] as const)('%s', (_, sampled, wh) => {
    expect(energyOf16(sampled)).toBe(wh)
  })
})

test('samples of 2.0.1 bring their unit and its power of ten', () => {
  const [one] = toSamples201([
    {
      timestamp: TIMESTAMP,
      sampledValue: [{ value: 3, measurand: POWER, unitOfMeasure: { unit: 'W', multiplier: 3 } }],
    },
  ])
  expect(one).toMatchObject({ at: AT, value: 3, unit: 'W', multiplier: 3, measurand: POWER })
})
