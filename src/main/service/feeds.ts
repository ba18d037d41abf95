import type { FeedEvent } from '@shared/contract/feed'
import type { Changes, Subject } from '../changes'

/** Least time between two events of one feed, in milliseconds: at most ten a second, however much happens. */
export const FEED_INTERVAL_MS = 100

/** Where a feed's news come from: `listen` is called with a function that takes the key of what changed. */
type Listen<Key> = (changed: (key: Key) => void) => () => void

export interface KeyedSource<Entry> {
  snapshot(): Entry[]
  /** The newest state of one entry; undefined when it is no longer part of the feed. */
  entry(id: number): Entry | undefined
  readonly listen: Listen<number>
}

/**
 * A keyed live list: the snapshot first, then what changed. Changes are gathered by key while the reader is busy or
 * asleep, and it gets the newest state of each: a slow or hidden screen costs one set of numbers, never a backlog.
 * Ends when `signal` is aborted.
 */
export async function* keyedFeed<Entry>(
  source: KeyedSource<Entry>,
  signal: AbortSignal | undefined,
): AsyncGenerator<FeedEvent<Entry>, void, void> {
  const dirty = new Set<number>()
  const bell = createBell(signal)
  const stop = source.listen((id) => {
    dirty.add(id)
    bell.ring()
  })
  try {
    // After listening has begun: what changes from here on is in the snapshot or in `dirty`, or harmlessly in both.
    yield { type: 'snapshot', entries: source.snapshot() }
    while (await bell.rung()) {
      const changed: Entry[] = []
      const removed: number[] = []
      for (const id of dirty) {
        const entry = source.entry(id)
        if (entry === undefined) removed.push(id)
        else changed.push(entry)
      }
      dirty.clear()
      yield { type: 'changes', changed, removed }
      if (!(await bell.pause(FEED_INTERVAL_MS))) return
    }
  } finally {
    stop()
  }
}

/** News of any of these subjects. */
export function onAny(changes: Changes, subjects: readonly Subject[]): Listen<unknown> {
  return (changed) => {
    const stops = subjects.map((subject) => changes.on(subject, changed))
    return () => {
      for (const stop of stops) stop()
    }
  }
}

/**
 * A live value: the newest state at once, and again when it is another, at most ten times a second. News of its subjects
 * that leave it as it was are not told: a screen would draw all that hangs on it.
 */
export async function* latestFeed<Value>(
  read: () => Value,
  listen: Listen<unknown>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Value, void, void> {
  const bell = createBell(signal)
  const stop = listen(() => bell.ring())
  try {
    const first = read()
    let told = JSON.stringify(first)
    yield first
    while (await bell.rung()) {
      const value = read()
      const text = JSON.stringify(value)
      if (text !== told) {
        told = text
        yield value
      }
      if (!(await bell.pause(FEED_INTERVAL_MS))) return
    }
  } finally {
    stop()
  }
}

/**
 * A live list that is short, and read as a whole after every change, because what stands in it depends on all the rest:
 * the snapshot first, then what differs from what was told before.
 */
export async function* listFeed<Entry extends { readonly id: number }>(
  read: () => Entry[],
  listen: Listen<unknown>,
  signal: AbortSignal | undefined,
): AsyncGenerator<FeedEvent<Entry>, void, void> {
  const bell = createBell(signal)
  const stop = listen(() => bell.ring())
  const told = new Map<number, string>()
  try {
    const entries = read()
    for (const entry of entries) told.set(entry.id, JSON.stringify(entry))
    yield { type: 'snapshot', entries }
    while (await bell.rung()) {
      const now = read()
      const changed = now.filter((entry) => told.get(entry.id) !== JSON.stringify(entry))
      const stays = new Set(now.map(({ id }) => id))
      const removed = [...told.keys()].filter((id) => !stays.has(id))
      for (const id of removed) told.delete(id)
      for (const entry of changed) told.set(entry.id, JSON.stringify(entry))
      if (changed.length > 0 || removed.length > 0) yield { type: 'changes', changed, removed }
      if (!(await bell.pause(FEED_INTERVAL_MS))) return
    }
  } finally {
    stop()
  }
}

/** Waiting that an abort ends: both functions give false once the signal is aborted. */
export interface Bell {
  ring(): void
  /** Waits until it has been rung since the last time. */
  rung(): Promise<boolean>
  pause(ms: number): Promise<boolean>
}

/** A bell for one reader. */
export function createBell(signal: AbortSignal | undefined): Bell {
  let pending = false
  let wake: (() => void) | null = null
  const ring = () => {
    pending = true
    wake?.()
  }
  const goesOn = () => signal?.aborted !== true
  const wait = (arm: (done: () => void) => () => void) =>
    new Promise<void>((resolve) => {
      const done = () => {
        disarm()
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const disarm = arm(done)
      if (signal?.aborted) done()
      else signal?.addEventListener('abort', done, { once: true })
    })
  return {
    ring,
    async rung() {
      if (!pending && goesOn()) {
        await wait((done) => {
          wake = done
          return () => {
            wake = null
          }
        })
      }
      pending = false
      return goesOn()
    },
    async pause(ms) {
      await wait((done) => {
        const timer = setTimeout(done, ms)
        return () => clearTimeout(timer)
      })
      return goesOn()
    },
  }
}
