import { eventIterator } from '@orpc/contract'
import { z } from 'zod'

/** Milliseconds since 1970-01-01 UTC. All times in the contract are given so. */
export const Time = z.number().int()

/** Number of a stored record; unique within its kind, never reused. */
export const Id = z.number().int().positive()

/**
 * A keyed live list. The first event is the whole list; every later one holds only what changed since the last, newest
 * state per key, at most ten times a second. A reader that lost its link opens the feed again: the snapshot repairs it.
 */
export function feed<Entry extends z.ZodType>(entry: Entry) {
  return eventIterator(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('snapshot'), entries: z.array(entry) }),
      z.object({ type: z.literal('changes'), changed: z.array(entry), removed: z.array(Id) }),
    ]),
  )
}

/** A live value: the newest state, at once and then whenever it changed, at most ten times a second. */
export function latest<Value extends z.ZodType>(value: Value) {
  return eventIterator(value)
}

export type FeedEvent<Entry> =
  | { type: 'snapshot'; entries: Entry[] }
  | { type: 'changes'; changed: Entry[]; removed: number[] }

/** One page of a long list, newest first. `next` is the cursor of the following page, null at the end. */
export function page<Entry extends z.ZodType>(entry: Entry) {
  return z.object({ entries: z.array(entry), next: z.number().int().nullable(), total: z.number().int() })
}

/** Which page is wanted: entries before the cursor, at most `limit` of them. */
export const PageRequest = z.object({
  before: z.number().int().nullish(),
  limit: z.number().int().min(1).max(500).default(100),
})
