import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { EmptyState, ErrorState, LoadingState } from '@renderer/components'
import { ErrorBoundary } from '@renderer/components/ErrorBoundary'
import { feeds } from '@renderer/link'
import { useEntry, useFeedState } from '@renderer/link/useSelected'
import type { Station } from '@shared/contract/stations'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useParams } from 'react-router'
import { StationHeader } from './StationHeader'
import { StationTabBar } from './StationTabBar'
import { stationTabs } from './stationTabs'

/** One station on a page of its own, at `#/stations/<number>/<tab>`; the drawer at `#/stations/<number>` is the glance. */
export default function StationPage() {
  const { t } = useTranslation('stations')
  const stationId = Number(useParams().stationId)
  const stations = useFeedState(feeds.stations)
  const station = useEntry(feeds.stations, stationId)
  if (station !== undefined) return <Open key={stationId} station={station} />
  if (stations.state === 'loading') return <LoadingState rows={6} />
  if (stations.state === 'failed') return <ErrorState error={stations.error} onRetry={stations.retry} />
  return (
    <EmptyState
      title={t('detail.missing')}
      action={
        <Button component={Link} to="/stations" variant="outlined">
          {t('page.back')}
        </Button>
      }
    />
  )
}

function Open({ station }: { readonly station: Station }) {
  const { t } = useTranslation('stations')
  const named = useParams().tab
  const tab = stationTabs.find(({ key }) => key === named)
  if (tab === undefined) return <Navigate replace to={`/stations/${station.id}/${stationTabs[0].key}`} />
  const { key, fills, Content } = tab
  return (
    <Box sx={fills ? { height: '100%', minHeight: 560, display: 'flex', flexDirection: 'column' } : {}}>
      <StationHeader station={station} tab={key} />
      <StationTabBar stationId={station.id} tab={key} />
      <Box
        id="station-panel"
        role="tabpanel"
        aria-labelledby={`station-tab-${key}`}
        sx={fills ? { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } : { paddingBottom: 4 }}
      >
        {/* What stands in a tab begins below the name of the station, for those who go by headings. */}
        <h2 className="visually-hidden">{t(`tabs.${key}`)}</h2>
        <ErrorBoundary resetKey={key}>
          <Suspense fallback={<LoadingState />}>
            <Content station={station} />
          </Suspense>
        </ErrorBoundary>
      </Box>
    </Box>
  )
}
