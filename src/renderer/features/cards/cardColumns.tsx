import { RelativeTime } from '@renderer/components'
import { CellLink } from '@renderer/components/CellLink'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Card } from '@shared/contract/cards'
import { showUnprintable } from '@shared/printable'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CardStandingMark } from './CardStandingMark'
import { cardStanding, validityKey } from './cardStanding'

/** The columns of the list of cards; the usual ones together at most 730 px wide, for a window of 1024 px. */
export function useCardColumns(): ListColumn<Card>[] {
  const { t } = useTranslation('cards')
  const format = useFormat()
  return useMemo(() => {
    const validity = (card: Card) =>
      t(`validity.${validityKey(card)}`, {
        from: card.validFrom === null ? '' : format.date(card.validFrom),
        until: card.validUntil === null ? '' : format.date(card.validUntil),
      })
    return [
      {
        field: 'token',
        headerName: t('column.number'),
        flex: 1.3,
        minWidth: 160,
        hideable: false,
        written: ({ token }) => token,
        renderCell: ({ row, tabIndex }) => (
          <CellLink to={`/cards/${row.id}`} tabIndex={tabIndex}>
            <span className="mono">{showUnprintable(row.token)}</span>
          </CellLink>
        ),
      },
      { field: 'holder', headerName: t('column.holder'), flex: 1.2, minWidth: 120, written: ({ holder }) => holder },
      { field: 'label', headerName: t('column.label'), flex: 1, minWidth: 100, written: ({ label }) => label },
      { field: 'group', headerName: t('column.group'), flex: 0.7, minWidth: 80, written: ({ group }) => group },
      {
        field: 'validFrom',
        headerName: t('column.validity'),
        flex: 1.2,
        minWidth: 140,
        valueGetter: (_value, card) => validity(card),
        written: validity,
      },
      {
        field: 'blocked',
        headerName: t('column.standing'),
        width: 130,
        written: (card) => t(`standing.${cardStanding(card, Date.now())}`),
        renderCell: ({ row }) => <CardStandingMark card={row} />,
      },
      {
        field: 'tags',
        headerName: t('form.tags'),
        extra: true,
        flex: 1,
        minWidth: 100,
        cellClassName: 'cut',
        valueFormatter: (tags: string[]) => tags.join(', '),
        written: ({ tags }) => tags.join(', '),
      },
      {
        field: 'tokenType',
        headerName: t('form.type'),
        extra: true,
        width: 130,
        valueFormatter: (type: Card['tokenType']) => t(`type.${type}`),
        written: ({ tokenType }) => tokenType,
      },
      {
        field: 'createdAt',
        headerName: t('drawer.enrolledAt'),
        extra: true,
        width: 130,
        renderCell: ({ row }) => <RelativeTime at={row.createdAt} />,
        written: ({ createdAt }) => writtenTime(createdAt),
      },
    ]
  }, [t, format])
}
