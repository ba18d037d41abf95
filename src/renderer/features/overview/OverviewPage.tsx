import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/ErrorState'
import { LoadingState } from '../../components/LoadingState'
import { PageTitle } from '../../components/PageTitle'
import { feeds, values } from '../../link/feeds'
import { useFeed, useLatest } from '../../link/useFeed'
import { FirstStepsLine } from '../firstSteps/FirstStepsLine'
import { DecisionList } from './DecisionList'
import { decisionsOf } from './decisions'
import { EnergyToday } from './EnergyToday'
import { FirstCharger } from './FirstCharger'
import { SitePower } from './SitePower'
import { SiteStanding } from './SiteStanding'
import { StationTile } from './StationTile'

/** From so many stations on the tiles are dense: twelve of them with their pictures fill a screen. */
const DENSE_FROM = 13

/** The page one looks at: how the site stands, what waits, and every station at its place. */
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
  const dense = admitted.length >= DENSE_FROM
  const isNew = stations.state === 'ready' && stations.entries.length === 0
  // After a failure an empty list proves nothing, so it must not say that nothing waits.
  const mayTell = stations.entries.length > 0 && failed === undefined

  return (
    <Box sx={{ containerType: 'inline-size' }}>
      <PageTitle title={t('title')} />
      {failed !== undefined && <ErrorState error={failed.error} onRetry={failed.retry} />}
      <FirstStepsLine />
      {all.some((feed) => feed.state === 'loading') ? (
        <LoadingState rows={3} rowHeight={112} />
      ) : isNew ? (
        <Box sx={{ display: 'grid', gap: 4 }}>
          {decisions.length > 0 && <DecisionList decisions={decisions} />}
          <FirstCharger />
        </Box>
      ) : (
        <>
          {mayTell && <SiteStanding stations={admitted} sessions={sessions.entries} decisions={decisions} />}
          <Box
            sx={{
              display: 'grid',
              gap: 4,
              gridTemplateColumns: 'minmax(0, 1fr)',
              // What waits stands beside the site where there is room for both, else before it.
              '@container (min-width: 860px)': {
                gridTemplateColumns: 'minmax(0, 1fr) minmax(320px, 32%)',
                gridTemplateAreas: '"site aside"',
                alignItems: 'start',
              },
            }}
          >
            <Box sx={{ display: 'grid', gap: 4, minWidth: 0, '@container (min-width: 860px)': { gridArea: 'aside' } }}>
              {(decisions.length > 0 || mayTell) && <DecisionList decisions={decisions} />}
              {admitted.length > 0 && <EnergyToday />}
            </Box>
            <Box sx={{ display: 'grid', gap: 4, minWidth: 0, '@container (min-width: 860px)': { gridArea: 'site' } }}>
              {admitted.length > 0 && (
                <Box
                  component="section"
                  aria-label={t('tiles.title')}
                  sx={{
                    display: 'grid',
                    gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${dense ? 208 : 252}px), 1fr))`,
                    gap: dense ? 2 : 4,
                    // Where there is room, a tile has it for its picture.
                    '@container (min-width: 1080px)': dense
                      ? {}
                      : { gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))' },
                  }}
                >
                  {admitted.map((station) => (
                    <StationTile key={station.id} station={station} sessions={sessions.entries} dense={dense} />
                  ))}
                </Box>
              )}
              <SitePower />
            </Box>
          </Box>
        </>
      )}
    </Box>
  )
}
