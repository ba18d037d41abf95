import { TimeZoneContext } from '@renderer/i18n/timeZone'
import { useOrpc } from '@renderer/link'
import { namedZone } from '@shared/namedZone'
import type { Zone } from '@shared/zone'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { ErrorState } from './ErrorState'
import { LoadingState } from './LoadingState'

interface InSiteTimeProps {
  /** How high what is shown will be, in pixels. */
  readonly height: number
  readonly children: (zone: Zone) => ReactNode
}

/**
 * What is about days of the site. They are those of its computer, which stands at the chargers: a browser in another time
 * zone would cut them elsewhere, and nothing would agree with the reports. Times within are written in that zone.
 */
export function InSiteTime({ height, children }: InSiteTimeProps) {
  const { data, error, refetch } = useQuery(useOrpc().site.clock.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const name = data?.timeZone
  const zone = useMemo(() => (name === undefined ? null : namedZone(name)), [name])
  if (zone) return <TimeZoneContext value={zone.name}>{children(zone)}</TimeZoneContext>
  return error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : (
    <LoadingState rows={1} rowHeight={height} />
  )
}
