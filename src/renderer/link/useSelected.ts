import { useCallback, useState, useSyncExternalStore } from 'react'
import type { LiveState } from './feedHub'
import { useLink } from './LinkProvider'
import { entriesById, type FeedEntries, type GroupedEntries, groupsOf, type LiveSource } from './liveSource'

/** Remembers what was selected of which data, and keeps it where a newer selection says the same. */
class Selection<Data, Part> {
  #of: { readonly live: LiveState<Data>; readonly select: (live: LiveState<Data>) => Part } | undefined
  #part: Part | undefined

  read(live: LiveState<Data>, select: (live: LiveState<Data>) => Part, isSame: (a: Part, b: Part) => boolean): Part {
    if (this.#of?.live === live && this.#of.select === select) return this.#part as Part
    const part = select(live)
    if (this.#of === undefined || !isSame(this.#part as Part, part)) this.#part = part
    this.#of = { live, select }
    return this.#part as Part
  }
}

/**
 * Watches a part of a live source while mounted: draws anew only when `select` gives something else than before. It is
 * called at every change, so it has to be cheap.
 */
export function useSelected<Event, Data, Part>(
  source: LiveSource<Event, Data>,
  select: (live: LiveState<Data>) => Part,
  isSame: (before: Part, after: Part) => boolean = Object.is,
): Part {
  const subscription = useLink().hub.of(source)
  const [selection] = useState(() => new Selection<Data, Part>())
  return useSyncExternalStore(subscription.watch, () => selection.read(subscription.read(), select, isSame))
}

/** Watches one entry of a keyed feed while mounted. Where many change at once, each is drawn in its turn (FrameTurns). */
export function useEntry<Event, Entry>(source: LiveSource<Event, FeedEntries<Entry>>, id: number): Entry | undefined {
  return useKeyed(source, entriesById<Entry>, id)
}

/** Watches the entries of one group while mounted, each group in its turn; undefined when there is none. */
export function useGroup<Event, Entry>(
  source: LiveSource<Event, GroupedEntries<Entry>>,
  key: number,
): readonly Entry[] | undefined {
  return useKeyed(source, groupsOf<Entry>, key)
}

function useKeyed<Event, Data, Value>(
  source: LiveSource<Event, Data>,
  valuesOf: (live: LiveState<Data>) => ReadonlyMap<number, Value> | undefined,
  key: number,
): Value | undefined {
  const keyed = useLink().hub.keyed(source, valuesOf)
  const subscribe = useCallback((onChange: () => void) => keyed.watch(key, onChange), [keyed, key])
  return useSyncExternalStore(subscribe, () => keyed.get(key))
}

/** How a feed stands, without what it tells: a screen that only asks this is drawn anew only when this changes. */
export interface FeedState {
  readonly state: 'loading' | 'ready' | 'failed'
  /** Set when `state` is `failed`. */
  readonly error: unknown
  readonly retry: () => void
}

/** Watches how a feed stands while mounted, and keeps it open. */
export function useFeedState<Event, Data>(source: LiveSource<Event, Data>): FeedState {
  const subscription = useLink().hub.of(source)
  const state = useSelected(source, stateOf)
  const error = useSelected(source, errorOf)
  const retry = useCallback(() => subscription.open(), [subscription])
  return { state, error, retry }
}

function stateOf({ state }: LiveState<unknown>) {
  return state
}

function errorOf(live: LiveState<unknown>): unknown {
  return live.state === 'failed' ? live.error : undefined
}
