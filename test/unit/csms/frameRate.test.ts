import { FrameRate } from '@main/csms/listener/frameRate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function start(perSecond: number) {
  const done: string[] = []
  const rate = new FrameRate({ pause: () => done.push('pause'), resume: () => done.push('resume') }, perSecond)
  const count = (frames: number) => {
    for (let frame = 0; frame < frames; frame += 1) rate.count()
  }
  return { rate, done, count }
}

test('below the limit a socket is never held', () => {
  const { done, count } = start(10)
  for (let second = 0; second < 5; second += 1) {
    count(9)
    vi.advanceTimersByTime(1_000)
  }
  expect(done).toEqual([])
})

test('at the limit it rests until the second is over, then reads on', () => {
  const { done, count } = start(10)
  vi.advanceTimersByTime(5_000)
  count(10)
  expect(done).toEqual(['pause'])
  vi.advanceTimersByTime(999)
  // What had been read already still comes.
  count(5)
  expect(done).toEqual(['pause'])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['pause', 'resume'])
  count(9)
  expect(done).toEqual(['pause', 'resume'])
})

test('is read again only when no reason is left', () => {
  const { rate, done, count } = start(2)
  rate.hold('queue')
  rate.hold('queue')
  count(2)
  vi.advanceTimersByTime(1_000)
  expect(done).toEqual(['pause'])
  rate.release('queue')
  expect(done).toEqual(['pause', 'resume'])
  rate.release('queue')
  expect(done).toEqual(['pause', 'resume'])
})

test('leaves no timer behind', () => {
  const { rate, count } = start(2)
  count(1)
  rate.stop()
  expect(vi.getTimerCount()).toBe(0)
})
