import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { GridColDef } from '@mui/x-data-grid'
import { EmptyState, ErrorState, RelativeTime, TimeSentence } from '@renderer/components'
import { FilterBar } from '@renderer/components/FilterBar'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { ToneMark } from '@renderer/components/ToneMark'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useOrpc } from '@renderer/link'
import type { SecurityEvent } from '@shared/contract/events'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { securityEventName } from './securityEventName'

/** A station that reports this much later than it happened was offline, or its clock is wrong (ms). */
const LATE_MS = 5 * 60_000

/** SecurityEventNotifications of the stations, explained where their type is known. */
export function SecurityEvents() {
  const { t } = useTranslation('events')
  const orpc = useOrpc()
  const [station, setStation] = useState('')
  const paging = useCursorPages(station)
  const query = useQuery(
    orpc.events.security.queryOptions({
      input: { ...paging.request, ...(station === '' ? {} : { stationId: Number(station) }) },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumns()
  return (
    <>
      <FilterBar>
        <StationChoice value={station} onChange={setStation} />
      </FilterBar>
      <PagedGrid
        label={t('security.list')}
        columns={columns}
        query={query}
        paging={paging}
        tall
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={<EmptyState title={t('security.empty')}>{t('security.emptyText')}</EmptyState>}
      />
    </>
  )
}

function useColumns(): GridColDef<SecurityEvent>[] {
  const { t } = useTranslation('events')
  return useMemo(
    () => [
      {
        field: 'occurredAt',
        headerName: t('security.column.when'),
        width: 130,
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
        valueFormatter: showUnprintable,
      },
      {
        field: 'type',
        headerName: t('security.column.event'),
        flex: 2,
        minWidth: 260,
        renderCell: ({ row }) => <WhatHappened event={row} />,
      },
      {
        field: 'critical',
        headerName: t('security.column.weight'),
        width: 150,
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
