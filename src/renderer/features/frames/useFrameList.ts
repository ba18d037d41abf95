import { useOrpc } from '@renderer/link'
import { useLive } from '@renderer/link/useFeed'
import type { Frame, FrameFilter } from '@shared/contract/frames'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { frameSource, SHOWN_FRAMES } from './frameSource'

/** The frames on screen, live or standing still, and the ways between. */
export interface FrameList {
  readonly frames: readonly Frame[]
  readonly state: 'loading' | 'ready' | 'failed'
  readonly error: unknown
  /** Frames of this view that came too fast to be shown while it followed. */
  readonly skipped: number
  readonly following: boolean
  readonly pause: () => void
  readonly follow: () => void
  /** Null where there is nothing older or newer to go to. */
  readonly older: (() => void) | null
  readonly newer: (() => void) | null
  readonly retry: () => void
}

/**
 * While it follows, the newest frames come by themselves. Paused, it is a page of what is kept below the place where it
 * was paused, and goes back from there; going back pauses.
 */
export function useFrameList(filter: Partial<FrameFilter>): FrameList {
  const orpc = useOrpc()
  // Where the pages begin, from the newest on; none while it follows.
  const [places, setPlaces] = useState<{ of: string; befores: readonly number[] }>({ of: '', befores: [] })
  const key = JSON.stringify(filter)
  // Under another filter the moment of the pause stays, and the pages behind it mean nothing.
  const befores = places.of === key ? places.befores : places.befores.slice(0, 1)
  const before = befores.at(-1)
  const live = useLive(frameSource(filter))
  const page = useQuery(
    orpc.frames.find.queryOptions({
      input: before === undefined ? skipToken : { ...filter, before, limit: SHOWN_FRAMES },
      placeholderData: keepPreviousData,
    }),
  )
  const go = (next: readonly number[]) => setPlaces({ of: key, befores: next })

  if (before === undefined) {
    const frames = live.data?.frames ?? []
    const [newest] = frames
    const oldest = frames.at(-1)
    return {
      frames,
      state: live.state,
      error: live.state === 'failed' ? live.error : undefined,
      skipped: live.data?.skipped ?? 0,
      following: true,
      pause: () => go([(newest?.id ?? 0) + 1]),
      follow() {},
      older: newest && oldest && frames.length >= SHOWN_FRAMES ? () => go([newest.id + 1, oldest.id]) : null,
      newer: null,
      retry: live.retry,
    }
  }
  const next = page.data?.next ?? null
  return {
    frames: page.data?.entries ?? [],
    state: page.isError ? 'failed' : page.isPending ? 'loading' : 'ready',
    error: page.error,
    skipped: 0,
    following: false,
    pause() {},
    follow: () => go([]),
    older: next === null || page.isPlaceholderData ? null : () => go([...befores, next]),
    newer: befores.length > 1 ? () => go(befores.slice(0, -1)) : null,
    retry: () => void page.refetch(),
  }
}
