import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, RelativeTime, TimeSentence } from '@renderer/components'
import { FilterBar } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { ONE_STATION_FILTER, ofStation } from '@renderer/components/list/oneStationFilter'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useListFilter } from '@renderer/components/list/useListFilter'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { ToneMark } from '@renderer/components/ToneMark'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useClient, useOrpc } from '@renderer/link'
import type { SecurityEvent } from '@shared/contract/events'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { securityEventName } from './securityEventName'

/** A station that reports this much later than it happened was offline, or its clock is wrong (ms). */
const LATE_MS = 5 * 60_000

/** SecurityEventNotifications of the stations, explained where their type is known. */
export function SecurityEvents() {
  const { t } = useTranslation('events')
  const orpc = useOrpc()
  const client = useClient()
  const filter = useListFilter(ONE_STATION_FILTER)
  const question = ofStation(filter.values)
  const paging = useCursorPages(filter.values.station)
  const query = useQuery(
    orpc.events.security.queryOptions({
      input: { ...paging.request, ...question },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumnChoice('securityEvents', useColumns())
  return (
    <>
      <FilterBar>
        <StationChoice value={filter.values.station} onChange={(station) => filter.set({ station })} />
        <ListTools
          name="securityEvents"
          title={t('tabs.security')}
          columns={columns}
          filter={filter}
          find={(page, signal) => client.events.security({ ...page, ...question }, { signal })}
          total={query.data?.total}
        />
      </FilterBar>
      <PagedGrid
        label={t('security.list')}
        columns={columns.shown}
        query={query}
        paging={paging}
        tall
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={<EmptyState title={t('security.empty')}>{t('security.emptyText')}</EmptyState>}
      />
    </>
  )
}

function useColumns(): ListColumn<SecurityEvent>[] {
  const { t } = useTranslation('events')
  return useMemo(
    () => [
      {
        field: 'occurredAt',
        headerName: t('security.column.when'),
        width: 130,
        hideable: false,
        written: ({ occurredAt }) => writtenTime(occurredAt),
        renderCell: ({ row }) => (
          <div>
            <RelativeTime at={row.occurredAt} />
            {Math.abs(row.receivedAt - row.occurredAt) > LATE_MS && (
              <Typography variant="body2" color="textSecondary">
                <TimeSentence at={row.receivedAt} words={(when) => t('security.received', { when })} />
              </Typography>
            )}
          </div>
        ),
      },
      {
        field: 'stationIdentity',
        headerName: t('security.column.station'),
        flex: 0.6,
        minWidth: 90,
        written: ({ stationIdentity }) => stationIdentity,
        valueFormatter: showUnprintable,
      },
      {
        field: 'type',
        headerName: t('security.column.event'),
        flex: 2,
        minWidth: 260,
        written: ({ type }) => type,
        renderCell: ({ row }) => <WhatHappened event={row} />,
      },
      {
        field: 'critical',
        headerName: t('security.column.weight'),
        width: 150,
        written: ({ critical }) => t(critical ? 'security.critical' : 'security.ordinary'),
        renderCell: ({ row }) =>
          row.critical ? (
            <ToneMark shape="triangle" colour="danger" word={t('security.critical')} />
          ) : (
            <ToneMark shape="ring-dot" colour="quiet" word={t('security.ordinary')} />
          ),
      },
      {
        field: 'detail',
        headerName: t('security.column.detail'),
        flex: 1,
        minWidth: 100,
        written: ({ detail }) => detail,
        valueFormatter: (detail: string | null) => showUnprintable(detail ?? ''),
      },
    ],
    [t],
  )
}

function WhatHappened({ event }: { readonly event: SecurityEvent }) {
  const { t } = useTranslation('events')
  const name = securityEventName(event.type)
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography sx={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
        {name === null ? showUnprintable(event.type) : t(`security.type.${name}`)}
      </Typography>
      <Typography
        variant="body2"
        color="textSecondary"
        sx={{ whiteSpace: 'normal', overflowWrap: 'anywhere', userSelect: 'all' }}
      >
        {name === null ? t('security.unknownType') : showUnprintable(event.type)}
      </Typography>
    </Box>
  )
}
