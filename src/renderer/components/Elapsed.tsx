import { memo, useCallback } from 'react'
import { useFormat } from '../i18n/useFormat'
import { useNowBy } from './useNow'

/** Spans are told in whole minutes. */
const STEP_MS = 60_000

/** How long something has been so: “42 min”, with the exact moment on hover. `since` in milliseconds since 1970. */
export const Elapsed = memo(function Elapsed({ since }: { readonly since: number }) {
  const format = useFormat()
  const now = useNowBy(useCallback((now) => Math.floor((now - since) / STEP_MS), [since]))
  // In a region that is read out, its ticking is no news.
  return (
    <time dateTime={new Date(since).toISOString()} title={format.dateTime(since)} aria-live="off">
      {format.duration(now - since)}
    </time>
  )
})
