import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, RelativeTime } from '@renderer/components'
import { CardAnswer, useCardAnswerReason } from '@renderer/components/CardAnswer'
import { FilterBar } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { ONE_STATION_FILTER, ofStation } from '@renderer/components/list/oneStationFilter'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useListFilter } from '@renderer/components/list/useListFilter'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useClient, useOrpc } from '@renderer/link'
import type { AuthorizationRecord } from '@shared/contract/events'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** Every presented card with what the site answered. */
export function CardDecisions() {
  const { t } = useTranslation('events')
  const orpc = useOrpc()
  const client = useClient()
  const filter = useListFilter(ONE_STATION_FILTER)
  const question = ofStation(filter.values)
  const paging = useCursorPages(filter.values.station)
  const query = useQuery(
    orpc.events.authorizations.queryOptions({
      input: { ...paging.request, ...question },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumnChoice('cardDecisions', useColumns())
  return (
    <>
      <FilterBar>
        <StationChoice value={filter.values.station} onChange={(station) => filter.set({ station })} />
        <ListTools
          name="cardDecisions"
          title={t('tabs.cards')}
          columns={columns}
          filter={filter}
          find={(page, signal) => client.events.authorizations({ ...page, ...question }, { signal })}
          total={query.data?.total}
        />
      </FilterBar>
      <PagedGrid
        label={t('cards.list')}
        tall
        columns={columns.shown}
        query={query}
        paging={paging}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={<EmptyState title={t('cards.empty')}>{t('cards.emptyText')}</EmptyState>}
      />
    </>
  )
}

function useColumns(): ListColumn<AuthorizationRecord>[] {
  const { t } = useTranslation(['events', 'common'])
  const reason = useCardAnswerReason()
  // Read when the list is saved: names of stations come and go, and the table is not drawn anew for them.
  const newest = useRef(reason)
  useEffect(() => {
    newest.current = reason
  })
  return useMemo(
    () => [
      {
        field: 'at',
        headerName: t('cards.column.when'),
        width: 140,
        hideable: false,
        written: ({ at }) => writtenTime(at),
        renderCell: ({ row }) => <RelativeTime at={row.at} />,
      },
      {
        field: 'token',
        headerName: t('cards.column.card'),
        flex: 1,
        minWidth: 180,
        written: ({ token }) => token,
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
        written: ({ stationIdentity }) => stationIdentity,
      },
      {
        field: 'status',
        headerName: t('cards.column.answer'),
        flex: 1.6,
        minWidth: 220,
        written: (row) => [t(`common:cardAnswer.${row.status}`), newest.current(row)].filter(Boolean).join(' '),
        renderCell: ({ row }) => <CardAnswer status={row.status} reason={row.reason} at={row.at} />,
      },
    ],
    [t],
  )
}
