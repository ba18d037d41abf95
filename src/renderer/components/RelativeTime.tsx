import { memo, useCallback } from 'react'
import { useFormat } from '../i18n/useFormat'
import { useNowText } from './useNow'

/** “12 min ago”, with the exact time on hover. `at` in milliseconds since 1970. */
export const RelativeTime = memo(function RelativeTime({ at }: { readonly at: number }) {
  const format = useFormat()
  const say = useCallback(
    // What came after the clock's last tick has only just happened.
    (now: number) => format.relative(at, Math.max(now, at > Date.now() ? 0 : at)),
    [format, at],
  )
  // In a region that is read out, its ticking is no news.
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)} aria-live="off">
      {useNowText(say)}
    </time>
  )
})
