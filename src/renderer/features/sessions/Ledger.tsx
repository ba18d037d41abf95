import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import { EmptyState, ErrorState } from '@renderer/components'
import { FilterBar, FilterChoice, SearchField } from '@renderer/components/FilterBar'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useOrpc } from '@renderer/link'
import { SESSION_STATES, type SessionState } from '@shared/ocpp/session'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useLedgerColumns } from './ledgerColumns'

/** Every session there ever was, newest first. */
export function Ledger({ openId }: { readonly openId: number | null }) {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const orpc = useOrpc()
  const [search, setSearch] = useState('')
  const [station, setStation] = useState('')
  const [state, setState] = useState<SessionState | ''>('')
  const wanted = useDeferredValue(search.trim())
  const paging = useCursorPages(`${station} ${state} ${wanted}`)
  const query = useQuery(
    orpc.sessions.find.queryOptions({
      input: {
        ...paging.request,
        search: wanted,
        ...(station === '' ? {} : { stationId: Number(station) }),
        ...(state === '' ? {} : { state }),
      },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useLedgerColumns()
  const narrowed = wanted !== '' || station !== '' || state !== ''
  const clear = () => {
    setSearch('')
    setStation('')
    setState('')
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 400 }}>
      <FilterBar>
        <SearchField label={t('ledger.search')} value={search} onChange={setSearch} />
        <StationChoice value={station} onChange={setStation} />
        <FilterChoice label={t('ledger.state')} value={state} onChange={(next) => setState(next as SessionState | '')}>
          <MenuItem value="">{t('ledger.allStates')}</MenuItem>
          {SESSION_STATES.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`state.${each}`)}
            </MenuItem>
          ))}
        </FilterChoice>
      </FilterBar>
      <PagedGrid
        label={t('ledger.list')}
        columns={columns}
        query={query}
        paging={paging}
        openId={openId}
        onOpen={({ id }) => void navigate(`/sessions/${id}`)}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          narrowed ? (
            <EmptyState
              title={t('ledger.nothingFound')}
              action={
                <Button variant="outlined" onClick={clear}>
                  {t('ledger.clear')}
                </Button>
              }
            >
              {t('ledger.nothingFoundText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('ledger.empty')}>{t('ledger.emptyText')}</EmptyState>
          )
        }
      />
    </Box>
  )
}
