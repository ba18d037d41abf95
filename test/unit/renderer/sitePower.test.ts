import { powerFigures, powerLines } from '@renderer/features/overview/sitePower'
import { expect, test } from 'vitest'

test('a power is shown from 0 up, its direction in the name; silent meters are left out', () => {
  const power = { gridW: -1_200, solarW: 5_000, batteryW: 300, chargersW: 4_100, at: 1 }
  expect(powerFigures(power)).toEqual([
    { name: 'fedIn', powerW: 1_200 },
    { name: 'solar', powerW: 5_000 },
    { name: 'given', powerW: 300 },
    { name: 'chargers', powerW: 4_100 },
  ])
  expect(powerFigures({ ...power, gridW: 700, solarW: null, batteryW: -50 })).toEqual([
    { name: 'drawn', powerW: 700 },
    { name: 'charged', powerW: 50 },
    { name: 'chargers', powerW: 4_100 },
  ])
  expect(powerFigures({ gridW: null, solarW: null, batteryW: null, chargersW: 0, at: null })).toEqual([
    { name: 'chargers', powerW: 0 },
  ])
})

test('there is a line for what was heard of, with gaps where it was silent', () => {
  const point = { gridW: null, solarW: null, batteryW: null, chargersW: null }
  expect(
    powerLines([
      { ...point, at: 1, gridW: 5, chargersW: 1 },
      { ...point, at: 2, chargersW: 2 },
    ]),
  ).toEqual([
    {
      name: 'grid',
      points: [
        { at: 1, value: 5 },
        { at: 2, value: null },
      ],
    },
    {
      name: 'chargers',
      points: [
        { at: 1, value: 1 },
        { at: 2, value: 2 },
      ],
    },
  ])
  expect(powerLines([])).toEqual([])
})
