import type { GridColDef } from '@mui/x-data-grid'
import { CellLink } from '@renderer/components/CellLink'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Card } from '@shared/contract/cards'
import { showUnprintable } from '@shared/printable'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CardStandingMark } from './CardStandingMark'
import { validityKey } from './cardStanding'

/** The columns of the list of cards; together at most 730 px wide, for a window of 1024 px. */
export function useCardColumns(): GridColDef<Card>[] {
  const { t } = useTranslation('cards')
  const format = useFormat()
  return useMemo(
    () => [
      {
        field: 'token',
        headerName: t('column.number'),
        flex: 1.3,
        minWidth: 160,
        renderCell: ({ row, tabIndex }) => (
          <CellLink to={`/cards/${row.id}`} tabIndex={tabIndex}>
            <span className="mono">{showUnprintable(row.token)}</span>
          </CellLink>
        ),
      },
      { field: 'holder', headerName: t('column.holder'), flex: 1.2, minWidth: 120 },
      { field: 'label', headerName: t('column.label'), flex: 1, minWidth: 100 },
      { field: 'group', headerName: t('column.group'), flex: 0.7, minWidth: 80 },
      {
        field: 'validFrom',
        headerName: t('column.validity'),
        flex: 1.2,
        minWidth: 140,
        valueGetter: (_value, card) =>
          t(`validity.${validityKey(card)}`, {
            from: card.validFrom === null ? '' : format.date(card.validFrom),
            until: card.validUntil === null ? '' : format.date(card.validUntil),
          }),
      },
      {
        field: 'blocked',
        headerName: t('column.standing'),
        width: 130,
        renderCell: ({ row }) => <CardStandingMark card={row} />,
      },
    ],
    [t, format],
  )
}
