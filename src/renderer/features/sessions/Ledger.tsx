import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, NothingFound } from '@renderer/components'
import { ListTools } from '@renderer/components/list/ListTools'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useBeside, useListFilter } from '@renderer/components/list/useListFilter'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useClient, useOrpc } from '@renderer/link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { LedgerFilters } from './LedgerFilters'
import { useLedgerColumns } from './ledgerColumns'
import { LEDGER_FILTER, toQuestion } from './ledgerFilter'

/** Every session there ever was, newest first. */
export function Ledger({ openId }: { readonly openId: number | null }) {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const orpc = useOrpc()
  const client = useClient()
  const filter = useListFilter(LEDGER_FILTER)
  const beside = useBeside(LEDGER_FILTER)
  const question = toQuestion(useDeferredValue(filter.values), Date.now())
  const paging = useCursorPages(JSON.stringify(question))
  const query = useQuery(
    orpc.sessions.find.queryOptions({
      input: { ...paging.request, ...question },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumnChoice('sessions', useLedgerColumns())
  const page = query.data
  return (
    // As high as what is left of the window, and never so low that it is no list: its rows scroll in it.
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 560 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 6, mb: 3, minHeight: 40 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('ledger.heading')}
        </Typography>
        <ListTools
          name="sessions"
          title={t('title')}
          columns={columns}
          filter={filter}
          open={(format, signal) => client.sessions.export({ ...question, ...format }, { signal })}
          {...(page && !page.totalIsLeast ? { total: page.total } : {})}
        />
      </Box>
      <LedgerFilters value={filter.values} onChange={filter.set} />
      <PagedGrid
        label={t('ledger.list')}
        columns={columns.shown}
        query={query}
        paging={paging}
        openId={openId}
        onOpen={({ id }) => void navigate(beside(`/sessions/${id}`))}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          filter.isNarrowed ? (
            <NothingFound title={t('ledger.nothingFound')} onClear={filter.clear}>
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
