import { EmptyState, ErrorState, NothingFound } from '@renderer/components'
import { FilterBar, FilterOneOf, SearchField } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useBeside, useListFilter } from '@renderer/components/list/useListFilter'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useClient, useOrpc } from '@renderer/link'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate } from 'react-router'
import type { StationTabProps } from '../stations/page/stationTab'
import { ReportLine } from './ReportLine'
import { VariableDrawer } from './VariableDrawer'
import { useVariableColumns } from './variableColumns'
import { SHOW, VARIABLE_FILTER } from './variableFilter'

/** Everything the station has told of its configuration, against the report before, and each value to be changed. */
export default function ConfigurationTab({ station }: StationTabProps) {
  const { t } = useTranslation(['variables', 'stations'])
  const orpc = useOrpc()
  const navigate = useNavigate()
  const client = useClient()
  const filter = useListFilter(VARIABLE_FILTER)
  const beside = useBeside(VARIABLE_FILTER)
  const { search, show } = useDeferredValue(filter.values)
  const question = {
    stationId: station.id,
    search: search.trim(),
    changed: show === 'changed',
    writable: show === 'writable',
  }
  const paging = useCursorPages(JSON.stringify(question))
  const query = useQuery(
    orpc.variables.find.queryOptions({ input: { ...question, ...paging.request }, placeholderData: keepPreviousData }),
  )
  const columns = useColumnChoice('variables', useVariableColumns())
  const address = `/stations/${station.id}/configuration`
  const openId = Number(useMatch('/stations/:stationId/configuration/:variableId')?.params.variableId ?? Number.NaN)
  return (
    <>
      <ReportLine station={station} />
      <FilterBar>
        <SearchField label={t('search')} value={filter.values.search} onChange={(search) => filter.set({ search })} />
        <FilterOneOf
          label={t('show')}
          value={filter.values.show}
          choices={SHOW}
          words={(each) => t(`filter.${each}`)}
          onChange={(show) => filter.set({ show })}
        />
        <ListTools
          name="variables"
          title={`${showUnprintable(station.identity)}-${t('stations:tabs.configuration')}`}
          columns={columns}
          filter={filter}
          find={(page, signal) => client.variables.find({ ...question, ...page }, { signal })}
          total={query.data?.total}
        />
      </FilterBar>
      <PagedGrid
        label={t('list', { identity: showUnprintable(station.identity) })}
        columns={columns.shown}
        query={query}
        paging={paging}
        tall
        openId={openId}
        onOpen={(variable) => void navigate(beside(`${address}/${variable.id}`))}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          filter.isNarrowed ? (
            <NothingFound title={t('noMatch.title')} onClear={filter.clear}>
              {t('noMatch.body')}
            </NothingFound>
          ) : (
            <NothingYet station={station} />
          )
        }
      />
      {!Number.isNaN(openId) && (
        <VariableDrawer
          key={openId}
          station={station}
          variableId={openId}
          onClose={() => void navigate(beside(address))}
        />
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
