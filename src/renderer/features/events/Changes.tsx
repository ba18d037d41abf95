import type { GridColDef } from '@mui/x-data-grid'
import { EmptyState, ErrorState, RelativeTime } from '@renderer/components'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useActorWords } from '@renderer/i18n/useActorWords'
import { useOrpc } from '@renderer/link'
import type { AuditEntry } from '@shared/contract/events'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeText } from './ChangeText'

/** The audit trail: a sentence for each change, with what was before and what is now. */
export function Changes() {
  const { t } = useTranslation('events')
  const actorWords = useActorWords()
  const orpc = useOrpc()
  const paging = useCursorPages('')
  const query = useQuery(orpc.events.audit.queryOptions({ input: paging.request, placeholderData: keepPreviousData }))
  const columns = useMemo(
    (): GridColDef<AuditEntry>[] => [
      {
        field: 'at',
        headerName: t('changes.column.when'),
        width: 140,
        renderCell: ({ row }) => <RelativeTime at={row.at} />,
      },
      {
        field: 'action',
        headerName: t('changes.column.what'),
        flex: 1,
        minWidth: 320,
        renderCell: ({ row }) => <ChangeText entry={row} />,
      },
      { field: 'actor', headerName: t('changes.column.who'), width: 140, valueFormatter: actorWords },
    ],
    [t, actorWords],
  )
  return (
    <PagedGrid
      label={t('changes.list')}
      columns={columns}
      query={query}
      paging={paging}
      tall
      failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      empty={<EmptyState title={t('changes.empty')}>{t('changes.emptyText')}</EmptyState>}
    />
  )
}
