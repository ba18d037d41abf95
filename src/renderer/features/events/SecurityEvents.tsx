import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { EmptyState, NothingFound, RelativeTime, TimeSentence } from '@renderer/components'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { OneStationList } from '@renderer/components/list/OneStationList'
import { ToneMark } from '@renderer/components/ToneMark'
import { useClient, useOrpc } from '@renderer/link'
import type { SecurityEvent } from '@shared/contract/events'
import { showUnprintable } from '@shared/printable'
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
  return (
    <OneStationList
      name="securityEvents"
      title={t('tabs.security')}
      label={t('security.list')}
      columns={useColumns()}
      pageOf={(input) => orpc.events.security.queryOptions({ input })}
      find={client.events.security}
      tall
      empty={(widen) =>
        widen === null ? (
          <EmptyState title={t('security.empty')}>{t('security.emptyText')}</EmptyState>
        ) : (
          <NothingFound title={t('security.nothingFound')} onClear={widen} />
        )
      }
    />
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
        minWidth: 120,
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
        minWidth: 190,
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
