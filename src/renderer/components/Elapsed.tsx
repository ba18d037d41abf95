import { useFormat } from '../i18n/useFormat'
import { useNow } from './useNow'

/** How long something has been so: “42 min”, with the exact moment on hover. `since` in milliseconds since 1970. */
export function Elapsed({ since }: { readonly since: number }) {
  const format = useFormat()
  // In a region that is read out, its ticking is no news.
  return (
    <time dateTime={new Date(since).toISOString()} title={format.dateTime(since)} aria-live="off">
      {format.duration(useNow() - since)}
    </time>
  )
}
