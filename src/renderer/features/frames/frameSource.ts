import type { LiveSource } from '@renderer/link/liveSource'
import type { Frame, FrameFilter } from '@shared/contract/frames'

/** Rows of one page; the grid's free edition shows at most 100. */
export const SHOWN_FRAMES = 100

/** The newest frames that match, newest first, and how many of them were never sent because they came too fast. */
export interface NewestFrames {
  readonly frames: readonly Frame[]
  readonly skipped: number
}

type WatchEvent = { readonly entries: readonly Frame[]; readonly skipped: number }

/** What is on the screen after one more event: a frame that comes again has been answered. */
export function withNewer(known: NewestFrames | undefined, { entries, skipped }: WatchEvent): NewestFrames {
  const byId = new Map((known?.frames ?? []).map((frame) => [frame.id, frame]))
  const oldest = known?.frames.at(-1)?.id ?? 0
  // One that has left the screen does not come back because of its answer.
  for (const frame of entries) if (byId.has(frame.id) || frame.id > oldest) byId.set(frame.id, frame)
  const frames = [...byId.values()].sort((a, b) => b.id - a.id).slice(0, SHOWN_FRAMES)
  return { frames, skipped: (known?.skipped ?? 0) + skipped }
}

const sources = new Map<string, LiveSource<WatchEvent, NewestFrames>>()
/** Filters that are remembered; typing makes many. */
const SOURCES_MAX = 50

/** The live source of a filter: the same one for the same filter, so that screens share it. */
export function frameSource(filter: Partial<FrameFilter>): LiveSource<WatchEvent, NewestFrames> {
  const key = JSON.stringify(filter)
  const present = sources.get(key)
  if (present) return present
  const created: LiveSource<WatchEvent, NewestFrames> = {
    name: `frames ${key}`,
    open: (client, signal) => client.frames.watch({ ...filter, limit: SHOWN_FRAMES }, { signal }),
    reduce: withNewer,
  }
  const [oldest] = sources.keys()
  if (sources.size >= SOURCES_MAX && oldest !== undefined) sources.delete(oldest)
  sources.set(key, created)
  return created
}
