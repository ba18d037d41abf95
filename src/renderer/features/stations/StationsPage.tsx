import EvStationIcon from '@mui/icons-material/EvStationOutlined'
import Button from '@mui/material/Button'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Route, Routes, useMatch } from 'react-router'
import { reachableAddresses } from '../../app/reachable'
import { useSite } from '../../app/SiteContext'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { LoadingState } from '../../components/LoadingState'
import { NothingFound } from '../../components/NothingFound'
import { PageTitle } from '../../components/PageTitle'
import { feeds } from '../../link/feeds'
import { useNamedStations } from '../../link/useNamedStations'
import { useFeedState } from '../../link/useSelected'
import { StrangerCalls } from '../security/StrangerCalls'
import { RegisterStation } from './RegisterStation'
import { StationDrawer } from './StationDrawer'
import { StationFilterBar } from './StationFilterBar'
import { StationTable } from './StationTable'
import { filterStations, type StationFilter } from './stationFilter'
import { WaitingStations } from './WaitingStations'

const EVERYTHING: StationFilter = { search: '', admission: 'all' }

/** All stations: those that wait on top, then the list; one of them, or the form for a new one, in a drawer. */
export default function StationsPage() {
  const { t } = useTranslation('stations')
  const feed = useFeedState(feeds.stations)
  const stations = useNamedStations()
  const [filter, setFilter] = useState(EVERYTHING)
  const selected = useMatch('/stations/:stationId')?.params.stationId
  const shown = useMemo(() => filterStations(stations, filter).map(({ id }) => id), [stations, filter])

  return (
    <>
      <PageTitle
        title={t('title')}
        action={
          <>
            <Button component={Link} to="/security-profiles" variant="outlined">
              {t('securityProfiles')}
            </Button>
            <Button component={Link} to="/files" variant="outlined">
              {t('files')}
            </Button>
            <PermittedButton call="stations.register" to="/stations/new" variant="contained">
              {t('add')}
            </PermittedButton>
          </>
        }
      />
      {feed.state === 'failed' && <ErrorState error={feed.error} onRetry={feed.retry} />}
      {feed.state === 'loading' && <LoadingState />}
      {feed.state === 'ready' && stations.length === 0 && <NoStations />}
      {stations.length > 0 && (
        <>
          <WaitingStations />
          <StationFilterBar filter={filter} onChange={setFilter} />
          {shown.length > 0 ? (
            <StationTable stationIds={shown} selectedId={selected === undefined ? null : Number(selected)} />
          ) : (
            <NothingFound title={t('noMatch.title')} onClear={() => setFilter(EVERYTHING)}>
              {filter.search.trim() === ''
                ? t('noMatch.bodyAdmission')
                : t('noMatch.body', { search: filter.search.trim() })}
            </NothingFound>
          )}
        </>
      )}
      <StrangerCalls />
      <Routes>
        <Route path="new" element={<RegisterStation />} />
        <Route path=":stationId" element={<StationDrawer />} />
        <Route path="*" element={null} />
      </Routes>
    </>
  )
}

/** What to type into the first charger, so that it stands here. */
function NoStations() {
  const { t } = useTranslation('stations')
  const address = reachableAddresses(useSite())[0]
  return (
    <EmptyState icon={<EvStationIcon />} title={t('empty.title')}>
      {address === undefined ? t('empty.bodyNoUrl') : t('empty.body', { url: `${address}/CP_1` })}
    </EmptyState>
  )
}
