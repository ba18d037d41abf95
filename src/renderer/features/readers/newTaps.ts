import type { Tap } from '@shared/contract/readers'
import { useEffect, useRef } from 'react'
import { feeds } from '../../link/feeds'
import { useFeed } from '../../link/useFeed'

/** Calls `onTap` for each card laid on a USB reader from now on. */
export function useNewTaps(onTap: (tap: Tap) => void) {
  const { state, byId } = useFeed(feeds.taps)
  const seen = useRef<number>(undefined)
  useEffect(() => {
    if (state !== 'ready') return
    const ids = [...byId.keys()].sort((a, b) => a - b)
    const newest = ids.at(-1) ?? 0
    // What the first list holds was laid there before this window looked, also after the server was started anew.
    const from = seen.current === undefined || newest < seen.current ? newest : seen.current
    seen.current = newest
    for (const id of ids) {
      const tap = byId.get(id)
      if (id > from && tap !== undefined) onTap(tap)
    }
  }, [state, byId, onTap])
}
