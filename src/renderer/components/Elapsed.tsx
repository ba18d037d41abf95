import { useFormat } from '../i18n/useFormat'
import { useNow } from './useNow'

/** How long something has been so: “42 min”, with the exact moment on hover. `since` in milliseconds since 1970. */
export function Elapsed({ since }: { readonly since: number }) {
  const format = useFormat()
  return (
    <time dateTime={new Date(since).toISOString()} title={format.dateTime(since)}>
      {format.duration(useNow() - since)}
    </time>
  )
}
