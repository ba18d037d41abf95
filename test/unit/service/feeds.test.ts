import { createChanges } from '@main/changes'
import { FEED_INTERVAL_MS, keyedFeed, latestFeed } from '@main/service/feeds'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A list of numbers that changes, and a count of who listens to it. */
function source() {
  const changes = createChanges()
  const values = new Map<number, number>([[1, 10]])
  let listeners = 0
  return {
    set(id: number, value: number | undefined) {
      if (value === undefined) values.delete(id)
      else values.set(id, value)
      changes.emit('station', id)
    },
    listeners: () => listeners,
    feed: {
      snapshot: () => [...values].map(([id, value]) => ({ id, value })),
      entry(id: number) {
        const value = values.get(id)
        return value === undefined ? undefined : { id, value }
      },
      listen(changed: (id: number) => void) {
        listeners += 1
        const stop = changes.on('station', changed)
        return () => {
          listeners -= 1
          stop()
        }
      },
    },
  }
}

/** What has come of a promise by now. */
function watch<Value>(promise: Promise<Value>) {
  const seen: Value[] = []
  promise.then((value) => seen.push(value))
  return seen
}

describe('a keyed feed', () => {
  test('begins with its snapshot, then tells the newest state of what changed', async () => {
    const { set, feed } = source()
    const events = keyedFeed(feed, undefined)
    expect((await events.next()).value).toEqual({ type: 'snapshot', entries: [{ id: 1, value: 10 }] })
    set(1, 11)
    set(2, 20)
    expect((await events.next()).value).toEqual({
      type: 'changes',
      changed: [
        { id: 1, value: 11 },
        { id: 2, value: 20 },
      ],
      removed: [],
    })
  })

  test('gathers by key for a slow reader, who sees the newest state once', async () => {
    const { set, feed } = source()
    const events = keyedFeed(feed, undefined)
    await events.next()
    for (let value = 0; value < 10_000; value += 1) set(1 + (value % 2), value)
    set(2, undefined)
    expect((await events.next()).value).toEqual({ type: 'changes', changed: [{ id: 1, value: 9_998 }], removed: [2] })
    expect(watch(events.next())).toEqual([])
  })

  test('tells at most ten times a second, and the first change at once', async () => {
    const { set, feed } = source()
    const events = keyedFeed(feed, undefined)
    await events.next()
    let told = 0
    const reading = (async () => {
      for await (const _ of events) told += 1
    })()
    set(1, 0)
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toBe(1)
    for (let ms = 0; ms < 1_000; ms += 1) {
      set(1, ms)
      await vi.advanceTimersByTimeAsync(1)
    }
    expect(told).toBe(1 + 1_000 / FEED_INTERVAL_MS)
    expect(FEED_INTERVAL_MS).toBe(100)
    // What came during the last pause is told after it.
    set(1, -1)
    await vi.advanceTimersByTimeAsync(FEED_INTERVAL_MS)
    expect(told).toBe(12)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(told).toBe(12)
    expect(reading).toBeInstanceOf(Promise)
  })

  test('misses nothing that changes between the snapshot and the next question', async () => {
    const { set, feed } = source()
    const snapshot = feed.snapshot
    const events = keyedFeed(
      {
        ...feed,
        snapshot() {
          const entries = snapshot()
          set(1, 99)
          return entries
        },
      },
      undefined,
    )
    await events.next()
    expect((await events.next()).value).toMatchObject({ changed: [{ id: 1, value: 99 }] })
  })

  test('listens only while it is read: not before the first question, not after the reader broke off', async () => {
    const { listeners, feed } = source()
    const events = keyedFeed(feed, undefined)
    expect(listeners()).toBe(0)
    await events.next()
    expect(listeners()).toBe(1)
    await events.return()
    expect(listeners()).toBe(0)
  })

  test('stops listening when its source fails', async () => {
    const { listeners, feed } = source()
    const snapshot = () => {
      throw new Error('database closed')
    }
    await expect(keyedFeed({ ...feed, snapshot }, undefined).next()).rejects.toThrow('database closed')
    expect(listeners()).toBe(0)
  })
})

describe('an abort', () => {
  test.each([
    ['before the feed began', async () => {}],
    ['while it waits for a change', async (events: AsyncGenerator) => events.next()],
    [
      'while it holds back',
      async (events: AsyncGenerator, set: (id: number, value: number) => void) => {
        await events.next()
        set(1, 5)
        await events.next()
      },
    ],
  ])('%s ends it, and it listens no more', async (_, lead) => {
    const { set, listeners, feed } = source()
    const controller = new AbortController()
    const events = keyedFeed(feed, controller.signal)
    await lead(events, set)
    const next = events.next()
    controller.abort()
    await vi.advanceTimersByTimeAsync(0)
    const { done } = await next
    if (!done) expect((await events.next()).done).toBe(true)
    expect(listeners()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('ends a hundred feeds of one source', async () => {
    const { set, listeners, feed } = source()
    const controller = new AbortController()
    const feeds = Array.from({ length: 100 }, () => keyedFeed(feed, controller.signal))
    for (const events of feeds) await events.next()
    const ends = feeds.map((events) => events.next())
    expect(listeners()).toBe(100)
    controller.abort()
    expect((await Promise.all(ends)).every(({ done }) => done)).toBe(true)
    expect(listeners()).toBe(0)
    set(1, 1)
  })
})

describe('a feed of one value', () => {
  test('tells it at once and after changes, the newest, at most ten times a second', async () => {
    const { set, listeners, feed } = source()
    const controller = new AbortController()
    const values = latestFeed(() => feed.entry(1)?.value, feed.listen, controller.signal)
    expect((await values.next()).value).toBe(10)
    set(1, 11)
    set(1, 12)
    expect((await values.next()).value).toBe(12)
    set(1, 13)
    const third = watch(values.next())
    await vi.advanceTimersByTimeAsync(FEED_INTERVAL_MS - 1)
    expect(third).toEqual([])
    set(1, 14)
    await vi.advanceTimersByTimeAsync(1)
    expect(third).toEqual([{ done: false, value: 14 }])
    // What is again as it was told is no news.
    const last = values.next()
    await vi.advanceTimersByTimeAsync(FEED_INTERVAL_MS)
    const told = watch(last)
    set(1, 15)
    set(1, 14)
    await vi.advanceTimersByTimeAsync(FEED_INTERVAL_MS)
    expect(told).toEqual([])
    controller.abort()
    expect((await last).done).toBe(true)
    expect(listeners()).toBe(0)
  })
})
