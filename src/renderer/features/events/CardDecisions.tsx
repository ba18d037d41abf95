import Typography from '@mui/material/Typography'
import { EmptyState, NothingFound, RelativeTime } from '@renderer/components'
import { CardAnswer, useCardAnswerReason } from '@renderer/components/CardAnswer'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { OneStationList } from '@renderer/components/list/OneStationList'
import { useClient, useOrpc } from '@renderer/link'
import type { AuthorizationRecord } from '@shared/contract/events'
import { showUnprintable } from '@shared/printable'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** Every presented card with what the site answered. */
export function CardDecisions() {
  const { t } = useTranslation('events')
  const orpc = useOrpc()
  const client = useClient()
  return (
    <OneStationList
      name="cardDecisions"
      title={t('tabs.cards')}
      label={t('cards.list')}
      columns={useColumns()}
      pageOf={(input) => orpc.events.authorizations.queryOptions({ input })}
      find={client.events.authorizations}
      tall
      empty={(widen) =>
        widen === null ? (
          <EmptyState title={t('cards.empty')}>{t('cards.emptyText')}</EmptyState>
        ) : (
          <NothingFound title={t('cards.nothingFound')} onClear={widen} />
        )
      }
    />
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
