import { memo, useCallback } from 'react'
import { useFormat } from '../i18n/useFormat'
import { useNowText } from './useNow'

/** How long something has been so: “42 min”, with the exact moment on hover. `since` in milliseconds since 1970. */
export const Elapsed = memo(function Elapsed({ since }: { readonly since: number }) {
  const format = useFormat()
  const text = useNowText(useCallback((now) => format.duration(now - since), [format, since]))
  // In a region that is read out, its ticking is no news.
  return (
    <time dateTime={new Date(since).toISOString()} title={format.dateTime(since)} aria-live="off">
      {text}
    </time>
  )
})
