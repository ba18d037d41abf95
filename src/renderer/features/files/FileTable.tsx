import { EmptyState, ErrorState } from '@renderer/components'
import { FilterBar } from '@renderer/components/FilterBar'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useOrpc } from '@renderer/link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
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
  const [chosen, setChosen] = useState('')
  const wanted = stationId ?? (chosen === '' ? undefined : Number(chosen))
  const paging = useCursorPages(`${group} ${wanted ?? ''}`)
  const query = useQuery(
    orpc.files.find.queryOptions({
      input: { ...paging.request, group, ...(wanted === undefined ? {} : { stationId: wanted }) },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useFileColumns(group, stationId === undefined)
  const empty = () => {
    if (group === 'firmware') {
      return <EmptyState title={t('empty.firmware')}>{t('empty.firmwareText')}</EmptyState>
    }
    if (wanted === undefined) return <EmptyState title={t('empty.logs')}>{t('empty.logsText')}</EmptyState>
    return (
      <EmptyState title={t('empty.logsNothing')} action={emptyAction}>
        {t('empty.ofStation')}
      </EmptyState>
    )
  }
  return (
    <>
      {group === 'logs' && stationId === undefined && (
        <FilterBar>
          <StationChoice value={chosen} onChange={setChosen} />
        </FilterBar>
      )}
      <PagedGrid
        label={t(`list.${group}`)}
        columns={columns}
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
