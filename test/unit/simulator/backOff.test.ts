import { reconnectDelay, retryDelay } from '@simulator/backOff'
import { expect, test } from 'vitest'

const backOff = { firstSeconds: 2, randomSeconds: 3, doublings: 3 }

test('the wait doubles as often as allowed, then stays', () => {
  expect([1, 2, 3, 4, 5, 50].map((failures) => reconnectDelay(backOff, failures, 0))).toEqual([2, 4, 8, 16, 16, 16])
})

test('randomness is added once, never doubled', () => {
  expect(reconnectDelay(backOff, 1, 0.5)).toBe(3.5)
  expect(reconnectDelay(backOff, 4, 0.5)).toBe(17.5)
})

test('a transaction message waits its interval times the sends before', () => {
  expect([1, 2, 3].map((attempts) => retryDelay(60, attempts))).toEqual([60, 120, 180])
})
