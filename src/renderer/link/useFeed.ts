import { useCallback, useSyncExternalStore } from 'react'
import type { LiveState } from './feedHub'
import { useLink } from './LinkProvider'
import type { FeedEntries, LiveSource } from './liveSource'

/** Watches any live source while mounted. */
export function useLive<Event, Data>(
  source: LiveSource<Event, Data>,
): LiveState<Data> & { readonly retry: () => void } {
  const { hub } = useLink()
  const subscription = hub.of(source)
  const live = useSyncExternalStore(subscription.watch, subscription.read)
  const retry = useCallback(() => subscription.open(), [subscription])
  return { ...live, retry }
}

/** What a screen gets of a keyed feed. `entries` is empty while loading, and the last known after a failure. */
export interface FeedView<Entry> {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly entries: readonly Entry[]
  readonly byId: ReadonlyMap<number, Entry>
  /** Set when `state` is `failed`. */
  readonly error: unknown
  readonly retry: () => void
}

const NOTHING: FeedEntries<never> = { list: [], byId: new Map<number, never>() }

/** Watches a keyed feed while mounted: `useFeed(feeds.stations)`. All watchers share one subscription. */
export function useFeed<Event, Entry>(source: LiveSource<Event, FeedEntries<Entry>>): FeedView<Entry> {
  const live = useLive(source)
  const { list, byId } = live.data ?? NOTHING
  return {
    state: live.state,
    entries: list,
    byId,
    error: live.state === 'failed' ? live.error : undefined,
    retry: live.retry,
  }
}

/** Watches a live value while mounted: `useLatest(values.site)`. `data` is undefined until the first has come. */
export function useLatest<Value>(source: LiveSource<Value, Value>) {
  return useLive(source)
}
