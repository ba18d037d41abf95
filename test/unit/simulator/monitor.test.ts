import { fire, type Monitor } from '@simulator/v2x/monitor'
import { expect, test } from 'vitest'

function monitor(type: Monitor['type'], value: number, told = '0'): Monitor {
  return {
    id: 1,
    component: { name: 'EVSE' },
    variable: { name: 'Power' },
    type,
    value,
    severity: 5,
    transaction: false,
    beyond: false,
    told,
    cancel: () => undefined,
  }
}

test.each([
  ['UpperThreshold', ['5', '11', '12', '10', '3'], [null, 'alarm', null, 'over', null]],
  ['LowerThreshold', ['15', '9', '8', '10'], [null, 'alarm', null, 'over']],
] as const)('%s 10: told when it is crossed', (type, values, expected) => {
  const one = monitor(type, 10)
  expect(
    values.map((value) => {
      const firing = fire(one, value)
      return firing && (firing.cleared ? 'over' : 'alarm')
    }),
  ).toEqual(expected)
})

test('a delta is counted from what was told, and texts by being others', () => {
  const one = monitor('Delta', 10)
  expect(['5', '9', '10', '15', '20', '9'].map((value) => fire(one, value) !== null)).toEqual([
    false,
    false,
    true,
    false,
    true,
    true,
  ])
  const text = monitor('Delta', 1, 'Available')
  expect(['Available', 'Occupied', 'Occupied'].map((value) => fire(text, value) !== null)).toEqual([false, true, false])
})
