import { createAskCounter } from '@main/ca/desk/askCounter'
import { createTurns } from '@main/inTurns'
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

test('work takes its turn in the order it came, so much at a time, also after one that failed', async () => {
  const inTurn = createTurns(2)
  const log: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) =>
    inTurn(async () => {
      log.push(name)
      await new Promise<void>((resolve) => ends.push(resolve))
      if (name === 'a') throw new Error('failed')
    }).catch(() => log.push(`${name} failed`))
  const all = ['a', 'b', 'c', 'd'].map(work)
  await Promise.resolve()
  expect(log).toEqual(['a', 'b'])
  ends[0]?.()
  await all[0]
  expect(log).toEqual(['a', 'b', 'c', 'a failed'])
  ends[1]?.()
  await all[1]
  expect(log.at(-1)).toBe('d')
  for (const end of ends) end()
  await Promise.all(all)
})
