import { EmptyState, ErrorState, RelativeTime } from '@renderer/components'
import { FilterBar } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useActorWords } from '@renderer/i18n/useActorWords'
import { useClient, useOrpc } from '@renderer/link'
import type { AuditEntry } from '@shared/contract/events'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeText, useChangeWords } from './ChangeText'

/** The audit trail: a sentence for each change, with what was before and what is now. */
export function Changes() {
  const { t } = useTranslation('events')
  const orpc = useOrpc()
  const client = useClient()
  const paging = useCursorPages('')
  const query = useQuery(orpc.events.audit.queryOptions({ input: paging.request, placeholderData: keepPreviousData }))
  const columns = useColumnChoice('changes', useColumns())
  return (
    <>
      <FilterBar>
        <ListTools
          name="changes"
          title={t('tabs.changes')}
          columns={columns}
          find={(page, signal) => client.events.audit(page, { signal })}
          total={query.data?.total}
        />
      </FilterBar>
      <PagedGrid
        label={t('changes.list')}
        columns={columns.shown}
        query={query}
        paging={paging}
        tall
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={<EmptyState title={t('changes.empty')}>{t('changes.emptyText')}</EmptyState>}
      />
    </>
  )
}

function useColumns(): ListColumn<AuditEntry>[] {
  const { t } = useTranslation('events')
  const actorWords = useActorWords()
  const words = useChangeWords()
  const newest = useRef(words)
  useEffect(() => {
    newest.current = words
  })
  return useMemo(
    () => [
      {
        field: 'at',
        headerName: t('changes.column.when'),
        width: 140,
        hideable: false,
        renderCell: ({ row }) => <RelativeTime at={row.at} />,
        written: ({ at }) => writtenTime(at),
      },
      {
        field: 'action',
        headerName: t('changes.column.what'),
        flex: 1,
        minWidth: 320,
        renderCell: ({ row }) => <ChangeText entry={row} />,
        written: (entry) => {
          const { sentence, lines } = newest.current(entry)
          return [sentence, ...lines.map(({ text }) => text)].join('\n')
        },
      },
      {
        field: 'actor',
        headerName: t('changes.column.who'),
        width: 140,
        valueFormatter: actorWords,
        written: ({ actor }) => actorWords(actor),
      },
    ],
    [t, actorWords],
  )
}
