import Typography from '@mui/material/Typography'
import type { GridColDef } from '@mui/x-data-grid'
import { EmptyState, ErrorState, RelativeTime } from '@renderer/components'
import { CardAnswer } from '@renderer/components/CardAnswer'
import { FilterBar } from '@renderer/components/FilterBar'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useOrpc } from '@renderer/link'
import type { AuthorizationRecord } from '@shared/contract/events'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Every presented card with what the site answered. */
export function CardDecisions() {
  const { t } = useTranslation('events')
  const orpc = useOrpc()
  const [station, setStation] = useState('')
  const paging = useCursorPages(station)
  const query = useQuery(
    orpc.events.authorizations.queryOptions({
      input: { ...paging.request, ...(station === '' ? {} : { stationId: Number(station) }) },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useMemo(
    (): GridColDef<AuthorizationRecord>[] => [
      {
        field: 'at',
        headerName: t('cards.column.when'),
        width: 140,
        renderCell: ({ row }) => <RelativeTime at={row.at} />,
      },
      {
        field: 'token',
        headerName: t('cards.column.card'),
        flex: 1,
        minWidth: 180,
        renderCell: ({ row }) =>
          row.token === '' ? (
            t('cards.noCard')
          ) : (
            <Typography variant="mono" component="span">
              {showUnprintable(row.token)}
            </Typography>
          ),
      },
      {
        field: 'stationIdentity',
        headerName: t('cards.column.station'),
        flex: 1,
        minWidth: 120,
        valueFormatter: showUnprintable,
      },
      {
        field: 'status',
        headerName: t('cards.column.answer'),
        flex: 1.6,
        minWidth: 220,
        renderCell: ({ row }) => <CardAnswer status={row.status} reason={row.reason} at={row.at} />,
      },
    ],
    [t],
  )
  return (
    <>
      <FilterBar>
        <StationChoice value={station} onChange={setStation} />
      </FilterBar>
      <PagedGrid
        label={t('cards.list')}
        tall
        columns={columns}
        query={query}
        paging={paging}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={<EmptyState title={t('cards.empty')}>{t('cards.emptyText')}</EmptyState>}
      />
    </>
  )
}
