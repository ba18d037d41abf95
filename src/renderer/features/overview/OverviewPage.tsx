import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/ErrorState'
import { LoadingState } from '../../components/LoadingState'
import { PageTitle } from '../../components/PageTitle'
import { feeds, values } from '../../link/feeds'
import { useFeed, useLatest } from '../../link/useFeed'
import { DecisionList } from './DecisionList'
import { decisionsOf } from './decisions'
import { Figures } from './Figures'
import { FirstCharger } from './FirstCharger'
import { SitePower } from './SitePower'
import { StationTile } from './StationTile'

/** The page one looks at: figures, what waits, and every station at its place. */
export default function OverviewPage() {
  const { t } = useTranslation('overview')
  const stations = useFeed(feeds.stations)
  const sessions = useFeed(feeds.runningSessions)
  const unknownCards = useFeed(feeds.unknownCards)
  const requests = useFeed(feeds.requests)
  const upgrades = useFeed(feeds.openUpgrades)
  const backup = useLatest(values.backup)
  const all = [stations, sessions, unknownCards, requests, upgrades]
  const failed = all.find((feed) => feed.state === 'failed')
  const decisions = decisionsOf({
    stations: stations.entries,
    unknownCards: unknownCards.entries,
    requests: requests.entries,
    upgrades: upgrades.entries,
    lastBackup: backup.data?.plan ? backup.data.planned : null,
  })
  // By number and not by state, so that a place on the screen keeps meaning the same charger on the wall.
  const admitted = stations.entries.filter(({ admission }) => admission === 'admitted').toSorted((a, b) => a.id - b.id)

  return (
    <>
      <PageTitle title={t('title')} />
      <Figures />
      {failed !== undefined && <ErrorState error={failed.error} onRetry={failed.retry} />}
      {all.some((feed) => feed.state === 'loading') ? (
        <LoadingState rows={3} rowHeight={112} />
      ) : (
        <Box sx={{ display: 'grid', gap: 4 }}>
          {/* After a failure an empty list proves nothing, so it must not say that nothing waits. */}
          {(decisions.length > 0 || (stations.entries.length > 0 && failed === undefined)) && (
            <DecisionList decisions={decisions} />
          )}
          <SitePower />
          {stations.state === 'ready' && stations.entries.length === 0 && <FirstCharger />}
          {admitted.length > 0 && (
            <Box
              component="section"
              aria-label={t('tiles.title')}
              sx={{
                display: 'grid',
                gridTemplateColumns: 'repeat(auto-fill, minmax(312px, 1fr))',
                gap: 4,
              }}
            >
              {admitted.map((station) => (
                <StationTile key={station.id} station={station} sessions={sessions.entries} />
              ))}
            </Box>
          )}
        </Box>
      )}
    </>
  )
}
