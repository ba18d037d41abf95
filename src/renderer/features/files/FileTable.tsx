import { EmptyState, ErrorState, NothingFound } from '@renderer/components'
import { FilterBar } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { ONE_STATION_FILTER, ofStation } from '@renderer/components/list/oneStationFilter'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useListFilter } from '@renderer/components/list/useListFilter'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useClient, useOrpc } from '@renderer/link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFileColumns } from './fileColumns'

interface FileTableProps {
  readonly group: 'firmware' | 'logs'
  /** The station whose logs are shown; without it those of all, to be chosen among. */
  readonly stationId?: number
  readonly openId: number | null
  readonly onOpen: (fileId: number) => void
  /** In the empty list of a station: how to make something appear. */
  readonly emptyAction?: ReactNode
}

/** Firmware or logs, newest first. */
export function FileTable({ group, stationId, openId, onOpen, emptyAction }: FileTableProps) {
  const { t } = useTranslation('files')
  const orpc = useOrpc()
  const client = useClient()
  const filter = useListFilter(ONE_STATION_FILTER)
  const canNarrow = group === 'logs' && stationId === undefined
  const question = { group, ...(canNarrow ? ofStation(filter.values) : stationId === undefined ? {} : { stationId }) }
  const paging = useCursorPages(JSON.stringify(question))
  const query = useQuery(
    orpc.files.find.queryOptions({
      input: { ...paging.request, ...question },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumnChoice(group, useFileColumns(group, stationId === undefined))
  const empty = () => {
    if (group === 'firmware') {
      return <EmptyState title={t('empty.firmware')}>{t('empty.firmwareText')}</EmptyState>
    }
    if (canNarrow && filter.isNarrowed) {
      return (
        <NothingFound title={t('empty.logsNothing')} onClear={filter.clear}>
          {t('empty.ofStation')}
        </NothingFound>
      )
    }
    if (stationId === undefined) return <EmptyState title={t('empty.logs')}>{t('empty.logsText')}</EmptyState>
    return (
      <EmptyState title={t('empty.logsNothing')} action={emptyAction}>
        {t('empty.ofStation')}
      </EmptyState>
    )
  }
  return (
    <>
      <FilterBar>
        {canNarrow && <StationChoice value={filter.values.station} onChange={(station) => filter.set({ station })} />}
        <ListTools
          name={group}
          title={t(`tabs.${group}`)}
          columns={columns}
          {...(canNarrow ? { filter } : {})}
          find={(page, signal) => client.files.find({ ...page, ...question }, { signal })}
          total={query.data?.total}
        />
      </FilterBar>
      <PagedGrid
        label={t(`list.${group}`)}
        columns={columns.shown}
        query={query}
        paging={paging}
        openId={openId}
        onOpen={({ id }) => onOpen(id)}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={empty()}
      />
    </>
  )
}
