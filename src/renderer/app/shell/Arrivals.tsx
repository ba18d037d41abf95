import type { UnknownCard } from '@shared/contract/cards'
import type { CertificateRequest } from '@shared/contract/requests'
import type { Station } from '@shared/contract/stations'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { feeds } from '../../link/feeds'
import { type FeedView, useFeed } from '../../link/useFeed'

/** Calls `onArrival` for entries whose id was not there before; what the first list holds has not just arrived. */
function useArrivals<Entry extends { readonly id: number }>(feed: FeedView<Entry>, onArrival: (entry: Entry) => void) {
  const known = useRef<ReadonlyMap<number, Entry>>(undefined)
  const { state, byId } = feed
  useEffect(() => {
    if (state !== 'ready') return
    const before = known.current
    known.current = byId
    if (before === undefined) return
    for (const [id, entry] of byId) if (!before.has(id)) onArrival(entry)
  }, [state, byId, onArrival])
}

/** Says aloud, politely, what newly waits for a person. */
export function Arrivals() {
  const { t } = useTranslation('shell')
  const [said, setSaid] = useState('')
  const [since] = useState(Date.now)
  const sayStation = useCallback(
    (station: Station) => {
      if (station.admission === 'waiting') setSaid(t('arrivals.station', { identity: station.identity }))
    },
    [t],
  )
  const sayCard = useCallback(
    (card: UnknownCard) => setSaid(t('arrivals.card', { token: card.token, station: card.stationIdentity })),
    [t],
  )
  const sayRequest = useCallback(
    (request: CertificateRequest) => {
      // What moves up into the head of a long queue has not just arrived.
      if (request.status === 'pending' && request.lastReceivedAt >= since)
        setSaid(t('arrivals.request', { station: request.owner.name }))
    },
    [t, since],
  )
  useArrivals(useFeed(feeds.stations), sayStation)
  useArrivals(useFeed(feeds.unknownCards), sayCard)
  useArrivals(useFeed(feeds.requests), sayRequest)
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  )
}
