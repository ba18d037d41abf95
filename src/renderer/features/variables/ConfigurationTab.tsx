import MenuItem from '@mui/material/MenuItem'
import { EmptyState, ErrorState, NothingFound } from '@renderer/components'
import { FilterBar, FilterChoice, SearchField } from '@renderer/components/FilterBar'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useOrpc } from '@renderer/link'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate } from 'react-router'
import type { StationTabProps } from '../stations/page/stationTab'
import { ReportLine } from './ReportLine'
import { VariableDrawer } from './VariableDrawer'
import { useVariableColumns } from './variableColumns'

const SHOW = ['all', 'changed', 'writable'] as const
type Show = (typeof SHOW)[number]

/** Everything the station has told of its configuration, against the report before, and each value to be changed. */
export default function ConfigurationTab({ station }: StationTabProps) {
  const { t } = useTranslation('variables')
  const orpc = useOrpc()
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const [show, setShow] = useState<Show>('all')
  const wanted = useDeferredValue(search.trim())
  const paging = useCursorPages(`${station.id} ${show} ${wanted}`)
  const query = useQuery(
    orpc.variables.find.queryOptions({
      input: {
        stationId: station.id,
        search: wanted,
        changed: show === 'changed',
        writable: show === 'writable',
        ...paging.request,
      },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useVariableColumns()
  const address = `/stations/${station.id}/configuration`
  const openId = Number(useMatch('/stations/:stationId/configuration/:variableId')?.params.variableId ?? Number.NaN)
  const narrowed = wanted !== '' || show !== 'all'
  return (
    <>
      <ReportLine station={station} />
      <FilterBar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <FilterChoice label={t('show')} value={show} onChange={(next) => setShow(next as Show)}>
          {SHOW.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`filter.${each}`)}
            </MenuItem>
          ))}
        </FilterChoice>
      </FilterBar>
      <PagedGrid
        label={t('list', { identity: showUnprintable(station.identity) })}
        columns={columns}
        query={query}
        paging={paging}
        tall
        openId={openId}
        onOpen={(variable) => void navigate(`${address}/${variable.id}`)}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          narrowed ? (
            <NothingFound
              title={t('noMatch.title')}
              onClear={() => {
                setSearch('')
                setShow('all')
              }}
            >
              {t('noMatch.body')}
            </NothingFound>
          ) : (
            <NothingYet station={station} />
          )
        }
      />
      {!Number.isNaN(openId) && (
        <VariableDrawer key={openId} station={station} variableId={openId} onClose={() => void navigate(address)} />
      )}
    </>
  )
}

function NothingYet({ station }: StationTabProps) {
  const { t } = useTranslation('variables')
  const { connection } = station
  const why = connection.state === 'online' ? 'body' : connection.lastSeenAt === null ? 'never' : 'offline'
  return <EmptyState title={t('empty.title')}>{t(`empty.${why}`)}</EmptyState>
}
