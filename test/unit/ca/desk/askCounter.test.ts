import { createAskCounter } from '@main/ca/desk/askCounter'
import { expect, test } from 'vitest'

const limits = { askedPerOwner: 2, askedWithinMs: 1_000, ownersCounted: 2 }
const station = (id: number) => ({ kind: 'station', id }) as const

test('each owner may ask so often in a stretch of time, and again in the next', () => {
  const mayAsk = createAskCounter(limits)
  expect([0, 1, 2, 999].map((now) => mayAsk(station(1), now))).toEqual([true, true, false, false])
  expect(mayAsk({ kind: 'device', id: 1 }, 2)).toBe(true)
  expect(mayAsk(station(1), 1_000)).toBe(true)
  // A clock that was set back keeps nobody out.
  expect([500, 501, 502].map((now) => mayAsk(station(1), now))).toEqual([true, true, false])
})

test('only so many are counted', () => {
  const mayAsk = createAskCounter(limits)
  expect([1, 1, 1, 2, 3].map((id) => mayAsk(station(id), 0))).toEqual([true, true, false, true, true])
  // The first was forgotten for the third.
  expect(mayAsk(station(1), 0)).toBe(true)
})
