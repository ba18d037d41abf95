import EvStationIcon from '@mui/icons-material/EvStationOutlined'
import Button from '@mui/material/Button'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useState } from 'react'
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
import { useFeed } from '../../link/useFeed'
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
  const stations = useFeed(feeds.stations)
  const sessions = useFeed(feeds.runningSessions)
  const [filter, setFilter] = useState(EVERYTHING)
  const selected = useMatch('/stations/:stationId')?.params.stationId
  const address = reachableAddresses(useSite())[0]
  const shown = filterStations(stations.entries, filter)
  const waiting = filterStations(stations.entries, { ...EVERYTHING, admission: 'waiting' })

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
      {stations.state === 'failed' && <ErrorState error={stations.error} onRetry={stations.retry} />}
      {stations.state === 'loading' && <LoadingState />}
      {stations.state === 'ready' && stations.entries.length === 0 && (
        <EmptyState icon={<EvStationIcon />} title={t('empty.title')}>
          {address === undefined ? t('empty.bodyNoUrl') : t('empty.body', { url: `${address}/CP_1` })}
        </EmptyState>
      )}
      {stations.entries.length > 0 && (
        <>
          <WaitingStations stations={waiting} />
          <StationFilterBar filter={filter} onChange={setFilter} />
          {shown.length > 0 ? (
            <StationTable
              stations={shown}
              sessions={sessions.entries}
              selectedId={selected === undefined ? null : Number(selected)}
            />
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
