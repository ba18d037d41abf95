import EvStationIcon from '@mui/icons-material/EvStationOutlined'
import Button from '@mui/material/Button'
import { ListTools } from '@renderer/components/list/ListTools'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useBeside, useListFilter } from '@renderer/components/list/useListFilter'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Route, Routes, useMatch } from 'react-router'
import { reachableAddresses } from '../../app/reachable'
import { useSite } from '../../app/SiteContext'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { LoadingState } from '../../components/LoadingState'
import { NothingFound } from '../../components/NothingFound'
import { PageTitle } from '../../components/PageTitle'
import type { FeedHub } from '../../link/feedHub'
import { feeds } from '../../link/feeds'
import { useLink } from '../../link/LinkProvider'
import { groupsOf } from '../../link/liveSource'
import { useNamedStations } from '../../link/useNamedStations'
import { useFeedState } from '../../link/useSelected'
import { StrangerCalls } from '../security/StrangerCalls'
import { RegisterStation } from './RegisterStation'
import { StationDrawer } from './StationDrawer'
import { StationFilterBar } from './StationFilterBar'
import { StationTable } from './StationTable'
import { type StationAtWork, useStationColumns } from './stationColumns'
import { filterStations, STATION_FILTER } from './stationFilter'
import { WaitingStations } from './WaitingStations'

/** All stations: those that wait on top, then the list; one of them, or the form for a new one, in a drawer. */
export default function StationsPage() {
  const { t, i18n } = useTranslation('stations')
  const feed = useFeedState(feeds.stations)
  const stations = useNamedStations()
  const { hub } = useLink()
  const filter = useListFilter(STATION_FILTER)
  const beside = useBeside(STATION_FILTER)
  const columns = useColumnChoice('stations', useStationColumns())
  const selected = useMatch('/stations/:stationId')?.params.stationId
  const shown = useMemo(
    () => filterStations(stations, filter.values, i18n.language).map(({ id }) => id),
    [stations, filter.values, i18n.language],
  )

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
            <PermittedButton call="stations.register" to={beside('/stations/new')} variant="contained">
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
          <StationFilterBar filter={filter.values} onChange={filter.set}>
            <ListTools
              name="stations"
              title={t('title')}
              columns={columns}
              filter={filter}
              find={async () => ({
                entries: filterStations(stationsAtWork(hub), filter.values, i18n.language),
                next: null,
              })}
              total={shown.length}
            />
          </StationFilterBar>
          {shown.length > 0 ? (
            <StationTable
              stationIds={shown}
              columns={columns.shown}
              selectedId={selected === undefined ? null : Number(selected)}
            />
          ) : (
            <NothingFound title={t('noMatch.title')} onClear={filter.clear}>
              {filter.values.search.trim() === ''
                ? t('noMatch.bodyAdmission')
                : t('noMatch.body', { search: filter.values.search.trim() })}
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

/** What is known of all stations at this moment. */
function stationsAtWork(hub: FeedHub): StationAtWork[] {
  const sessions = groupsOf(hub.of(feeds.runningSessions).read())
  const stations = hub.of(feeds.stations).read().data?.list ?? []
  return stations.map((station) => ({ ...station, sessions: sessions?.get(station.id) ?? [] }))
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
