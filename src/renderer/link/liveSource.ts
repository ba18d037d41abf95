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

/** A live value of the contract as a live source: the newest one is all that is known. */
export function latestValue<Value>(
  name: string,
  open: (client: ConsoleClient, signal: AbortSignal) => Promise<AsyncIterable<Value>>,
): LiveSource<Value, Value> {
  return { name, open, reduce: (_known, value) => value }
}
