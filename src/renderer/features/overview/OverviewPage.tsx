import Box from '@mui/material/Box'
import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/ErrorState'
import { LoadingState } from '../../components/LoadingState'
import { PageTitle } from '../../components/PageTitle'
import type { LiveState } from '../../link/feedHub'
import { feeds } from '../../link/feeds'
import type { FeedEntries } from '../../link/liveSource'
import { useFeedState, useSelected } from '../../link/useSelected'
import { FirstStepsLine } from '../firstSteps/FirstStepsLine'
import { DecisionList } from './DecisionList'
import { EnergyToday } from './EnergyToday'
import { FirstCharger } from './FirstCharger'
import { SitePower } from './SitePower'
import { SiteStanding } from './SiteStanding'
import { StationTiles } from './StationTiles'

/**
 * The page one looks at: how the site stands, what waits, and every station at its place. Each part watches what it
 * shows, so that a change of one station draws one tile and not the page.
 */
export default function OverviewPage() {
  const { t } = useTranslation('overview')
  const stations = useFeedState(feeds.stations)
  const all = [
    stations,
    useFeedState(feeds.runningSessions),
    useFeedState(feeds.unknownCards),
    useFeedState(feeds.requests),
    useFeedState(feeds.openUpgrades),
  ]
  const hasStations = useSelected(feeds.stations, isAny)
  const hasAdmitted = useSelected(feeds.stations, isAnyAdmitted)
  const failed = all.find((feed) => feed.state === 'failed')
  const isNew = stations.state === 'ready' && !hasStations
  // After a failure an empty list proves nothing, so it must not say that nothing waits.
  const mayTell = hasStations && failed === undefined

  return (
    <Box sx={{ containerType: 'inline-size' }}>
      <PageTitle title={t('title')} />
      {failed !== undefined && <ErrorState error={failed.error} onRetry={failed.retry} />}
      <FirstStepsLine />
      {all.some((feed) => feed.state === 'loading') ? (
        <LoadingState rows={3} rowHeight={112} />
      ) : isNew ? (
        <Box sx={{ display: 'grid', gap: 4 }}>
          <DecisionList mayTell={false} />
          <FirstCharger />
        </Box>
      ) : (
        <>
          {mayTell && <SiteStanding />}
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
              <DecisionList mayTell={mayTell} />
              {hasAdmitted && <EnergyToday />}
            </Box>
            <Box sx={{ display: 'grid', gap: 4, minWidth: 0, '@container (min-width: 860px)': { gridArea: 'site' } }}>
              {hasAdmitted && <StationTiles />}
              <SitePower />
            </Box>
          </Box>
        </>
      )}
    </Box>
  )
}

type Stations = LiveState<FeedEntries<Station>>

function isAny({ data }: Stations): boolean {
  return data !== undefined && data.list.length > 0
}

function isAnyAdmitted({ data }: Stations): boolean {
  return data?.list.some(({ admission }) => admission === 'admitted') ?? false
}
