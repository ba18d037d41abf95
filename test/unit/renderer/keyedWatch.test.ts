import { AT_ONCE, FRAME_SHARE_MS, type FrameEdges, FrameTurns } from '@renderer/link/frameTurns'
import { KeyedWatch } from '@renderer/link/keyedWatch'
import { type GroupedEntries, groupedFeed } from '@renderer/link/liveSource'
import type { FeedEvent } from '@shared/contract/feed'
import { describe, expect, it, vi } from 'vitest'

/** Frames that come when the test says so, and pieces that take as long as it says. */
function handTurned(pieceMs = 0) {
  const asked: (() => void)[] = []
  let now = 0
  const edges: FrameEdges = {
    request: (work) => asked.push(work),
    cancel: () => void asked.splice(0),
    now: () => now,
    draw(work) {
      work()
      now += pieceMs
    },
  }
  return { turns: new FrameTurns(edges), asked, frame: () => asked.shift()?.() }
}

/** A source of values by number, as a feed has them. */
function sourceOf(first: Record<number, string>) {
  let values: ReadonlyMap<number, string> | undefined = mapOf(first)
  const watchers = new Set<() => void>()
  return {
    watchers,
    read: () => values,
    watch(onChange: () => void) {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    set(next: Record<number, string>) {
      values = mapOf(next)
      for (const watcher of watchers) watcher()
    },
  }
}

const mapOf = (values: Record<number, string>) =>
  new Map(Object.entries(values).map(([key, value]) => [Number(key), value]))

describe('watching single values', () => {
  it('tells those whose value changed, once a frame and with the newest', () => {
    const { turns, asked, frame } = handTurned()
    const source = sourceOf({ 1: 'a', 2: 'b' })
    const keyed = new KeyedWatch(source, (values) => values, turns)
    const seen: unknown[] = []
    keyed.watch(1, () => seen.push(keyed.get(1)))
    keyed.watch(2, () => seen.push(keyed.get(2)))
    keyed.watch(3, () => seen.push(keyed.get(3)))
    source.set({ 1: 'A', 2: 'b' })
    source.set({ 1: 'AA', 2: 'b', 3: 'new' })
    expect(seen).toEqual([])
    frame()
    expect(seen).toEqual(['AA', 'new'])
    source.set({ 2: 'b', 3: 'new' })
    frame()
    expect(seen).toEqual(['AA', 'new', undefined])
    expect(asked).toEqual([])
  })

  it('lets go of the source with the last watcher, and of nobody before', () => {
    const { turns, frame } = handTurned()
    const source = sourceOf({ 1: 'a' })
    const keyed = new KeyedWatch(source, (values) => values, turns)
    const seen = vi.fn()
    const stops = [keyed.watch(1, seen), keyed.watch(1, () => seen()), keyed.watch(2, seen)]
    expect(source.watchers.size).toBe(1)
    stops[0]?.()
    stops[0]?.()
    source.set({ 1: 'b' })
    stops[1]?.()
    frame()
    expect(seen).not.toHaveBeenCalled()
    stops[2]?.()
    expect(source.watchers.size).toBe(0)
    keyed.watch(1, seen)
    source.set({ 1: 'c' })
    frame()
    expect(seen).toHaveBeenCalledOnce()
  })
})

describe('turns in frames', () => {
  it('spreads a crowd of changes over frames, all of them in the order they came', () => {
    const { turns, asked, frame } = handTurned(FRAME_SHARE_MS / 2)
    const drawn: number[] = []
    const pieces = Array.from({ length: AT_ONCE * 5 }, (_, at) => () => void drawn.push(at))
    for (const piece of [...pieces, ...pieces]) turns.take(piece)
    const sizes: number[] = []
    while (asked.length > 0) {
      frame()
      sizes.push(drawn.length)
    }
    expect(sizes).toEqual([AT_ONCE * 2, AT_ONCE * 4, AT_ONCE * 5])
    expect(drawn).toEqual(pieces.map((_, at) => at))
    turns.take(() => drawn.push(-1))
    turns.close()
    expect(asked).toEqual([])
  })

  it('goes on after a piece that can not be drawn', () => {
    const { turns, frame } = handTurned()
    turns.take(() => {
      throw new Error('not drawn')
    })
    expect(frame).toThrow('not drawn')
    const seen = vi.fn()
    turns.take(seen)
    frame()
    expect(seen).toHaveBeenCalledOnce()
  })
})

describe('a grouped feed', () => {
  interface Entry {
    readonly id: number
    readonly of: number
  }
  const source = groupedFeed<Entry>(
    'test',
    () => Promise.reject(new Error('not opened')),
    (entry) => entry.of,
  )
  const reduced = (known: GroupedEntries<Entry> | undefined, event: FeedEvent<Entry>) => source.reduce(known, event)

  it('keeps the group in which nothing changed', () => {
    const [one, two, three] = [
      { id: 1, of: 7 },
      { id: 2, of: 8 },
      { id: 3, of: 7 },
    ]
    const first = reduced(undefined, { type: 'snapshot', entries: [one, two, three] })
    expect([...first.groups]).toEqual([
      [7, [one, three]],
      [8, [two]],
    ])
    const next = reduced(first, { type: 'changes', changed: [{ id: 3, of: 8 }], removed: [1] })
    expect([...next.groups]).toEqual([[8, [two, { id: 3, of: 8 }]]])
    const last = reduced(next, { type: 'changes', changed: [{ id: 4, of: 9 }], removed: [] })
    expect(last.groups.get(8)).toBe(next.groups.get(8))
    expect(last.list).toHaveLength(3)
  })
})
