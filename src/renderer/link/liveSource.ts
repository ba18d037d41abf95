import type { FeedEvent } from '@shared/contract/feed'
import type { ConsoleClient } from './client'

/** Something of the contract that keeps sending: how to open it, and how an event changes what is known. */
export interface LiveSource<Event, Data> {
  /** For messages and keys; unique among the sources. */
  readonly name: string
  open(client: ConsoleClient, signal: AbortSignal): Promise<AsyncIterable<Event>>
  reduce(known: Data | undefined, event: Event): Data
}

/** The entries of a keyed feed, in the order the server sent them; later ones at the end. */
export interface FeedEntries<Entry> {
  readonly list: readonly Entry[]
  readonly byId: ReadonlyMap<number, Entry>
}

/** What is known after one more event; entries that did not change stay the same objects. */
export function reduceFeed<Entry extends { readonly id: number }>(
  known: FeedEntries<Entry> | undefined,
  event: FeedEvent<Entry>,
): FeedEntries<Entry> {
  const byId =
    event.type === 'snapshot'
      ? new Map(event.entries.map((entry) => [entry.id, entry]))
      : new Map(known === undefined ? [] : known.byId)
  if (event.type === 'changes') {
    for (const entry of event.changed) byId.set(entry.id, entry)
    for (const id of event.removed) byId.delete(id)
  }
  return { byId, list: [...byId.values()] }
}

/** A keyed feed of the contract as a live source. */
export function keyedFeed<Entry extends { readonly id: number }>(
  name: string,
  open: (client: ConsoleClient, signal: AbortSignal) => Promise<AsyncIterable<FeedEvent<Entry>>>,
): LiveSource<FeedEvent<Entry>, FeedEntries<Entry>> {
  return { name, open, reduce: reduceFeed }
}

/** Entries of a keyed feed that belong together, such as the sessions of a station, by what they belong to. */
export interface GroupedEntries<Entry> extends FeedEntries<Entry> {
  readonly groups: ReadonlyMap<number, readonly Entry[]>
}

/** A keyed feed whose entries belong together; a group in which nothing changed stays the same array. */
export function groupedFeed<Entry extends { readonly id: number }>(
  name: string,
  open: (client: ConsoleClient, signal: AbortSignal) => Promise<AsyncIterable<FeedEvent<Entry>>>,
  groupOf: (entry: Entry) => number,
): LiveSource<FeedEvent<Entry>, GroupedEntries<Entry>> {
  return {
    name,
    open,
    reduce(known, event) {
      const entries = reduceFeed(known, event)
      const groups = new Map<number, Entry[]>()
      for (const entry of entries.list) {
        const group = groups.get(groupOf(entry))
        if (group === undefined) groups.set(groupOf(entry), [entry])
        else group.push(entry)
      }
      const kept = [...groups].map(([key, group]): [number, readonly Entry[]] => {
        const before = known?.groups.get(key)
        return [key, before !== undefined && isSameList(before, group) ? before : group]
      })
      return { ...entries, groups: new Map(kept) }
    },
  }
}

/** What is known of a keyed feed by its numbers; for `useSelected` and the like. */
export function entriesById<Entry>({ data }: { readonly data: FeedEntries<Entry> | undefined }) {
  return data?.byId
}

/** What is known of a grouped feed by its groups. */
export function groupsOf<Entry>({ data }: { readonly data: GroupedEntries<Entry> | undefined }) {
  return data?.groups
}

/** Whether two lists hold the same objects in the same order. */
export function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, at) => Object.is(item, other[at]))
}

/** A live value of the contract as a live source: the newest one is all that is known. */
export function latestValue<Value>(
  name: string,
  open: (client: ConsoleClient, signal: AbortSignal) => Promise<AsyncIterable<Value>>,
): LiveSource<Value, Value> {
  return { name, open, reduce: (_known, value) => value }
}
