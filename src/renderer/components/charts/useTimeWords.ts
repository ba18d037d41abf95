import { useFormat } from '@renderer/i18n/useFormat'
import { useMemo } from 'react'
import type { Span } from './span'

const DAY = 86_400_000

/** How moments are written at the axis of a picture that shows `span`: the shorter it is, the finer. */
export function useTimeWords({ from, to }: Span) {
  const format = useFormat()
  return useMemo(() => {
    const written = (options: Intl.DateTimeFormatOptions) => {
      const { format: write } = format.dates(options)
      return (at: number) => write(at)
    }
    const isOneDay = to - from <= 1.5 * DAY
    const isShort = to - from <= 10 * 60_000
    return {
      tick: isShort
        ? written({ timeStyle: 'medium' })
        : isOneDay
          ? format.time
          : written({ day: 'numeric', month: 'short' }),
      moment: isOneDay ? written({ timeStyle: 'medium' }) : written({ dateStyle: 'medium', timeStyle: 'short' }),
      day: written({ dateStyle: 'medium' }),
    }
  }, [format, from, to])
}
