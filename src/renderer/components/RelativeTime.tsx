import { memo, useCallback } from 'react'
import { relativeWords } from '../i18n/format'
import { useFormat } from '../i18n/useFormat'
import { useNowBy } from './useNow'

/** What came after the clock's last tick has only just happened. */
const notBefore = (at: number, now: number) => Math.max(now, at > Date.now() ? 0 : at)

/** “12 min ago”, with the exact time on hover. `at` in milliseconds since 1970. */
export const RelativeTime = memo(function RelativeTime({ at }: { readonly at: number }) {
  const format = useFormat()
  const step = useCallback(
    (now: number) => {
      const { key, count } = relativeWords(at, notBefore(at, now))
      return `${key} ${count}`
    },
    [at],
  )
  const now = useNowBy(step)
  // In a region that is read out, its ticking is no news.
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)} aria-live="off">
      {format.relative(at, notBefore(at, now))}
    </time>
  )
})
