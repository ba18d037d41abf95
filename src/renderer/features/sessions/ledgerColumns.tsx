import { RelativeTime } from '@renderer/components'
import { CellLink } from '@renderer/components/CellLink'
import type { ListColumn } from '@renderer/components/list/listColumn'
import { ToneMark } from '@renderer/components/ToneMark'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Session } from '@shared/contract/sessions'
import { showUnprintable } from '@shared/printable'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChargingMark } from './ChargingMark'
import { whoCharges } from './whoCharges'

/** The columns of the ledger, which the server writes when it is saved; the usual ones together at most 730 px wide, for a window of 1024 px. */
export function useLedgerColumns(): Omit<ListColumn<Session>, 'written'>[] {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  return useMemo(
    () => [
      {
        field: 'stationIdentity',
        headerName: t('ledger.column.station'),
        flex: 1,
        minWidth: 126,
        hideable: false,
        renderCell: ({ row, tabIndex }) => (
          <CellLink to={`/sessions/${row.id}`} tabIndex={tabIndex}>
            {showUnprintable(row.stationIdentity)}
          </CellLink>
        ),
      },
      {
        field: 'token',
        headerName: t('ledger.column.card'),
        flex: 1.2,
        minWidth: 110,
        valueGetter: (_value, session) => showUnprintable(whoCharges(session) ?? t('noCard')),
      },
      {
        field: 'startedAt',
        headerName: t('ledger.column.started'),
        flex: 0.9,
        minWidth: 128,
        renderCell: ({ row }) => (row.startedAt === null ? t('unknownStart') : <RelativeTime at={row.startedAt} />),
      },
      {
        field: 'endedAt',
        headerName: t('ledger.column.duration'),
        width: 84,
        align: 'right',
        headerAlign: 'right',
        valueGetter: (_value, { startedAt, endedAt }) =>
          startedAt === null || endedAt === null ? '' : format.duration(endedAt - startedAt),
      },
      {
        field: 'energyWh',
        headerName: t('ledger.column.energy'),
        width: 100,
        align: 'right',
        headerAlign: 'right',
        valueFormatter: (value: number | null) => (value === null ? t('ledger.noEnergy') : format.energy(value)),
      },
      {
        field: 'state',
        headerName: t('ledger.column.state'),
        flex: 0.9,
        minWidth: 110,
        // What a running one does this moment stands on top of the page.
        renderCell: ({ row }) => <ChargingMark session={{ ...row, chargingState: null }} />,
      },
      {
        field: 'doubts',
        headerName: t('ledger.column.doubts'),
        flex: 0.9,
        minWidth: 110,
        renderCell: ({ row }) => {
          const [first] = row.doubts
          if (row.settled !== null) return <ToneMark shape="tick" colour="quiet" word={t('settle.settled')} />
          if (first === undefined) return null
          const word = row.doubts.length > 1 ? t('doubtCount', { count: row.doubts.length }) : t(`doubt.${first}.short`)
          return <ToneMark shape="triangle" colour="attention" word={word} />
        },
      },
      {
        field: 'ended',
        headerName: t('drawer.ended'),
        extra: true,
        width: 130,
        renderCell: ({ row }) => row.endedAt !== null && <RelativeTime at={row.endedAt} />,
      },
      {
        field: 'evseId',
        headerName: t('drawer.place'),
        extra: true,
        width: 120,
        valueGetter: (_value, { evseId, connectorId }) =>
          [evseId, connectorId].filter((each) => each !== null).join(' · '),
      },
      {
        field: 'transactionId',
        headerName: t('drawer.transaction'),
        extra: true,
        flex: 1,
        minWidth: 120,
        cellClassName: 'cut',
        valueFormatter: showUnprintable,
      },
      {
        field: 'stopReason',
        headerName: t('drawer.stopReason'),
        extra: true,
        width: 140,
        cellClassName: 'cut',
        valueFormatter: (reason: string | null) => showUnprintable(reason ?? ''),
      },
    ],
    [t, format],
  )
}
