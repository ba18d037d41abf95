import { useFormat } from '../i18n/useFormat'
import { useNow } from './useNow'

/** “12 min ago”, with the exact time on hover. `at` in milliseconds since 1970. */
export function RelativeTime({ at }: { readonly at: number }) {
  const format = useFormat()
  // What came after the clock's last tick has only just happened.
  const now = Math.max(useNow(), at > Date.now() ? 0 : at)
  // In a region that is read out, its ticking is no news.
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)} aria-live="off">
      {format.relative(at, now)}
    </time>
  )
}
