import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { EmptyState, ErrorState, LoadingState, NothingFound } from '@renderer/components'
import { FilterBar, FilterOneOf, SearchField } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useListFilter } from '@renderer/components/list/useListFilter'
import { PaperTable } from '@renderer/components/PaperTable'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useNow } from '@renderer/components/useNow'
import { useActorWords } from '@renderer/i18n/useActorWords'
import { useOrpc } from '@renderer/link'
import type { DeviceToken } from '@shared/contract/devices'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EndToken } from './EndToken'
import { shownTokens, TOKEN_FILTER, TOKENS_SHOWN } from './shownTokens'
import { type TokenColumn, useTokenColumns } from './tokenColumns'
import { tokenState } from './tokenState'

/** The tokens, newest first, each with a way to end it. */
export function TokenList() {
  const { t } = useTranslation('devices')
  const query = useQuery(useOrpc().devices.tokens.queryOptions())
  if (query.isPending) return <LoadingState rows={3} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data.length === 0) {
    return (
      <EmptyState
        title={t('token.empty')}
        action={
          <PermittedButton call="devices.makeToken" to="/devices/tokens/new" variant="outlined">
            {t('token.make')}
          </PermittedButton>
        }
      >
        {t('token.emptyText')}
      </EmptyState>
    )
  }
  return <Tokens tokens={query.data} />
}

/** The tokens, with what narrows them down. */
function Tokens({ tokens }: { readonly tokens: readonly DeviceToken[] }) {
  const { t } = useTranslation('devices')
  const now = useNow()
  const filter = useListFilter(TOKEN_FILTER)
  const { search, show } = filter.values
  const columns = useColumnChoice('deviceTokens', useTokenColumns(now))
  const shown = shownTokens(tokens, filter.values, now, useActorWords())
  return (
    // The labels of the filters stand a little above them.
    <Box sx={{ overflowY: 'auto', minHeight: 0, pt: 2 }}>
      <FilterBar>
        <SearchField label={t('token.search')} value={search} onChange={(next) => filter.set({ search: next })} />
        <FilterOneOf
          label={t('show')}
          value={show}
          choices={TOKENS_SHOWN}
          words={(each) => (each === 'all' ? t('filter.all') : t(`token.state.${each}`))}
          onChange={(next) => filter.set({ show: next })}
        />
        <ListTools
          name="deviceTokens"
          title={t('token.list')}
          columns={columns}
          filter={filter}
          find={async () => ({ entries: shown, next: null })}
          total={shown.length}
        />
      </FilterBar>
      {shown.length === 0 ? (
        <NothingFound title={t('token.filtered')} onClear={filter.clear} />
      ) : (
        <PaperTable
          label={t('token.list')}
          heads={columns.shown.map(({ field, headerName }) => ({ key: field, label: headerName }))}
          actions
        >
          {shown.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              columns={columns.shown}
              mayEnd={tokenState(token, now) !== 'ended'}
            />
          ))}
        </PaperTable>
      )}
    </Box>
  )
}

interface TokenRowProps {
  readonly token: DeviceToken
  /** The first names the token. */
  readonly columns: readonly TokenColumn[]
  readonly mayEnd: boolean
}

function TokenRow({ token, columns, mayEnd }: TokenRowProps) {
  const { t } = useTranslation('devices')
  const [ending, setEnding] = useState(false)
  return (
    <>
      <TableRow>
        {columns.map(({ field, cell }, index) => (
          <TableCell
            key={field}
            {...(index === 0
              ? { component: 'th', scope: 'row', sx: { fontWeight: 600, overflowWrap: 'anywhere' } }
              : undefined)}
          >
            {cell(token)}
          </TableCell>
        ))}
        <TableCell align="right">
          {mayEnd && (
            <PermittedButton
              call="devices.endToken"
              size="small"
              color="error"
              disabled={ending}
              onClick={() => setEnding(true)}
            >
              {t('token.endNow')}
            </PermittedButton>
          )}
        </TableCell>
      </TableRow>
      {ending && (
        <TableRow>
          <TableCell colSpan={columns.length + 1}>
            <EndToken token={token} onEnd={() => setEnding(false)} />
          </TableCell>
        </TableRow>
      )}
    </>
  )
}
