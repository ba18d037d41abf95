import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, NothingFound } from '@renderer/components'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { TableExport } from '@renderer/components/TableExport'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useClient, useOrpc } from '@renderer/link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { LedgerFilters } from './LedgerFilters'
import { useLedgerColumns } from './ledgerColumns'
import { EVERYTHING, isNarrowed, toQuestion } from './ledgerFilter'

/** Every session there ever was, newest first. */
export function Ledger({ openId }: { readonly openId: number | null }) {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const orpc = useOrpc()
  const client = useClient()
  const [filter, setFilter] = useState(EVERYTHING)
  const question = toQuestion(useDeferredValue(filter), Date.now())
  const paging = useCursorPages(JSON.stringify(question))
  const query = useQuery(
    orpc.sessions.find.queryOptions({
      input: { ...paging.request, ...question },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useLedgerColumns()
  const page = query.data
  return (
    // As high as what is left of the window, and never so low that it is no list: its rows scroll in it.
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 560 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 6, mb: 3, minHeight: 40 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('ledger.heading')}
        </Typography>
        <TableExport
          open={(format, signal) => client.sessions.export({ ...question, ...format }, { signal })}
          fileName={() => t('ledger.file', { day: new Date().toISOString().slice(0, 10) })}
          {...(page && !page.totalIsLeast ? { total: page.total } : {})}
        />
      </Box>
      <LedgerFilters value={filter} onChange={setFilter} />
      <PagedGrid
        label={t('ledger.list')}
        columns={columns}
        query={query}
        paging={paging}
        openId={openId}
        onOpen={({ id }) => void navigate(`/sessions/${id}`)}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          isNarrowed(filter) ? (
            <NothingFound title={t('ledger.nothingFound')} onClear={() => setFilter(EVERYTHING)}>
              {t('ledger.nothingFoundText')}
            </NothingFound>
          ) : (
            <EmptyState title={t('ledger.empty')}>{t('ledger.emptyText')}</EmptyState>
          )
        }
      />
    </Box>
  )
}
