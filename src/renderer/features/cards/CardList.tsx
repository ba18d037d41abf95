import CreditCardIcon from '@mui/icons-material/CreditCardOutlined'
import Box from '@mui/material/Box'
import { EmptyState, ErrorState, NothingFound } from '@renderer/components'
import { FilterBar, FilterOneOf, SearchField } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useBeside, useListFilter } from '@renderer/components/list/useListFilter'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useClient, useOrpc } from '@renderer/link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ScanField } from '../readers/ScanField'
import { useScanning } from '../readers/useScanning'
import { useCardColumns } from './cardColumns'
import { CARD_FILTER, SHOW } from './cardFilter'

/** Every enrolled card. What is typed to narrow the list draws nothing anew but the list. */
export function CardList({ openId }: { readonly openId: number | null }) {
  const { t } = useTranslation(['cards', 'readers'])
  const scan = useScanning()
  const navigate = useNavigate()
  const orpc = useOrpc()
  const client = useClient()
  const filter = useListFilter(CARD_FILTER)
  const beside = useBeside(CARD_FILTER)
  const { search, show } = useDeferredValue(filter.values)
  const question = { search: search.trim(), ...(show === 'all' ? {} : { blocked: show === 'blocked' }) }
  const paging = useCursorPages(`${show} ${question.search}`)
  const query = useQuery(
    orpc.cards.find.queryOptions({ input: { ...paging.request, ...question }, placeholderData: keepPreviousData }),
  )
  const columns = useColumnChoice('cards', useCardColumns())
  return (
    <>
      <FilterBar>
        <SearchField label={t('search')} value={filter.values.search} onChange={(search) => filter.set({ search })} />
        <FilterOneOf
          label={t('show')}
          value={filter.values.show}
          choices={SHOW}
          words={(each) => t(`filter.${each}`)}
          onChange={(show) => filter.set({ show })}
        />
        <Box sx={{ flex: '0 1 220px' }}>
          <ScanField inRow label={t('readers:scan.label')} hint={t('readers:scan.hint')} onScan={scan} />
        </Box>
        <ListTools
          name="cards"
          title={t('title')}
          columns={columns}
          filter={filter}
          find={(page, signal) => client.cards.find({ ...page, ...question }, { signal })}
          total={query.data?.total}
        />
      </FilterBar>
      <PagedGrid
        label={t('list')}
        columns={columns.shown}
        query={query}
        paging={paging}
        openId={openId}
        onOpen={({ id }) => void navigate(beside(`/cards/${id}`))}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          filter.isNarrowed ? (
            <NothingFound title={t('nothingFound.title')} onClear={filter.clear}>
              {t('nothingFound.text')}
            </NothingFound>
          ) : (
            <EmptyState
              icon={<CreditCardIcon />}
              title={t('empty.title')}
              action={
                <PermittedButton call="cards.enrol" to="/cards/enrol" variant="outlined">
                  {t('enrol')}
                </PermittedButton>
              }
            >
              {t('empty.text')}
            </EmptyState>
          )
        }
      />
    </>
  )
}
